"""How lists go on: the pages beside one, and the months of the archive."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Paging:
    """The paths of the pages beside this one of a list, "" where there is none.

    `until` is the day of the newest entry on a further page; the first page has none.
    """

    newer: str = ""
    older: str = ""
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ArchiveMonth:
    """A month in which something was first published, by its first day."""

    first_day: date
    path: str


@dataclass(frozen=True, kw_only=True)
class ArchiveYear:
    """A year with its months, newest first."""

    year: int
    months: tuple[ArchiveMonth, ...]
