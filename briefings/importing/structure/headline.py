"""Which line at the top of a draft is its headline."""

from collections.abc import Sequence

from briefings.importing.lines import Line
from briefings.importing.structure import front, page_furniture, shapes
from briefings.messages import Message

FRONT = 8
"""Lines at most above the text: headline, standfirst, bylines, days."""
_SCRAPS = 5  # the first lines of all, of which one is text
_SITE_NAME, _HEADLINE = 3, 6  # words at most, words at least


def headline_among(lines: Sequence[Line], candidates: Sequence[int]) -> tuple[int, str, bool] | None:
    """The index of the headline, why, and whether the format says it."""
    first_lines = candidates[:FRONT]
    if titled := [index for index in first_lines if lines[index].style == "title"]:
        return titled[0], Message("The title of the document"), True
    top = [index for index in candidates if lines[index].style == "heading" and lines[index].level == 1]
    if top and top[0] in first_lines and (len(top) == 1 or top[0] == candidates[0]):
        above = candidates[: candidates.index(top[0])]
        if not any(shapes.is_prose(lines[index]) and len(lines[index].text) > 120 for index in above):
            return top[0], Message("The heading at the top"), True
    candidates = [index for index in candidates if not (index < 3 and _says_when(lines[index]))]
    if len(candidates) < 2:
        return None
    candidates = candidates[_below_site_names(lines, candidates) :]
    first, below = lines[candidates[0]], lines[candidates[1]]
    if first.style == "heading":
        return (
            (candidates[0], Message("The heading at the top"), True)
            if not page_furniture.names_sources(first)
            else None
        )
    if first.style != "text" or front.authors_of(first) or (shapes.names_the_faq(first) and ":" not in first.text):
        return None
    is_credited = any(_reads_as_credit(lines[index]) for index in candidates[1:4])
    if not shapes.is_short(first, words=25, characters=200) and not (
        is_credited and shapes.word_count(first.text) <= 20 and first.text[-1] in ".!…"
    ):
        return None
    if shapes.is_all_strong(first) or shapes.is_capitals(first):
        return candidates[0], Message("A line that stands out at the top"), False
    is_above = (
        (shapes.is_prose(below) and (len(below.text) > len(first.text) or first.after_blank or below.after_blank))
        or front.authors_of(below) is not None
        or front.is_dated(below)
        or front.reads_as_authors(below)
        or below.style == "bullet"
        or (below.after_blank and len(below.text) > len(first.text))
        or is_credited
        or below.style == "heading"
        or (
            len(candidates) > 2
            and shapes.is_short(below, words=25, characters=200)
            and _reads_as_credit(lines[candidates[2]])
        )
        or any(shapes.is_prose(lines[index]) and not shapes.is_item(lines[index]) for index in candidates[2:_SCRAPS])
    )
    return (candidates[0], Message("A lone short line at the top"), False) if is_above else None


def _says_when(line: Line) -> bool:
    return front.is_dated(line) or front.names_embargo(line)


def _reads_as_credit(line: Line) -> bool:
    return front.authors_of(line) is not None or front.is_dated(line) or front.reads_as_authors(line)


def _below_site_names(lines: Sequence[Line], candidates: Sequence[int]) -> int:
    """How many lines at the top only name the site or a part of it, above one that is as long as a headline."""
    for place, index in enumerate(candidates[: FRONT + 1]):
        line = lines[index]
        if _reads_as_credit(line):
            continue
        if shapes.is_prose(line) or line.style != "text":
            break
        if shapes.word_count(line.text) > _SITE_NAME:
            return place if shapes.word_count(line.text) >= _HEADLINE and place < len(candidates) - 1 else 0
    return 0
