"""Plain text: paragraphs, whether their lines are broken at a width or not, points of lists, rows of tables."""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from briefings.importing.findings import Finding
from briefings.importing.formats.letters import below_the_letter, heads_above
from briefings.importing.formats.links import address_of
from briefings.importing.formats.markers import marker_of
from briefings.importing.formats.sheet import MOST_LINES, too_many_lines
from briefings.importing.formats.wrapping import Wrapping, wrapping_of
from briefings.importing.lines import Line, Style

MOST_BREAKS = 1_000
"""Places kept of one line. Beyond them the column is counted on from the last."""

_QUOTED = re.compile(r"(?:>[ \t]?)*>(?=[ \t>]|$)[ \t]?")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?)\]'’]")
_WORD = re.compile(r"\S+")
_CELLS = re.compile(r"\||\t+")


@dataclass(frozen=True)
class Source:
    """A line of the draft without the “>” before it."""

    text: str
    number: int
    column: int = 0
    quoting: str = ""

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


def lines_of_text(
    text: str, *, is_mail: bool = False, is_forwarded: bool = False
) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """The lines of a cleaned text. What stands below a letter is left out, also where a mail was pasted."""
    raw = text.split("\n", MOST_LINES)
    sources = [_unquoted(line, number) for number, line in enumerate(raw, start=1)]
    texts, quoted = [source.text for source in sources], [bool(source.quoting) for source in sources]
    heads = heads_above(texts)
    is_mail |= any(heads.values())
    below = below_the_letter(texts, quoted, is_mail=is_mail, is_forwarded=is_forwarded)
    together = groupby(
        sources, key=lambda source: (source.is_blank, below[source.number - 1], source.number - 1 in heads)
    )
    blocks = [list(block) for (blank, *_), block in together if not blank]
    wrapping = wrapping_of([[source.text for source in block] for block in blocks if not below[block[0].number - 1]])
    lines: list[Line] = []
    last = 0
    for block in blocks:
        after_blank = block[0].number > last + 1 and bool(lines or block[0].number > 1)
        last = block[-1].number
        for style, part in _parts(block):
            for group in [[source] for source in part] if style == "row" else paragraphs(part, wrapping):
                line = _line(group, style=style, address=str(len(lines)), after_blank=after_blank)
                hiding = below[line.number - 1]
                lines.append(replace(line, left_out=hiding) if hiding else line)
                if line.number - 1 in heads:
                    lines[-1] = _of_the_head(lines[-1], is_subject=heads[line.number - 1])
                after_blank = False
    return tuple(lines), (too_many_lines(MOST_LINES + 1),) if len(raw) > MOST_LINES else ()


def _of_the_head(line: Line, *, is_subject: bool) -> Line:
    """“Subject: …” is the headline of a letter; what else its head says stands beside the text."""
    name, _colon, words = line.text.partition(":")
    if not is_subject or not words.strip():
        return replace(line, aside="front matter")
    return replace(line, text=words.strip(), marker=f"{name}:", style="title", column=line.column + len(name) + 2)


def paragraphs(block: list[Source], wrapping: Wrapping) -> list[list[Source]]:
    """The lines of a block in groups, each of which was one line before it was broken at a width."""
    groups: list[list[Source]] = []
    for source in block:
        before = groups[-1][-1] if groups else None
        if before and before.quoting == source.quoting and wrapping.goes_on(before.text, source.text):
            groups[-1].append(source)
        else:
            groups.append([source])
    return groups


def joined(group: list[Source]) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """The words of some lines with one space between, and where they stand in the draft, as `Line.breaks`."""
    words: list[str] = []
    breaks: list[tuple[int, int, int]] = []
    length = 0
    for source in group:
        expected = -1
        for word in _WORD.finditer(source.text):
            if word.start() != expected and len(breaks) < MOST_BREAKS:
                breaks.append((length, source.number, source.column + word.start()))
            shown = with_true_address(word[0])
            words.append(shown)
            length += len(shown) + 1
            expected = word.end() + 1 if shown == word[0] else -1
    return " ".join(words), tuple(breaks)


def with_true_address(word: str) -> str:
    """A word with a web address in it, without what only tells who followed the address."""
    match = _WEB_ADDRESS.search(word) if "://" in word else None
    address = address_of(match[0]) if match else ""
    return word.replace(match[0], address) if match and address else word


def _unquoted(line: str, number: int) -> Source:
    match = _QUOTED.match(line)
    if not match:
        return Source(line, number)
    return Source(line[match.end() :], number, match.end(), "".join(match[0].split()))


def _parts(block: list[Source]) -> list[tuple[Style, list[Source]]]:
    """Runs of rows of a table, and what is none. One row alone is no table."""
    parts: list[tuple[Style, list[Source]]] = []
    for is_row, group in groupby(block, key=lambda source: has_cells(source.text)):
        sources = list(group)
        style: Style = "row" if is_row and len(sources) > 1 and not marker_of(sources[0].text.strip()) else "text"
        if parts and parts[-1][0] == style:
            parts[-1][1].extend(sources)
        else:
            parts.append((style, sources))
    return parts


def _line(group: list[Source], *, style: Style, address: str, after_blank: bool) -> Line:
    first = group[0]
    text, breaks = joined(group)
    marker, level = first.quoting, 0
    if style == "row":
        text = row(first.text)
        breaks = breaks[:1]
    elif point := marker_of(text):
        text, level = text[point.end :], 1
        marker, style = " ".join(filter(None, (marker, point.marker))), point.style
        breaks = _after(breaks, point.end)
    _, number, column = breaks[0]
    if len(breaks) == 1:
        breaks = ()
    return Line(text, number, column, style, level, (), marker, address, after_blank, "", breaks)


def has_cells(text: str) -> bool:
    """Whether a tab or an upright line parts the words of a line."""
    return "\t" in text.strip() or "|" in text.strip(" \t|")


def row(text: str) -> str:
    """The cells of a row, an upright line between."""
    cells = _CELLS.split(text.strip().removeprefix("|").removesuffix("|").strip())
    return " | ".join(" ".join(cell.split()) for cell in cells).strip()


def _after(breaks: tuple[tuple[int, int, int], ...], cut: int) -> tuple[tuple[int, int, int], ...]:
    """The same places once the text has lost its first `cut` characters."""
    before = [place for place in breaks if place[0] <= cut]
    start, number, column = before[-1]
    return (0, number, column + cut - start), *((at - cut, *place) for at, *place in breaks[len(before) :])
