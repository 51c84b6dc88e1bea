"""The newest editions that hold the words of a query, asked from the index of either database in bounded work.

What it gives has not passed the gate: `public.search` asks that.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from django.db import connection
from django.utils import timezone

from briefings.models.published_words import first_place
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
_ON_POSTGRESQL = """
    SELECT rowid FROM briefings_publishedwords
    WHERE words @@ %s::tsquery AND rowid >= %s AND rowid < %s ORDER BY rowid DESC LIMIT %s
"""


def newest_places(
    conditions: Sequence[Alternatives], at: datetime, *, limit: int, since: int = 0, before: int | None = None
) -> list[int]:
    """The first `limit` places, newest first, whose editions have one of the alternatives of every condition.

    Without those of briefings that are first published on a later day, and only those from the place `since` on and
    `before` another. One query; on PostgreSQL four at most, and one with `since`.
    """
    today = timezone.localdate(at)
    end = _end_of(today) if before is None else min(before, _end_of(today))
    found = _on_postgresql if connection.vendor == "postgresql" and not since else _at_once
    return found(conditions, limit, since, end, today)


def _at_once(conditions: Sequence[Alternatives], limit: int, since: int, end: int, _today: date) -> list[int]:
    if connection.vendor == "postgresql":
        return _places(_ON_POSTGRESQL, [_for_postgresql(conditions), since, end, limit])
    words = _all_of(conditions, either=" OR ", both=" AND ", quote='"')
    return _places(_ON_SQLITE, [words, since, end, limit])


def _on_postgresql(conditions: Sequence[Alternatives], limit: int, _since: int, end: int, today: date) -> list[int]:
    places: list[int] = []
    for months, first, last in _periods(today):
        if first >= end:
            continue
        words = _for_postgresql([*months, *conditions])
        places += _places(_ON_POSTGRESQL, [words, first, min(last, end), limit - len(places)])
        if len(places) == limit:
            break
    return places


def _for_postgresql(conditions: Sequence[Alternatives]) -> str:
    return _all_of(conditions, either=" | ", both=" & ", quote="'")


def _places(sql: str, values: list[object]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [place for (place,) in cursor.fetchall()]


def _periods(today: date) -> Iterator[tuple[list[Alternatives], int, int]]:
    """Back through time: the marks of some months, and the places that they hold; at last all before."""
    month, end = today.replace(day=1), _end_of(today)
    for number in MONTHS_AT_ONCE:
        marks = []
        for _number in range(number):
            marks.append(in_month(month))
            oldest, month = month, (month - timedelta(days=1)).replace(day=1)
        yield [tuple(marks)], first_place(oldest), end
        end = first_place(oldest)
    yield [], 0, end


def _end_of(day: date) -> int:
    return first_place(day + timedelta(days=1))


def _all_of(conditions: Sequence[Alternatives], *, either: str, both: str, quote: str) -> str:
    """The conditions as the database's query language has them. Words and marks hold no sign of it: no word of any text
    does (`search_words.folding.words`), and marks are ours.
    """
    return both.join(f"({either.join(f'{quote}{one}{quote}' for one in alternatives)})" for alternatives in conditions)
