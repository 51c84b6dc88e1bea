"""What an edition says of itself to readers: a note, and what it corrects."""

import re

from briefings.content import Correction


class Noted:
    """What has a note for readers, and may have a correction."""

    note: str
    correction: Correction | None

    @property
    def own_note(self) -> str:
        """The note, unless it says once more what the correction says."""
        return "" if self.correction and _folded(self.note) == _folded(self.correction.is_right) else self.note


def _folded(words: str) -> str:
    """The words alone: editors who write the same twice seldom write each stop twice."""
    return " ".join(re.findall(r"\w+", words.casefold()))
