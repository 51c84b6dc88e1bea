"""What stands in the indexes of people and topics."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class IndexEntry:
    """A person or a topic in an index, with the `role` that the newest quotation names and the day of the newest
    briefing.
    """

    name: str
    path: str
    newest: date
    letter: str = ""
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class LetterGroup:
    """The names of an index under a letter; `anchor` is where they stand on the page."""

    letter: str
    anchor: str
    entries: tuple[IndexEntry, ...]
