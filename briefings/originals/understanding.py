"""Understanding an original from its bytes and the decisions about it.

The result is not saved. What was understood lately is in this process's memory, under a key made from the bytes in the
row: of an original that was erased by order nothing can be recalled.
"""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import gettext as _

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
    """A draft as read, the decisions about it, and the content that these give."""

    reading: Reading
    decisions: Decisions
    imported: Imported

    @property
    def is_seen(self) -> bool:
        """Whether somebody has seen what is left out, or there is nothing that has to be seen."""
        return left_out.is_seen(self.reading.lines, self.decisions)


def reading_of(original: Original) -> Reading:
    """The lines of the original. Raises Busy, and importing.Unreadable, also where it was erased by order."""
    encoding = Decisions.model_validate_json(original.decisions).encoding
    return reading_of_bytes(_data_of(original), name=original.name, format=original.format, encoding=encoding)


def reading_of_bytes(data: bytes, *, name: str, format: str, encoding: str = "") -> Reading:
    """The lines of a file or a pasted text. Raises importing.Unreadable and Busy."""
    key = (digest_of(data), version(), "reading", name, format, encoding)
    return once(key, lambda: apart(read_again, data, name=name, format=format, encoding=encoding))


def understood(original: Original) -> Understood:
    """The draft with its content. Raises importing.Unreadable and Busy."""
    data = _data_of(original)
    decisions = Decisions.model_validate_json(original.decisions)
    decided = decisions.model_dump_json()  # in the order of the decisions, of which the newest counts
    its_id = str(briefing_id(original))
    key = (digest_of(data), version(), "understood", original.name, original.format, its_id, decided)

    def anew() -> Understood:
        reading = reading_of_bytes(data, name=original.name, format=original.format, encoding=decisions.encoding)
        imported = apart(understand, reading, briefing_id=its_id, decisions=decisions)
        return Understood(reading, decisions, imported)

    return once(key, anew)


def encodings_of(original: Original) -> tuple[EncodingReading, ...]:
    """The encodings that the file may have, each with how it then reads, likeliest first; empty where one is sure."""
    if not original.name or original.data is None or original.format not in ("text", "markdown", "html"):
        return ()
    data = bytes(original.data)
    key = (digest_of(data), version(), "encodings")
    readings = LATELY.recall(key)
    if readings is None:
        readings = readings_of(data)
        LATELY.keep(key, readings)
    return readings if len(readings) > 1 else ()


def briefing_id(original: Original) -> object:
    """The id of the briefing that it would become, always the same, so that there is one even if it is made twice."""
    return uuid5(NAMESPACE_URL, f"original:{original.uuid}")


def _data_of(original: Original) -> bytes:
    if original.data is None:
        raise importing.Unreadable(_("This pasted draft was erased by order."))
    return bytes(original.data)
