"""The feeds' archive, after RFC 5005, section 4: a document for each day on which something was first published.

No entry is added to a document, for its day is over: it is before the day of the newest public change. (Imported ones
alone are, with their true dates: they are new in no feed.) What was first published on that day itself moved within the
72 hours that the feed covers. So the feed and its archive have everything, and between two public changes they stay as
they are. A briefing that ends leaves its document: whoever has it is told by the feed, and nobody else needs to be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from briefings.public import keyset, lists
from briefings.public.archive import YEARS, start_of
from briefings.public.keyset import FIRST_PUBLISHED, Cursor, Place

MOST = 500
"""So many entries has a document; those of a day that has more go on in another."""


@dataclass(frozen=True)
class DocumentPlace:
    """Where a document is: its day, and in a day with many entries the place from which it goes back."""

    day: date
    place: Place = keyset.FIRST_PAGE


@dataclass(frozen=True)
class Document:
    """The rows of a document by first publication, newest first, and where the one before it is."""

    rows: tuple[lists.FeedRow, ...]
    previous: DocumentPlace | None


def newest(at: datetime, *, changed: datetime | None) -> DocumentPlace | None:
    """The newest document, if there is one; `changed` is the newest public change anywhere. One query, none before
    the first change.
    """
    return _before(at, _end_of_archive(changed)) if changed else None


def document(at: datetime, wanted: DocumentPlace, *, changed: datetime | None) -> Document | None:
    """What stands there, None where nothing does. One query."""
    before = wanted.place.before
    is_over = changed is not None and start_of(wanted.day) < _end_of_archive(changed)
    if not is_over or (before and timezone.localdate(before.moment) != wanted.day):
        return None
    beginning = before or _beginning(wanted.day + timedelta(days=1))
    keys = _older(at, beginning, limit=MOST + 1, columns=lists.columns_of(lists.FeedRow))
    shown = [key for key in keys[:MOST] if timezone.localdate(key.cursor.moment) == wanted.day]
    if not shown:
        return None
    rest = keys[len(shown) :]
    rows = tuple(lists.FeedRow(*key.values) for key in shown)
    return Document(rows, _place(rest[0], after=shown[-1]) if rest else None)


def _place(key: keyset.Key, *, after: keyset.Key) -> DocumentPlace | None:
    """The document that begins with `key`, which comes behind the last entry of another."""
    day = timezone.localdate(key.cursor.moment)
    is_same_day = day == timezone.localdate(after.cursor.moment)
    place = Place(before=after.cursor) if is_same_day else keyset.FIRST_PAGE
    return DocumentPlace(day, place) if day.year in YEARS else None


def _end_of_archive(changed: datetime) -> datetime:
    return start_of(timezone.localdate(changed))


def _before(at: datetime, moment: datetime) -> DocumentPlace | None:
    keys = _older(at, Cursor(moment, UUID(int=0)), limit=1)
    day = timezone.localdate(keys[0].cursor.moment) if keys else None
    return DocumentPlace(day) if day and day.year in YEARS else None


def _older(at: datetime, cursor: Cursor, *, limit: int, columns: Sequence[str] = ()) -> list[keyset.Key]:
    return keyset.older_keys(lists.listed(at), cursor, order=FIRST_PUBLISHED, limit=limit, columns=columns)


def _beginning(day: date) -> Cursor:
    return Cursor(start_of(day), UUID(int=0))
