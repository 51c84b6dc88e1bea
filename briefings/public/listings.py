"""Lists of briefings, a page at a time.

The first page holds what moved last. The further ones go back by first publication, which nothing moves; they begin
with the newest that the first page does not show, so that whoever goes on to the end has met every one.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from briefings.content.languages import without_territory
from briefings.content.public_values import MOST_PLACES
from briefings.gate import ReadRowQuerySet
from briefings.models import PublishedSummary
from briefings.outputs.facts import ListEntry
from briefings.public import keyset, lists, names
from briefings.public.keyset import FIRST_PUBLISHED, Cut, Place
from briefings.public.lists import Subjects


def briefings(
    at: datetime,
    place: Place,
    *,
    known: names.Known,
    topic: Subjects = (),
    author: Subjects = (),
    language: str = "",
) -> tuple[tuple[ListEntry, ...], Cut]:
    """The listed live briefings at `place`: all, in a language, of a topic, or of an author; and where there are more.

    The queries of `cut`, and those of the entries.
    """
    those = cut(at, place, topic=topic, author=author, language=language)
    return lists.list_entries(those.keys, at, known=known), those


def cut(at: datetime, place: Place, *, topic: Subjects = (), author: Subjects = (), language: str = "") -> Cut:
    """Their keys, with what the entries need. Two queries, at most four on a further page."""
    rows = lists.listed(at, topic=topic, author=author, language=language)
    if place == keyset.FIRST_PAGE:
        shown = lists.newest(at, topic=topic, author=author, language=language)
        return Cut(shown, older=_first_older(rows, [key.row for key in shown]))
    return keyset.cut(
        rows,
        place,
        order=FIRST_PUBLISHED,
        size=lists.LATEST,
        columns=lists.columns_of(lists.ListRow, topic or author),
        on_first_page=lambda: (key.row for key in lists.newest(at, topic=topic, author=author, language=language)),
    )


def front(
    at: datetime, placed: Sequence[UUID], *, known: names.Known, language: str = ""
) -> tuple[tuple[ListEntry, ...], tuple[ListEntry, ...], Cut]:
    """The entries of the front page (of a language): those of the briefings `placed`, in their order, and the newest;
    and where there are more. As many queries as `briefings`, and one more where something is placed.
    """
    rows = lists.listed(at, language=language)
    shown = lists.newest(at, language=language)
    first = _of_briefings(at, placed, language=language)[:MOST_PLACES] if placed else []
    entries = lists.list_entries([*first, *shown], at, known=known)
    return entries[: len(first)], entries[len(first) :], Cut(older=_first_older(rows, [key.row for key in shown]))


def _of_briefings(at: datetime, briefings: Sequence[UUID], *, language: str = "") -> list[keyset.Key]:
    """The keys of those of `briefings` that are listed (in that language), in their order. One query."""
    rows = [PublishedSummary.objects.live(at).listed().filter(briefing_uuid__in=briefings)]
    keys = keyset.older_keys(
        rows, None, order=keyset.MOVED, limit=len(briefings), columns=lists.columns_of(lists.ListRow)
    )
    # Not by the column: a database might look through all of the language for these few.
    shown = [key for key in keys if not language or without_territory(lists.ListRow(*key.values).language) == language]
    return sorted(shown, key=lambda key: briefings.index(key.cursor.uuid))


def _first_older(rows: list[ReadRowQuerySet], shown: list[int]) -> Place | None:
    """From where to go on behind the first page, which holds the editions `shown`: more than it holds are looked at, so
    that one that it does not show is among them, if there is one.
    """
    keys = keyset.older_keys(rows, None, order=FIRST_PUBLISHED, limit=lists.LATEST + 1)
    missing = (key for key in keys if key.row not in shown)
    first = next(missing, None)
    return Place(before=first.cursor.just_before()) if first else None
