"""How much of a draft is looked at for quotations, counted in what is read and not in time.

So a draft is understood alike on whatever machine and however often, and what was decided about it holds.
"""

from collections.abc import Iterable, Iterator

from briefings.importing.lines import Line

MOST = 300_000
"""Characters: fifty thousand words, which take a few seconds. A briefing has one in fifty of them."""
A_LINE = 20
"""What a line takes besides its characters, in characters."""


def affordable(lines: Iterable[Line]) -> Iterator[Line]:
    """The first of these lines, which come in reading order, as far as they can be looked at."""
    left = MOST
    for line in lines:
        left -= len(line.text) + A_LINE
        if left < 0:
            return
        yield line
