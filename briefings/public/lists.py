"""Lists: the latest briefings, those of a topic or an author, and the feeds' entries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import starmap
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone

from briefings.content import ImageName, from_canonical
from briefings.gate import NOTICES, ReadRowQuerySet
from briefings.models import (
    Edition,
    PublishedAuthor,
    PublishedImage,
    PublishedSummary,
    PublishedTopic,
)
from briefings.outputs.facts import FeedEntry, ListEntry, TopicFacts
from briefings.outputs.pictures import Picture, may_be_shown, picture
from briefings.public import addresses, editions, keyset, names
from briefings.public.moments import NOTICE_STAYS

LATEST = 50
FEED_COVERS = timedelta(hours=72)
MOST_IN_FEED = 500


class Entry(NamedTuple):
    """The columns of a live edition's summary of which a feed's entry is made; an edition by `seq` and its link's hash.
    The `entry` is the edition that last moved it.
    """

    edition_id: int
    edition__row_hash: str
    entry_id: int
    entry__row_hash: str
    briefing_id: int
    briefing_uuid: UUID
    first_published: datetime
    updated: datetime
    slug: str | None
    headline: str
    note: str


@dataclass(frozen=True)
class FeedRow:
    """An entry of a feed, and its briefing's editions gone live, without their texts."""

    summary: Entry
    history: tuple[editions.Row, ...]

    def key(self, at: datetime) -> tuple[object, ...]:
        """Whatever the entry depends on: while this is the same, so is every byte of it.

        An edition is named by its link's hash: a number is another edition's in a database that was put back.
        """
        links = (self.summary.edition__row_hash, self.summary.entry__row_hash)
        dates = (self.summary.first_published, self.summary.updated)
        past = tuple((row.edition_id, row.erased_at) for row in self.history)
        return *links, *dates, past, timezone.localdate(at)


Subjects = Sequence[UUID]
"""The ids of a subject and of all that were merged into it: `names.Named.subjects`."""


def latest(at: datetime, *, topic: Subjects = (), author: Subjects = ()) -> tuple[ListEntry, ...]:
    """The 50 live briefings that were published or changed last, newest first."""
    return list_entries(newest(at, topic=topic, author=author), at)


def newest(at: datetime, *, topic: Subjects = (), author: Subjects = ()) -> list[keyset.Key]:
    """Their keys, with what `list_entries` needs. One query, or one for each subject."""
    rows = listed(at, topic=topic, author=author)
    return keyset.older_keys(rows, None, order=keyset.MOVED, limit=LATEST, columns=entry_columns(topic or author))


def listed(at: datetime, *, topic: Subjects = (), author: Subjects = ()) -> list[ReadRowQuerySet]:
    """The rows of the listed live briefings: all, or for each subject those that name it."""
    if topic:
        return [PublishedTopic.objects.live(at).listed().filter(topic=uuid) for uuid in topic]
    if author:
        return [PublishedAuthor.objects.live(at).listed().filter(person=uuid) for uuid in author]
    return [PublishedSummary.objects.live(at).listed()]


def entry_columns(subjects: Subjects = ()) -> tuple[str, ...]:
    """What `list_entries` needs of the rows of `listed`. Those of subjects have most of it in their edition's summary."""
    through = "edition__summary__" if subjects else ""
    names = ("headline", "slug", "lede", "note", "language", "kind", "put_right")
    return "first_published", "updated", *(f"{through}{name}" for name in names)


def list_entries(keys: Sequence[keyset.Key], at: datetime) -> tuple[ListEntry, ...]:
    """The entries of these editions, in their order. Three queries, four where a topic was merged, and one more where
    something was corrected.
    """
    shown = [key.row for key in keys]
    corrections = editions.corrections_of(key.row for key in keys if key.values["put_right"])
    topics = _topics(shown, at)
    pictures = _pictures(shown, at)
    zone = timezone.get_current_timezone()
    return tuple(
        ListEntry(
            headline=values["headline"],
            path=addresses.briefing(values["slug"] or ""),
            lede=values["lede"],
            published=values["first_published"].astimezone(zone),
            updated=values["updated"].astimezone(zone),
            topics=topics[row],
            kind=values["kind"],
            note=values["note"],
            correction=corrections.get(row),
            language=values["language"],
            picture=pictures.get(row),
        )
        for row, _cursor, values in keys
    )


