"""An original, read and understood again from its bytes and what was decided: nothing of it is kept in between."""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from briefings import importing
from briefings.importing import Decisions, Imported, Reading, left_out
from briefings.importing.again import read_again
from briefings.models import Original


@dataclass(frozen=True)
class Understood:
    """A draft as read, what was decided about it, and what it then says."""

    reading: Reading
    decisions: Decisions
    imported: Imported

    @property
    def is_seen(self) -> bool:
        """Whether somebody has seen what is left out, as far as it asks for that."""
        return left_out.is_seen(self.reading.lines, self.decisions)


def reading_of(original: Original) -> Reading:
    """Raises importing.Unreadable, also where the original was erased by order."""
    if original.data is None:
        raise importing.Unreadable("This pasted draft was erased by order.")
    return read_again(bytes(original.data), name=original.name, format=original.format)


def understood(original: Original, *, decisions: Decisions | None = None) -> Understood:
    """What the draft says. Raises importing.Unreadable."""
    reading = reading_of(original)
    if decisions is None:
        decisions = Decisions.model_validate_json(original.decisions)
    imported = importing.understand(reading, briefing_id=str(briefing_id(original)), decisions=decisions)
    return Understood(reading, decisions, imported)


def briefing_id(original: Original) -> object:
    """The id of the briefing that it would become: always the same, so that made twice it is one."""
    return uuid5(NAMESPACE_URL, f"original:{original.uuid}")
