"""What stands above the first paragraph of a text and below its last, found by its place and not by its words."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from briefings.importing.decisions import Role
from briefings.importing.lines import Line
from briefings.importing.structure import front, shapes
from briefings.importing.structure.headings import Heading
from briefings.messages import Message

ABOVE = Message("A short line above the text, where pages say other things")
BELOW = Message("A short line below the text, where pages say other things")
LEADS = Message("A short line with a page’s own words right below")
_STANDFIRST = 9  # words at least
_TEXT = 3  # paragraphs at least, before what stands below them can be told


def head_of(
    lines: Sequence[Line], candidates: Sequence[int], headings: Mapping[int, Heading], around: Collection[int]
) -> Mapping[int, tuple[Role, str]]:
    """Role and reason of those `candidates` above the text that look like headings or paragraphs and are none.

    `around`: the lines that are known to stand around the text. What the draft itself marks as a heading is one.
    """
    loose = [index for index, heading in headings.items() if heading.form == "shape"]
    prose = [index for index in candidates if shapes.is_prose(lines[index])]
    roles: dict[int, tuple[Role, str]] = {}
    for index in loose:
        if (below := _next(lines, index)) in around:
            is_byline = front.is_dated(lines[below]) and front.reads_as_signature(lines[index])
            roles[index] = ("byline", Message("Names above the day")) if is_byline else ("unplaced", LEADS)
    if len(prose) >= _TEXT and not any(index > prose[0] and index not in roles for index in headings):
        above = [index for index in candidates if index < prose[0] and index not in roles]
        roles |= {index: ("unplaced", ABOVE) for index in above if _is_scrap(lines[index])}
    return roles


def _is_scrap(line: Line) -> bool:
    return line.style == "text" and not shapes.is_question(line) and shapes.word_count(line.text) < _STANDFIRST


def _next(lines: Sequence[Line], index: int) -> int:
    """The index of the line below, without pictures and what else stands aside."""
    return next((below for below in range(index + 1, len(lines)) if not lines[below].aside), len(lines))


def foot_of(lines: Sequence[Line], candidates: Sequence[int]) -> Iterator[int]:
    """The short lines at the end of a text that are no sentences."""
    if sum(shapes.is_prose(lines[index]) for index in candidates) < _TEXT:
        return
    below = None
    for index, above in pairwise(reversed(candidates)):
        line = lines[index]
        is_title = _is_title(line)
        is_link = below is not None and front.is_dated(below)
        is_prose = shapes.is_prose(line) and not is_title
        if line.style != "text" or shapes.is_question(line) or is_prose or shapes.label_of(line):
            return
        if not front.is_dated(line) and not is_link:
            is_said = shapes.QUOTED.search(line.text) or shapes.is_pull_quote(lines[above])
            if is_said or not (is_title or shapes.is_short(line, words=12, characters=100)):
                return
        below = line
        yield index


def _is_title(line: Line) -> bool:
    """“Ministry of Works and Harbours.”: an office or a name with a full stop, no sentence."""
    words = [word for word in re.findall(r"[^\W\d_]+", line.text) if len(word) > 3]
    return len(line.text) <= 100 and len(words) > 1 and all(word[0].isupper() for word in words)
