"""Finds what stands in quotation marks in one paragraph, in one pass, and the marks that have no partner."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefings.importing.wordlists import words_of_all

_CLOSERS = {
    "“": "”",
    "„": "“”",
    "”": "”",  # Swedish and Finnish open with it
    '"': '"',
    "«": "»",
    "»": "«",  # German books turn guillemets round
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "‚": "‘’",
    "‘": "’",
    "'": "'",
}
_MIXED = {"„": '"', "“": '"'}  # what a keyboard without the right mark closes with
_ALWAYS_OPEN = frozenset("“„«‹「『‚")
_APOSTROPHES = frozenset("’'")
_MARK = re.compile("[“”„\"«»‹›「」『』‚‘’']")
TEMPLATE = re.compile(r"\{\{.{0,300}?\}\}|\{%.{0,300}?%\}")
"""A placeholder that a program would fill: nobody speaks in it."""
_FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Marked:
    """Words in quotation marks: `start` and `end` are the offsets of the words in the paragraph, without the marks.

    `goes_on`: they continue the quotation before them. `stays_open`: no mark closes them in this paragraph, and they
    continue in the next.
    """

    start: int
    end: int
    goes_on: bool = False
    stays_open: bool = False


def without_templates(text: str) -> str:
    """`text` with spaces for “{{ … }}” outside of quotation marks, since no name in it is a speaker's."""
    if "{" not in text:
        return text
    quoted, _alone = marked_words(text)
    return TEMPLATE.sub(
        lambda match: (
            match[0] if any(words.start <= match.start() < words.end for words in quoted) else " " * len(match[0])
        ),
        text,
    )


def marked_words(text: str) -> tuple[tuple[Marked, ...], tuple[int, ...]]:
    """The words in marks in `text` (of nested marks the outer ones), and the offsets of marks without a partner.

    An apostrophe is never reported.
    """
    if "{" in text:
        text = TEMPLATE.sub(lambda marked: " " * len(marked[0]), text)
    marks = [(match.start(), match[0]) for match in _MARK.finditer(text)]
    closing = _closing_places(text, marks)
    mixed = _mixed_places(text, marks)
    last = {}
    for offset in sorted(closing):
        last[text[offset]] = offset
    marked: list[Marked] = []
    alone: list[int] = []
    opened: int | None = None
    for offset, mark in marks:
        if opened is not None and (
            mixed.get(opened) == offset or (mark in _CLOSERS[text[opened]] and offset in closing)
        ):
            marked.append(Marked(start=opened + 1, end=offset))
            opened = None
        elif _opens(text, offset, mark):
            closes_later = offset in mixed or any(last.get(closer, -1) > offset for closer in _CLOSERS[mark])
            if opened is not None and text[opened] == mark:
                alone.append(opened)  # the same mark again: the one before was never closed
                opened = offset if closes_later else None
            elif opened is None and closes_later:
                opened = offset
            elif opened is None and mark not in _APOSTROPHES:
                alone.append(offset)
        elif opened is None and not _is_no_quotation_mark(text, offset, mark):
            alone.append(offset)
    return tuple(marked), tuple(alone)


def _mixed_places(text: str, marks: list[tuple[int, str]]) -> dict[int, int]:
    """By the offset of each opening mark that a straight mark closes, for want of its own, the offset of that mark."""
    places: dict[int, int] = {}
    opened: dict[str, int] = {}
    is_inside = False  # of straight marks that have both their partners
    for offset, mark in marks:
        is_of_a_pair = mark == '"' and (is_inside or _opens(text, offset, mark))
        is_inside ^= is_of_a_pair
        for opener, at in list(opened.items()):
            if mark in _CLOSERS[opener]:
                places.pop(at, None)
                del opened[opener]
            elif mark == _MIXED[opener] and not is_of_a_pair:
                places.setdefault(at, offset)
        if mark in _MIXED:
            opened[mark] = offset
    return places


