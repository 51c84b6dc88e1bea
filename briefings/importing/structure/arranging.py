"""The lines of a draft as an editor wants them cut and joined, and cut where one line holds two things."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefings.importing.decisions import Decisions
from briefings.importing.left_out import is_left_out, with_taken_in
from briefings.importing.lines import Line, Run
from briefings.importing.structure import questions, shapes
from briefings.importing.wordlists import words_of_all

_EDIT_LINK = re.compile(
    r"\s*\[\s*(?:edit|bearbeiten|modifier|editar|редагувати|ред\.|عدل|modifica)[^\[\]]{0,60}\]\s*\Z", re.IGNORECASE
)


_STARRED = 15  # words at most of a heading behind stars


_ANSWER_INSIDE = re.compile(r"\?\s+(?P<answer>A\s?[:.)]\s)")


def arranged(lines: Sequence[Line], decisions: Decisions) -> tuple[Line, ...]:
    """`lines` after the editor's cuts and joins, with the questions that begin a line on lines of their own."""
    cut = [piece for line in lines for piece in _pieces(line, _offsets(line, decisions.cuts))]
    joined: list[Line] = []
    for line in with_taken_in(cut, decisions):
        onto = next((at for at in range(len(joined) - 1, -1, -1) if not is_left_out(joined[at], decisions)), None)
        if line.address in decisions.joins and onto is not None:
            joined[onto] = _joined(joined[onto], line)
        else:
            joined.append(line)
    kept = set(decisions.joins)
    hidden = [line for line in joined if is_left_out(line, decisions)]
    joined = [_with_date(_without_stars(line)) for line in joined if not is_left_out(line, decisions)]
    joined = [piece for line in joined for piece in _without_edit_link(line)]
    apart = [piece for line in joined for piece in _without_run_in(line, kept)]
    return tuple(sorted([*_without_asking(apart), *hidden], key=lambda line: line.order))


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
        origins=_from(line.origins, start, end),
    )


def _from(places: tuple[tuple, ...], start: int, end: int) -> tuple[tuple, ...]:
    """`places` as they are in the part of a line from `start` to `end`; each counts on in its last field."""
    before = [place for place in places if place[0] <= start][-1:]
    first = [(0, *place[1:-1], place[-1] + start - place[0]) for place in before]
    return (*first, *((at - start, *rest) for at, *rest in places if start < at < end))


def cut_at(line: Line, offset: int) -> tuple[Line, ...]:
    """`line` in two pieces, the second one named after the place where it begins."""
    first = part_of(line, 0, offset, address=line.address)
    second = part_of(line, offset, len(line.text), address=address_of(line, offset))
    return tuple(piece for piece in (first, replace(second, marker="", after_blank=False)) if piece.text)


def address_of(line: Line, offset: int) -> str:
    """The address of what begins at `offset` in `line`: offsets always count in the line as it was read."""
    address, offset = line.origin(offset)
    number, _, before = address.partition(".")
    return f"{number}.{int(before or 0) + offset}"


def _offsets(line: Line, cuts: Sequence[str]) -> list[int]:
    offsets = set()
    for place in cuts:
        address, _, offset = place.partition(":")
        if address == line.address and offset.isdigit() and 0 < int(offset) < len(line.text):
            offsets.add(int(offset))
    return sorted(offsets)


def _pieces(line: Line, offsets: Sequence[int]) -> Iterator[Line]:
    last: list[Line] = []
    for offset in reversed(offsets):
        first, *second = cut_at(line, offset)
        if second:
            line, last = first, [*second, *last]
    yield line
    yield from last


def _joined(line: Line, following: Line) -> Line:
    shift = len(line.text) + 1
    words = f"{following.marker} {following.text}".strip() if following.marker else following.text
    shift += len(words) - len(following.text)
    runs = tuple(Run(run.start + shift, run.end + shift, run.style, run.href) for run in following.runs)
    breaks = following.breaks or ((0, following.number, following.column),)
    origins = following.origins or ((0, following.address, 0),)
    return replace(
        line,
        text=f"{line.text} {words}",
        runs=line.runs + runs,
        breaks=(*(line.breaks or ((0, line.number, line.column),)), *((at + shift, *rest) for at, *rest in breaks)),
        origins=(*(line.origins or ((0, line.address, 0),)), *((at + shift, *rest) for at, *rest in origins)),
    )


def _without_stars(line: Line) -> Line:
    """“**Security Council”, as notes of the United Nations head their parts: stars that nothing closes."""
    if not line.text.startswith("**") or line.text.count("**") > 1 or shapes.word_count(line.text) > _STARRED:
        return line
    rest = part_of(line, 2, len(line.text), address=line.address)
    return replace(rest, marker="**", style="heading", level=2) if rest.text else line


def _with_date(line: Line) -> Line:
    """“10. Mai: …” begins with a day and is no tenth point of a list."""
    first = re.match(r"[^\W\d_]+", line.text)
    if line.style != "numbered" or not first or not re.fullmatch(r"\d{1,2}\.", line.marker):
        return line
    if first[0].casefold() not in words_of_all("months") or not first[0][0].isupper():
        return line
    shift = len(line.marker) + 1
    runs = tuple(replace(run, start=run.start + shift, end=run.end + shift) for run in line.runs)
    return replace(line, text=f"{line.marker} {line.text}", runs=runs, marker="", style="text")


def _without_edit_link(line: Line) -> Iterator[Line]:
    """“Background[edit]”: a wiki’s link to its editor is no part of the heading."""
    link = _EDIT_LINK.search(line.text) if line.style == "heading" else None
    yield from cut_at(line, link.start()) if link and link.start() else (line,)


def _without_run_in(line: Line, kept: Collection[str]) -> Iterator[Line]:
    """“**Who pays?** The allies do.” as two lines, unless an editor joined them."""
    end = shapes.strong_until(line)
    if address_of(line, end) in kept or line.style in ("row", "note") or not 0 < end < len(line.text) - 1:
        yield line
        return
    pieces = cut_at(line, end)
    if len(pieces) == 2 and shapes.is_question(pieces[0]) and shapes.word_count(pieces[0].text) > 1:
        yield pieces[0]
        yield replace(pieces[1], style="text", level=0)
    else:
        yield line


def _without_asking(lines: Sequence[Line]) -> tuple[Line, ...]:
    """“Q:” and “A:” taken off their lines, where the draft marks its questions so; “Q: … A: …” in one line is cut."""
    if not questions.is_marked(lines):
        return tuple(lines)
    found: list[Line] = []
    for line in lines:
        marker = questions.asking_marker(line) or questions.answering_marker(line)
        if not marker or line.marker or len(marker) >= len(line.text):
            found.append(line)
            continue
        rest = part_of(line, len(marker), len(line.text), address=line.address)
        asked = replace(rest, marker=marker.strip(), style="text")
        answer = _ANSWER_INSIDE.search(asked.text)
        found += _cut_before(asked, answer.start("answer")) if answer else [asked]
    return tuple(found)


def _cut_before(line: Line, offset: int) -> list[Line]:
    """“Who pays? A: The allies.” as a question and, without its “A:”, an answer."""
    question, *answers = cut_at(line, offset)
    for answer in answers:
        marker = questions.answering_marker(answer)
        words = part_of(answer, len(marker), len(answer.text), address=answer.address)
        return [question, replace(words, marker=marker.strip())] if words.text else [question, answer]
    return [question]
