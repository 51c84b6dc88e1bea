"""Which lines are headings, and the sign by which each was found."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefings.importing.lines import Line
from briefings.importing.structure import shapes
from briefings.messages import Message

_MOST_WORDS = 20
_MOST_CHARACTERS = 160


@dataclass(frozen=True)
class Heading:
    """`level` counts from 1; without a style it is 2. `form`: the sign of it. `is_sure`: the draft says it itself."""

    form: str
    level: int
    is_sure: bool
    reason: str


def headings_of(lines: Sequence[Line], among: Iterable[int]) -> Mapping[int, Heading]:
    """The headings among the lines with these indices, which are in order.

    The draft's format decides first, then what its writer made stand out (bold, capitals, numbers). The shape of a line
    decides only where a draft has none of these.
    """
    indices = list(among)
    after = dict(itertools.pairwise(indices))
    before = {below: index for index, below in after.items()}
    followed = [index for index in indices if index in after]
    headings: dict[int, Heading] = {}
    most_are_strong = sum(shapes.is_all_strong(lines[index]) for index in indices) * 2 > len(indices)
    most_are_capitals = sum(shapes.is_capitals(lines[index]) for index in indices) * 2 > len(indices) > 2
    for index in indices:
        line = lines[index]
        if line.style == "heading":
            form = f"heading-{line.level}"
            headings[index] = Heading(form, line.level, is_sure=True, reason=Message("A heading by its style"))
        elif index not in after or not _may_stand_out(line):
            continue
        elif shapes.is_all_strong(line) and not most_are_strong:
            headings[index] = Heading("strong", 2, is_sure=True, reason=Message("A line in bold"))
        elif shapes.is_capitals(line) and not most_are_capitals:
            headings[index] = Heading("capitals", 2, is_sure=False, reason=Message("A line in capitals"))
        elif _is_numbered_heading(lines, index, after[index], indices):
            headings[index] = Heading("numbered", 2, is_sure=False, reason=Message("A numbered line above prose"))
    if len([heading for heading in headings.values() if heading.form != "numbered"]) > _few(headings):
        return headings
    turns = shapes.turns_of([lines[index] for index in indices])
    blanks = sum(lines[index].after_blank for index in indices) * 2 > len(indices)
    for index in followed:
        line, below = lines[index], lines[after[index]]
        if _introduces_list(line, below):
            headings[index] = Heading("shape", 2, is_sure=False, reason=Message("A short line above a list"))
        if index in headings or (blanks and not line.after_blank) or after[index] in headings:
            continue
        if (
            line.style == "text"
            and shapes.label_of(line) not in turns
            and shapes.is_short(line, words=18, characters=_MOST_CHARACTERS)
            and _is_prose_below(below)
            and not _goes_on_below(line, below)
            and not (index in before and shapes.signs(line, lines[before[index]]))
        ):
            headings[index] = Heading("shape", 2, is_sure=False, reason=Message("A short line above prose"))
    return dict(sorted(headings.items()))


def _few(headings: Mapping[int, Heading]) -> int:
    """How many headings a draft may have for the shape of lines to decide as well: 0 if its format has subheadings."""
    return 0 if any(heading.form.startswith("heading") and heading.level > 1 for heading in headings.values()) else 1


def _is_prose_below(line: Line) -> bool:
    return shapes.is_prose(line) or (line.text.endswith((":", "：")) and shapes.word_count(line.text) > 3)


def _goes_on_below(line: Line, below: Line) -> bool:
    """Whether a line is broken inside its sentence: what stands below begins with a small letter."""
    return below.text.lstrip("“„«»\"'‘(…")[:1].islower() and not shapes.ends_as_sentence(line)


def _introduces_list(line: Line, below: Line) -> bool:
    """“Key points:” above the points of a list."""
    return (
        line.style == "text"
        and line.text.endswith(":")
        and shapes.word_count(line.text) <= 4
        and line.text[0].isupper()
        and below.style in ("bullet", "numbered")
    )


def _may_stand_out(line: Line) -> bool:
    return (
        line.style in ("text", "numbered")
        and len(line.text) <= _MOST_CHARACTERS
        and shapes.word_count(line.text) <= _MOST_WORDS
        and not shapes.core(line.text).endswith((".", ",", ";", "…", "。"))
    )


def _is_numbered_heading(lines: Sequence[Line], index: int, below: int, indices: Sequence[int]) -> bool:
    """Whether a line like “2. What happened” stands above prose that is no point of a list, nor part of a point."""
    line = lines[index]
    if line.style != "numbered" or (shapes.ends_as_sentence(line) and not shapes.is_question(line)):
        return False
    if lines[below].level > line.level:
        return False  # its own points follow: it is one of a list
    place = indices.index(index) if len(indices) < 400 else None
    above = lines[indices[place - 1]] if place else None
    if shapes.goes_on_a_point(lines[below]) or lines[below].level > line.level:
        return False  # a point with points or paragraphs of its own
    return (
        lines[below].style != "numbered" and shapes.is_prose(lines[below]) and not (above and above.style == "numbered")
    )
