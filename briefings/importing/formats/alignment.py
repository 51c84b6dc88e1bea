"""Where the words of a line stand in a source that has marks between them."""

import re
from dataclasses import replace

from briefings.importing.formats.plain import MOST_BREAKS
from briefings.importing.lines import Line

# How far ahead a word is looked for: past the address of a link, and not past the whole draft.
_FARTHEST = 500
_WORD = re.compile(r"\w+")


def with_places(line: Line, source: list[str]) -> Line:
    """`line`, which begins in the source line of its number, with `column` and `breaks`.

    A word that is not found, as where the source writes an entity, is counted on from the word before.
    """
    number, column = line.number, 0
    breaks: list[tuple[int, int, int]] = []
    for word in _WORD.finditer(line.text):
        position = _position_of(word[0], source[number - 1], column)
        if position < 0 and number < len(source) and source[number].strip():
            position = _position_of(word[0], source[number], 0)
            if position >= 0:
                number += 1
        if position < 0:
            continue
        if not breaks or (number, position - word.start()) != (breaks[-1][1], breaks[-1][2] - breaks[-1][0]):
            breaks.append((word.start(), number, position))
            if len(breaks) == MOST_BREAKS:
                break
        column = position + len(word[0])
    if not breaks:
        return line
    start, first, column = breaks[0]
    breaks[0] = (0, first, max(column - start, 0))
    return replace(line, number=first, column=breaks[0][2], breaks=tuple(breaks) if len(breaks) > 1 else ())


def _position_of(word: str, source: str, start: int) -> int:
    return source.find(word, start, start + len(word) + _FARTHEST)
