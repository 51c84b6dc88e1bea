"""Finds a quotation's words in the text of their section.

Editors retype quotation marks, dashes and spaces. So both texts are folded before they are compared, and the offsets
are translated back to the original text.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_FOLDS = {
    **dict.fromkeys("“”„‟«»＂〝〞", '"'),
    **dict.fromkeys("‘’‚‛‹›`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")


Folded = tuple[str, list[int]]


def fold(text: str) -> Folded:
    """`text` folded for comparison, and by folded character its offset in `text` (in code points)."""
    folded: list[str] = []
    origins: list[int] = []
    for offset, characters in enumerate(map(_folded, text)):
        if characters != " ":
            folded += characters
            origins += [offset] * len(characters)
        elif folded and folded[-1] != " ":
            folded.append(" ")
            origins.append(offset)
    return "".join(folded), origins


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """What stands for one character: a space for any that parts words, nothing for an invisible one."""
    if character in _INVISIBLE:
        return ""
    if character.isspace():
        return " "
    return _FOLDS.get(character) or unicodedata.normalize("NFKC", character).casefold()


class NotLocated(ValueError):
    """Raised where the words are not in the section (`count` 0), or match in more than one place (`count` of them)."""

    def __init__(self, words: str, count: int) -> None:
        self.words, self.count = words, count
        super().__init__(words)


def locate(spans: Iterable[str], text: str | Folded) -> tuple[tuple[int, int], ...]:
    """Start and end (code points in `text`, which may be folded already) of each of `spans`, which follow one another.

    A single span has to be unique. Of several, the first may occur more than once if the others follow it in one place
    only; each is then found where it comes next. Raises NotLocated.
    """
    folded, origins = fold(text) if isinstance(text, str) else text
    needles = [fold(span)[0].strip() for span in spans]
    if not needles or not all(needles):
        raise NotLocated("", 0)
    starts = [start for start in _occurrences(folded, needles[0]) if _follow(folded, needles, start)]
    if len(starts) != 1:
        raise NotLocated(needles[0], len(starts))
    return tuple((origins[start], origins[end - 1] + 1) for start, end in _follow(folded, needles, starts[0]))


def _occurrences(text: str, needle: str) -> Iterable[int]:
    start = text.find(needle)
    while start >= 0:
        yield start
        start = text.find(needle, start + 1)


def _follow(text: str, needles: list[str], start: int) -> list[tuple[int, int]]:
    """The places of `needles`, each the next one after the last, from `start`; empty where one is missing."""
    places: list[tuple[int, int]] = []
    for needle in needles:
        start = text.find(needle, start)
        if start < 0:
            return []
        places.append((start, start + len(needle)))
        start += len(needle)
    return places
