"""Parts of a line as lines of their own, each named after the place where it begins."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from briefings.importing.decisions import Decisions
from briefings.importing.lines import Line, Run

_OFFSET = re.compile(r"[0-9]{1,7}")


def part_of(line: Line, start: int, end: int, *, address: str) -> Line:
    """The characters of `line` from `start` to `end`, without space at their ends, as a line of their own."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    words = text.strip()
    end = start + len(words)
    runs = tuple(
        Run(max(run.start, start) - start, min(run.end, end) - start, run.style, run.href)
        for run in line.runs
        if run.start < end and run.end > start
    )
    number, column = line.place(start)
    return replace(
        line,
        text=words,
        runs=runs,
        address=address,
        number=number,
        column=column,
        breaks=_from(line.breaks, start, end),
        origins=_from(line.all_origins, start, end),
    )


def _from(places: Sequence[tuple], start: int, end: int) -> tuple[tuple, ...]:
    """`places` as they are in the part of a line from `start` to `end`; the last field of each counts characters."""
    before = [place for place in places if place[0] <= start][-1:]
    first = [(0, *place[1:-1], place[-1] + start - place[0]) for place in before]
    return (*first, *((at - start, *rest) for at, *rest in places if start < at < end))


def cut_unless_joined(line: Line, offset: int, joins: Collection[str]) -> tuple[Line, ...]:
    """`line` in two pieces, the second one named after the place where it begins; whole where an editor joined them."""
    address = address_of(line, offset)
    first = part_of(line, 0, offset, address=line.address)
    second = part_of(line, offset, len(line.text), address=address)
    if address in joins or not (first.text and second.text):
        return (line,)
    return first, replace(second, marker="", after_blank=False)


def address_of(line: Line, offset: int) -> str:
    """The address of what begins at `offset` in `line`, counted in the line as it was read."""
    address, own_offset = line.origin(offset)
    return f"{address}.{own_offset}" if own_offset else address


def own_cuts(lines: Sequence[Line], about: Collection[str]) -> tuple[str, ...]:
    """The places where a line was cut that nobody asked to cut, of those with a piece at an address in `about`.

    A decision about such a piece holds only with its cut: without it, the first piece has the address of the whole.
    """
    return tuple(
        second.address.replace(".", ":")
        for first, second in pairwise(lines)
        if "." in second.address
        and first.address.partition(".")[0] == second.address.partition(".")[0]
        and (first.address in about or second.address in about)
    )


def _read_place(place: str) -> tuple[str, int]:
    """The line as read, and the offset there, of “12:57” or “12.340:5”; nowhere is -1."""
    address, _, offset = place.partition(":")
    number, _, before = address.partition(".")
    if not _OFFSET.fullmatch(offset) or not _OFFSET.fullmatch(before or "0"):
        return number, -1
    return number, int(before or 0) + int(offset)


def cuts_of(decisions: Decisions) -> dict[str, list[int]]:
    """Offsets, in order, by the address of the line as read. What is decided about a piece cuts it off as well."""
    pieces = [f"{number}:{offset}" for number, dot, offset in (at.partition(".") for at in decisions.roles) if dot]
    by_line: dict[str, set[int]] = defaultdict(set)
    for place in (*decisions.cuts, *pieces):
        address, offset = _read_place(place)
        if offset > 0 and f"{address}.{offset}" not in decisions.joins:
            by_line[address].add(offset)
    return {address: sorted(offsets) for address, offsets in by_line.items()}


def pieces_of(line: Line, offsets: Sequence[int]) -> list[Line]:
    """The line cut at those of the offsets, counted in the line as read, that lie within it."""
    start = line.origin(0)[1]
    places = [offset - start for offset in offsets if 0 < offset - start < len(line.text)]
    if not places:
        return [line]
    following = [
        part_of(line, at, end, address=address_of(line, at)) for at, end in pairwise([*places, len(line.text)])
    ]
    return [
        part_of(line, 0, places[0], address=line.address),
        *(replace(piece, marker="", after_blank=False) for piece in following if piece.text),
    ]
