"""Tells a text whose lines were broken at a width from one that has a line for each paragraph.

Whoever breaks lines at a width puts as many words into a line as fit. So in a wrapped paragraph the first word of the
next line would not have fitted, and in lines that end where their writer ended them it mostly would have.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefings.importing.formats.markers import marker_of

NARROWEST, WIDEST = 45, 100
# Programs that even out the right edge leave some room that a short word would have filled.
_SLACK = 6
_FEW = 3
# Longer ones are addresses, or a script that puts no space between words.
_LONG_WORD = 25
_ENDS_A_SENTENCE = re.compile(r"[.!?…。؟।:][”’\"'»)\]]*$")
_BEGINS_ANEW = re.compile(r"(?:[QA]|Question|Answer)\s?\d{0,3}\s?[:.)]\s|#{1,6}\s|\[\^?\w{1,20}\]|[-=_*]{3,}$")


@dataclass(frozen=True)
class Wrapping:
    """`width`: where the lines of a draft were broken; 0: they were not."""

    width: int

    def goes_on(self, line: str, after: str) -> bool:
        """Whether `line` was broken before `after`, both with the white space at their front."""
        words = after.strip()
        if not self.width or not words or not is_full(line, after, self.width):
            return False
        if marker_of(words) or _BEGINS_ANEW.match(words) or "\t" in line.strip() or words.isupper() != line.isupper():
            return False
        if _indent(after) > _indent(line) and not marker_of(line.strip()):
            return False
        stands_alone = not is_full(after, "", self.width) and not _ENDS_A_SENTENCE.search(words)
        return not (stands_alone and _ENDS_A_SENTENCE.search(line.strip()) and not _goes_on_in_words(words))


def wrapping_of(blocks: Sequence[Sequence[str]]) -> Wrapping:
    """How the lines of a draft were broken. A block is what stands between blank lines."""
    pairs = [(line, after) for block in blocks for line, after in pairwise(block)]
    pairs = [(line, after) for line, after in pairs if not marker_of(after.strip()) and "\t" not in line.strip()]
    if not pairs:
        return Wrapping(0)
    lengths = sorted(len(line.rstrip()) for line, _ in pairs)
    # A long address sticks out of the width that all other lines keep.
    width = lengths[(len(lengths) - 1) * 95 // 100]
    if not NARROWEST <= width <= WIDEST:
        return Wrapping(0)
    full = [(line, after) for line, after in pairs if is_full(line, after, width)]
    going_on = [after for line, after in full if not _ENDS_A_SENTENCE.search(line.strip())]
    in_words = sum(_goes_on_in_words(after.strip()) for after in going_on)
    if len(pairs) <= _FEW:
        return Wrapping(width if in_words == len(pairs) else 0)
    plausible = len(full) * 2 >= len(pairs) and len(going_on) * 2 >= len(full) and in_words * 3 >= len(full)
    return Wrapping(width if plausible else 0)


def is_full(line: str, after: str, width: int) -> bool:
    """Whether the first word of `after` had no room in `line`."""
    first, _, _ = after.strip()[:_LONG_WORD].partition(" ")
    return len(line.rstrip()) + 1 + len(first) > width - _SLACK


def _goes_on_in_words(words: str) -> bool:
    """Begins as no sentence does: with a small letter, or in a script that has none."""
    first = next(filter(str.isalpha, words), "A")
    return first == first.lower()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
