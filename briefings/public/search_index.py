"""The newest editions that hold the words of a query, asked from the index of either database in bounded work.

What it gives has not passed the gate: `public.search` asks that.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils import timezone

from briefings.models.published_words import day_of, first_place
from briefings.search_words.indexing import in_month
from briefings.search_words.queries import Alternatives

MONTHS_AT_ONCE = (1, 3, 12)
"""PostgreSQL has no way to the newest rows of a word but through all of them. So it looks for them in the newest month,
in the three before, in the year before those, and only then in all the rest."""
# FTS5 walks from the newest row on, and stops at the limit.
_ON_SQLITE = """
    SELECT rowid FROM briefings_publishedwords
    WHERE briefings_publishedwords MATCH %s AND rowid >= %s AND rowid < %s ORDER BY rowid DESC LIMIT %s
"""
# A sum is in no index: or PostgreSQL, which takes an unknown word for one of every two hundred rows, and knows nothing
# of what it costs to unpack their words, would walk back through all of them for it.
_ON_POSTGRESQL = """
    SELECT rowid FROM briefings_publishedwords
    WHERE words @@ %s::tsquery AND rowid + 0 >= %s AND rowid + 0 < %s ORDER BY rowid + 0 DESC LIMIT %s
"""
_AMONG = """
    SELECT rowid FROM briefings_publishedwords
    WHERE words @@ %s::tsquery AND rowid = ANY(%s) ORDER BY rowid DESC
"""
Days = tuple[date, date]
"""A period: its first day, and the first one after it."""


def newest_places(
    conditions: Sequence[Alternatives], at: datetime, *, limit: int, days: Days, before: int | None = None
) -> list[int]:
    """The first `limit` places, newest first, whose editions have one of the alternatives of every condition, of
    briefings that were first published in that period, and not on a later day than that of `at`.

    With `before`, only those further back than that place. One query; on PostgreSQL four at most.
    """
    first, after = map(first_place, days)
    end = min(after, first_place(timezone.localdate(at) + timedelta(days=1)), before or after)
    if first >= end:
        return []
    found = _on_postgresql if connection.vendor == "postgresql" else _on_sqlite
    return found(conditions, limit, first, end)


def places_among(places: Sequence[int], conditions: Sequence[Alternatives]) -> list[int]:
    """Which of `places`, which are all that have less than these conditions, have these. One query; none for none."""
    if not places:
        return []
    if connection.vendor == "postgresql":
        return _places(_AMONG, [_for_postgresql(conditions), places])
    return _on_sqlite(conditions, len(places), min(places), max(places) + 1)


def one_of(editions: Iterable[int]) -> RawSQL:
    """Many keys as one value: hundreds of them, each a value of its own, cost more than what is looked up."""
    keys = list(editions)
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", [keys])
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(keys)])


def _on_sqlite(conditions: Sequence[Alternatives], limit: int, first: int, end: int) -> list[int]:
    words = _all_of(conditions, either=" OR ", both=" AND ", quote='"')
    return _places(_ON_SQLITE, [words, first, end, limit])


def _on_postgresql(conditions: Sequence[Alternatives], limit: int, first: int, end: int) -> list[int]:
    places: list[int] = []
    for months, since, until in _periods(first, end):
        words = _for_postgresql([*months, *conditions])
        places += _places(_ON_POSTGRESQL, [words, since, until, limit - len(places)])
        if len(places) == limit:
            break
    return places


def _for_postgresql(conditions: Sequence[Alternatives]) -> str:
    return _all_of(conditions, either=" | ", both=" & ", quote="'")


def _places(sql: str, values: list[object]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [place for (place,) in cursor.fetchall()]


def _periods(first: int, end: int) -> Iterator[tuple[list[Alternatives], int, int]]:
    """Back from the place `end` to `first`: marks of some months, and the places that they hold; at last the rest."""
    month = day_of(end - 1).replace(day=1)
    for number in MONTHS_AT_ONCE:
        marks = []
        for _number in range(number):
            marks.append(in_month(month))
            oldest, month = month, (month - timedelta(days=1)).replace(day=1)
        since = max(first_place(oldest), first)
        yield [tuple(marks)], since, end
        if since == first:
            return
        end = since
    yield [], first, end


def _all_of(conditions: Sequence[Alternatives], *, either: str, both: str, quote: str) -> str:
    """The conditions as the database's query language has them. Words and marks hold no sign of it: no word of any text
    does (`search_words.folding.words`), and marks are ours.
    """
    return both.join(f"({either.join(f'{quote}{one}{quote}' for one in alternatives)})" for alternatives in conditions)
