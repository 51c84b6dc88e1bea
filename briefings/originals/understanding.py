"""An original, read and understood again from its bytes and what was decided.

Nothing of it is on file in between. What was understood lately is in this process's memory, which is asked only with
the bytes that the row has now: of an original that was erased by order, it has none.
"""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from briefings import importing
from briefings.importing import Decisions, Imported, Reading, left_out, understand
from briefings.importing.again import read_again
from briefings.importing.formats.encoding import EncodingReading
from briefings.importing.memory import LATELY, digest_of, version
from briefings.importing.reading import readings_of
from briefings.models import Original
from briefings.originals.turns import apart, once


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
    """Raises importing.Unreadable, also where the original was erased by order, and Busy."""
    encoding = Decisions.model_validate_json(original.decisions).encoding
    return reading_of_bytes(_data_of(original), name=original.name, format=original.format, encoding=encoding)


def reading_of_bytes(data: bytes, *, name: str, format: str, encoding: str = "") -> Reading:
    """Raises importing.Unreadable and Busy."""
    key = (digest_of(data), version(), "reading", name, format, encoding)
    return once(key, lambda: apart(read_again, data, name=name, format=format, encoding=encoding))


def understood(original: Original) -> Understood:
    """What the draft says. Raises importing.Unreadable and Busy."""
    data = _data_of(original)
    decisions = Decisions.model_validate_json(original.decisions)
    decided = decisions.model_dump_json()  # in the order in which it was decided: the newest holds
    its_id = str(briefing_id(original))
    key = (digest_of(data), version(), "understood", original.name, original.format, its_id, decided)

    def anew() -> Understood:
        reading = reading_of_bytes(data, name=original.name, format=original.format, encoding=decisions.encoding)
        imported = apart(understand, reading, briefing_id=its_id, decisions=decisions)
        return Understood(reading, decisions, imported)

    return once(key, anew)


def encodings_of(original: Original) -> tuple[EncodingReading, ...]:
    """In which ways the letters of a file may be read, the likeliest first; none where that is certain."""
    if not original.name or original.data is None or original.format not in ("text", "markdown", "html"):
        return ()
    data = bytes(original.data)
    key = (digest_of(data), version(), "encodings")
    found = LATELY.recall(key)
    if found is None:
        found = readings_of(data)
        LATELY.keep(key, found)
    return found if len(found) > 1 else ()


def briefing_id(original: Original) -> object:
    """The id of the briefing that it would become: always the same, so that made twice it is one."""
    return uuid5(NAMESPACE_URL, f"original:{original.uuid}")


def _data_of(original: Original) -> bytes:
    if original.data is None:
        raise importing.Unreadable("This pasted draft was erased by order.")
    return bytes(original.data)
