"""Whether the words of a quotation stand in their section exactly once.

The same question as `content.locate` answers (a test holds them together), with the section folded only once however
many quotations it holds.
"""

from collections.abc import Sequence

from briefings.content.quote_location import fold


class Places:
    """Looks for quotations in the plain text of one section."""

    def __init__(self, text: str) -> None:
        self._folded = fold(text)[0]

    def are_unique(self, spans: Sequence[str]) -> bool:
        """Whether exactly one place has all `spans` one after the other."""
        needles = [fold(span)[0].strip() for span in spans]
        if not all(needles):
            return False
        first = self._folded.find(needles[0])
        second = self._folded.find(needles[0], first + 1)
        return first >= 0 and self._follow(needles, first) and not (second >= 0 and self._follow(needles, second))

    def _follow(self, needles: list[str], start: int) -> bool:
        for needle in needles:
            start = self._folded.find(needle, start)
            if start < 0:
                return False
            start += len(needle)
        return True
