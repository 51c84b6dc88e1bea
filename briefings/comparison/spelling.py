"""What was replaced by what, and whether two texts differ by no more than spelling."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefings.comparison.lines import Line
from briefings.comparison.parts import ComparedField, ComparedPart

_MOST = 12
"""Places that may differ in all. More is a revision, however small each of them is."""
_LONGEST = 60
_LEAST_LIKENESS = 0.6


@dataclass(frozen=True)
class Replacement:
    """Words that went and what came in their place; either may be empty. They stand behind `follows` in their line."""

    before: str
    after: str
    follows: str = ""


def replacements(field: ComparedField) -> list[Replacement]:
    """In the order of the text. A code or a name counts as a whole."""
    if field.kind != "words":
        return [Replacement(field.before, field.after)]
    return [replacement for line in field.lines for replacement in _of_line(line)]


def is_spelling_only(parts: Iterable[ComparedPart]) -> bool:
    """Whether the compared parts hold a change, and none that is more than letters, marks and spaces of a word.

    A figure that differs is never spelling, and no part may have come, gone or moved.
    """
    changed = [part for part in parts if part.is_changed]
    if not changed or any(part.change != "changed" or part.is_moved for part in changed):
        return False
    if any(field.kind != "words" for part in changed for field in part.fields):
        return False
    found = [replacement for part in changed for field in part.fields for replacement in replacements(field)]
    return len(found) <= _MOST and all(_is_spelling(each) for each in found)


def figures(text: str) -> list[str]:
    """The signs of `text` that are figures, in order."""
    return [sign for sign in text if sign.isnumeric()]


def _of_line(line: Line) -> Iterator[Replacement]:
    went = follows = ""
    for stretch in line.stretches:
        if stretch.kind == "deleted":
            went = stretch.text
        elif stretch.kind == "inserted":
            yield Replacement(went, stretch.text, follows)
            went, follows = "", follows + stretch.text
        else:
            if went:
                yield Replacement(went, "", follows)
            went, follows = "", stretch.text
    if went:
        yield Replacement(went, "", follows)


def _is_spelling(replacement: Replacement) -> bool:
    was, is_now = replacement.before, replacement.after
    if max(len(was), len(is_now)) > _LONGEST or figures(was) != figures(is_now):
        return False
    letters = _letters(was), _letters(is_now)
    if letters[0] == letters[1]:
        return True
    return all(letters) and SequenceMatcher(None, *letters, autojunk=False).ratio() >= _LEAST_LIKENESS


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