def feed_rows(at: datetime, *, changed: datetime | None = None, topic: Subjects = ()) -> tuple[FeedRow, ...]:
    """What the entries of a feed are made of, without their texts: the 50 that moved last, and all that moved in the 72
    hours before `changed`, the newest public change anywhere; 500 at most. Four queries, one for each further topic.

    An entry shows the edition that last moved it (a minor change leaves it as subscribers have it), and of a briefing
    that is gone its notice, for 30 days.

    Counted from a change and not from `at`, they are the same for as long as nothing public changes, and never fewer
    than the 72 hours before `at` have.
    """
    keys = keyset.older_keys(listed(at, topic=topic), None, order=keyset.MOVED, limit=MOST_IN_FEED)
    keys += keyset.older_keys([_gone(at, topic=topic)], None, order=keyset.MOVED, limit=MOST_IN_FEED)
    keys = keyset.newest_first(keys)[:MOST_IN_FEED]
    since = changed - FEED_COVERS if changed else at
    shown = [key.row for place, key in enumerate(keys) if place < LATEST or key.cursor.moment > since]
    return rows_of(shown, at)


def rows_of(shown: Sequence[int], at: datetime) -> tuple[FeedRow, ...]:
    """What the entries of these live editions (`seq`) are made of, in their order. Two queries."""
    summaries = PublishedSummary.objects.filter(edition__in=list(shown)).values_list(*Entry._fields)
    entries = {entry.edition_id: entry for entry in starmap(Entry, summaries)}
    histories = editions.of([entry.briefing_id for entry in entries.values()], at)
    return tuple(FeedRow(entries[seq], tuple(histories[entries[seq].briefing_id])) for seq in shown)


def entries_of(rows: Sequence[FeedRow], at: datetime) -> tuple[FeedEntry, ...]:
    """The entries of these rows, in their order. One query, none for none."""
    seqs = {seq for row in rows for seq in (row.summary.edition_id, row.summary.entry_id)}
    shown = Edition.objects.select_related("text", "summary").in_bulk(seqs)
    return tuple(_entry(row, shown, at) for row in rows)


def _gone(at: datetime, *, topic: Subjects = ()) -> ReadRowQuerySet:
    """The rows of notices that are in the feeds: for 30 days, and in that of a `topic` where the briefing was once in
    it.
    """
    gone = PublishedSummary.objects.live(at).filter(listed=False, slug__isnull=False)  # without a slug: erased
    gone = gone.moved_after(at - NOTICE_STAYS)
    if topic:
        had = PublishedTopic.objects.gone_live(at).filter(topic__in=topic)
        gone = gone.filter(Exists(had.filter(briefing_uuid=OuterRef("briefing_uuid"))))
    return gone


def _pictures(shown: Iterable[int], at: datetime) -> dict[int, Picture]:
    """By edition, the first of its pictures that may be used at `at`. One query."""
    rows = PublishedImage.objects.filter(edition__in=list(shown)).order_by("-position")
    on = timezone.localdate(at)
    images = ((edition, _image(text)) for edition, text in rows.values_list("edition", "image"))
    return {edition: picture for edition, (image, picture) in images if may_be_shown(image, on)}


@lru_cache(maxsize=1000)
def _image(text: str) -> tuple[ImageName, Picture]:
    """What a row's JSON says, which never changes: lists show the same pictures again and again."""
    image = ImageName.model_validate_json(text)
    return image, picture(image)


def _topics(shown: Iterable[int], at: datetime) -> dict[int, tuple[TopicFacts, ...]]:
    """The topics of each edition, by today's public names. Two queries, three where one of them was merged."""
    uses = PublishedTopic.objects.filter(edition__in=list(shown))
    # Sorted here: in the order of its keys, the database would read the whole table.
    uses = sorted(uses.values_list("id", "edition", "topic", "name", "slug"))
    today = names.todays({topic for _id, _edition, topic, _name, _slug in uses}, at)
    by_edition: dict[int, tuple[TopicFacts, ...]] = defaultdict(tuple)
    for _id, edition, subject, name, slug in uses:
        public = today.get(subject)
        topic = TopicFacts(
            name=(public and public.name) or name, path=addresses.topic((public and public.slug) or slug)
        )
        if topic not in by_edition[edition]:  # two that were merged are one by now
            by_edition[edition] += (topic,)
    return by_edition


def _entry(row: FeedRow, shown: dict[int, Edition], at: datetime) -> FeedEntry:
    live, entry = shown[row.summary.edition_id], shown[row.summary.entry_id]
    gone = live.kind if live.kind in NOTICES else ""
    # The address of what was removed by law was made from its headline.
    removed = live.kind == Edition.Kind.REMOVED
    path = addresses.corrections() if removed else addresses.briefing(entry.summary.slug or row.summary.slug or "")
    return FeedEntry(
        id=f"urn:uuid:{row.summary.briefing_uuid}",
        url=addresses.absolute(path),
        headline=row.summary.headline if gone else entry.summary.headline or row.summary.headline,
        published=timezone.localtime(row.summary.first_published),
        updated=timezone.localtime(row.summary.updated),
        content=from_canonical(entry.text.text or live.text.text or ""),
        editions=editions.facts(list(row.history)),
        gone=gone,
        notice=row.summary.note if gone else "",
        shown_on=timezone.localdate(at),
    )