def marked_lines(texts: Sequence[str]) -> tuple[tuple[tuple[Marked, ...], tuple[int, ...]], ...]:
    """`marked_words` of each of several paragraphs, with the quotations that run over their ends.

    The common form: every paragraph of the quotation opens, only the last one closes. Some close without opening again.
    """
    by_line = [marked_words(text) for text in texts]
    result: list[tuple[tuple[Marked, ...], tuple[int, ...]]] = []
    open_mark = ""
    for index, (text, (marked, alone)) in enumerate(zip(texts, by_line, strict=True)):
        marks, lone = list(marked), list(alone)
        if open_mark and marks and _continues(text, marks[0].start - 1, open_mark):
            marks[0] = Marked(marks[0].start, marks[0].end, goes_on=True)
            open_mark = ""
        elif open_mark and lone and (closing := _closes_bare(text, lone, marks, open_mark)) is not None:
            marks.insert(0, Marked(0, closing, goes_on=True))
            lone.remove(closing)
            open_mark = ""
        following = texts[index + 1] if index + 1 < len(texts) else ""
        opened = next(
            (offset for offset in lone if _stays_open(text, offset, following, by_line[index + 1 : index + 2])), None
        )
        if opened is not None:
            goes_on = bool(open_mark) and _continues(text, opened, open_mark)
            marks = [words for words in marks if words.start < opened]  # what is marked inside belongs to it
            lone = [offset for offset in lone if offset < opened]
            marks.append(Marked(opened + 1, len(text), goes_on=goes_on, stays_open=True))
            open_mark = text[opened]
        elif open_mark and not marks and not lone and following:
            open_mark = ""
        result.append((tuple(marks), tuple(lone)))
    return tuple(result)


def _continues(text: str, offset: int, open_mark: str) -> bool:
    """Whether the mark at `offset` begins the paragraph as one that goes on with a quotation does."""
    if text[:offset].strip("—– -"):
        return False
    return text[offset] == open_mark or text[offset] in _CLOSERS[open_mark]


def _closes_bare(text: str, lone: Sequence[int], marks: Sequence[Marked], open_mark: str) -> int | None:
    first = lone[0]
    is_first = not marks or first < marks[0].start
    return first if is_first and text[first] in _CLOSERS[open_mark] else None


def _stays_open(
    text: str, opened: int, following: str, later: Sequence[tuple[tuple[Marked, ...], tuple[int, ...]]]
) -> bool:
    """Whether the lone mark at `opened` opens a quotation that the next paragraph goes on with."""
    if not following or text[opened] not in _CLOSERS or text[opened] in _APOSTROPHES:
        return False
    if text[opened] not in _ALWAYS_OPEN and not _opens(text, opened, text[opened]):
        return False
    beginning = following.lstrip("—– -")[:1]
    if beginning == text[opened] or (text[opened] == "«" and beginning == "»"):
        return True
    return any(lone and not marked and following[lone[0]] in _CLOSERS[text[opened]] for marked, lone in later)


def _opens(text: str, offset: int, mark: str) -> bool:
    """Whether a mark may open here: after a space or another opening, before a word."""
    after = text[offset + 1 : offset + 2]
    if mark in _ALWAYS_OPEN:
        return True
    if mark not in _CLOSERS or not after or after.isspace():
        return False
    before = text[offset - 1 : offset]
    if before and (before.isalnum() or before in ".,;:!?…)]}%"):
        return False
    return not (mark in "‘'" and _is_elision(text, offset + 1))


def _is_elision(text: str, start: int) -> bool:
    """Whether an apostrophe before `start` stands for letters left out: ’90s, ’tis."""
    word = _FIRST_WORD.match(text, start, start + 20)
    return bool(word) and (word[0][0].isdigit() or word[0].casefold() in words_of_all("elisions"))


def _is_no_quotation_mark(text: str, offset: int, mark: str) -> bool:
    """Whether a mark that neither opens nor closes is an apostrophe, or inches after a digit."""
    if mark == '"':
        return text[offset - 1 : offset].isdigit()
    return mark in _APOSTROPHES or (mark == "‘" and _is_elision(text, offset + 1))


def _closing_places(text: str, marks: list[tuple[int, str]]) -> set[int]:
    """Offsets of the marks that can close. What stands beside an apostrophe tells it from a single closing mark.

    ‘the allies’ support’: between an s and a small letter it is a possessive, if a later mark surely closes before
    another opens.
    """
    places: set[int] = set()
    closes_before_next_opening = {"’": False, "'": False}
    for offset, mark in reversed(marks):
        if mark not in _APOSTROPHES:
            places.add(offset)
            if mark == "‘":
                closes_before_next_opening["’"] = False
            continue
        if not text[offset - 1 : offset].strip() or text[offset + 1 : offset + 2].isalnum():
            if _opens(text, offset, mark):
                closes_before_next_opening[mark] = False
            continue
        if not _is_possessive(text, offset):
            closes_before_next_opening[mark] = True
            places.add(offset)
        elif not closes_before_next_opening[mark]:
            places.add(offset)
    return places


def _is_possessive(text: str, offset: int) -> bool:
    after = text[offset + 1 : offset + 3]
    return text[offset - 1] == "s" and after[:1] == " " and after[1:].islower()
