"""How much of a draft is looked at for quotations, counted in what is read and not in time.

So a draft is understood alike on any machine and at any time, and what was decided about it holds.
"""

from collections.abc import Iterable, Iterator

from briefings.importing.lines import Line

MOST = 300_000
"""Characters: fifty thousand words, which take a few seconds. A briefing has one in fifty of them."""
A_LINE = 20
"""The effort for a line besides that for its characters, in characters."""


def affordable(lines: Iterable[Line]) -> Iterator[Line]:
    """As many of the first lines as can be looked at. They come in reading order."""
    left = MOST
    for line in lines:
        left -= len(line.text) + A_LINE
        if left < 0:
            return
        yield line
