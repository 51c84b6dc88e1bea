"""Lists: the latest briefings, those of a topic, the feeds' entries, the addresses for search engines."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from briefings.content import ImageName, from_canonical
from briefings.gate import NOTICES
from briefings.models import (
    Edition,
    PublishedAuthor,
    PublishedImage,
    PublishedName,
    PublishedSummary,
    PublishedTopic,
    Subject,
)
from briefings.models.read_rows import ListedRow
from briefings.outputs.facts import FeedEntry, ListEntry, SitemapEntry, TopicFacts
from briefings.outputs.pictures import Picture, may_be_shown, picture
from briefings.public import addresses, editions
from briefings.public.moments import NOTICE_STAYS

LATEST = 50
SITEMAP_MOST = 50_000  # sitemaps.org: addresses in one file
BY_LAST_CHANGE = ("-updated", "-briefing_uuid")
"""The order of what is news."""


@dataclass(frozen=True)
class FeedRow:
    """The live edition of an entry in a feed, and its briefing's editions gone live, without their texts."""

    summary: PublishedSummary
    history: tuple[editions.Row, ...]

    def key(self, at: datetime) -> tuple[object, ...]:
        """Whatever the entry depends on: while this is the same, so is every byte of it."""
        dates = (self.summary.first_published, self.summary.updated)
        past = tuple((row.edition_id, row.erased_at) for row in self.history)
        return self.summary.edition_id, self.summary.entry_id, *dates, past, timezone.localdate(at)


Subjects = Sequence[UUID]
"""The ids of a subject and of all that were merged into it: `names.Named.subjects`."""


def latest(at: datetime, *, topic: Subjects = (), author: Subjects = ()) -> tuple[ListEntry, ...]:
    """The 50 live briefings that were published or changed last, newest first."""
    return list_entries(newest(at, topic=topic, author=author), at)


def newest(at: datetime, *, topic: Subjects = (), author: Subjects = ()) -> list[int]:
    """Their editions (`seq`). One query, or one for each subject."""
    if topic:
        return _newest_naming(PublishedTopic, "topic", topic, at)
    if author:
        return _newest_naming(PublishedAuthor, "person", author, at)
    return _newest(PublishedSummary.objects, at)


def list_entries(editions_shown: Sequence[int], at: datetime) -> tuple[ListEntry, ...]:
    """The entries of these editions (`seq`), in their order. Three queries."""
    rows = PublishedSummary.objects.select_related("edition__correction").in_bulk(editions_shown)
    topics = _topics(editions_shown, at)
    pictures = _pictures(editions_shown, at)
    return tuple(
        ListEntry(
            headline=row.headline,
            path=addresses.briefing(row.slug or ""),
            lede=row.lede,
            published=timezone.localtime(row.first_published),
            updated=timezone.localtime(row.updated),
            topics=topics[row.edition_id],
            kind=row.edition.kind,
            note=row.note,
            correction=editions.correction(row.edition),
            language=row.language,
            picture=pictures.get(row.edition_id),
        )
        for row in (rows[seq] for seq in editions_shown)
    )


def feed_entries(at: datetime, *, topic: Subjects = ()) -> tuple[FeedEntry, ...]:
    """The 50 entries that moved last, newest first; one that is gone for 30 days more.

    An entry shows the edition that last moved it: a minor change leaves it as subscribers have it.
    """
    return entries_of(feed_rows(at, topic=topic), at)


def feed_rows(at: datetime, *, topic: Subjects = ()) -> tuple[FeedRow, ...]:
    """What the entries of a feed are made of, without their texts. Four queries, and one for each further topic."""
    listed = _newest_naming(PublishedTopic, "topic", topic, at) if topic else _newest(PublishedSummary.objects, at)
    gone = _newest_gone(at, topic=topic)
    summaries = PublishedSummary.objects.filter(edition__in=[*listed, *gone]).order_by(*BY_LAST_CHANGE)
    rows = list(summaries[:LATEST])
    histories = editions.of([row.briefing_id for row in rows], at)
    return tuple(FeedRow(row, tuple(histories[row.briefing_id])) for row in rows)


def entries_of(rows: Sequence[FeedRow], at: datetime) -> tuple[FeedEntry, ...]:
    """The entries of these rows, in their order. One query, none for none."""
    seqs = {seq for row in rows for seq in (row.summary.edition_id, row.summary.entry_id)}
    shown = Edition.objects.select_related("text", "summary").in_bulk(seqs)
    return tuple(_entry(row, shown, at) for row in rows)


def sitemap(at: datetime) -> tuple[SitemapEntry, ...]:
    """Every listed live briefing, at most 50,000, newest first. One query."""
    rows = PublishedSummary.objects.live(at).listed().order_by(*BY_LAST_CHANGE).values_list("slug", "live_from")
    return tuple(
        SitemapEntry(url=addresses.absolute(addresses.briefing(slug)), updated=timezone.localtime(moment))
        for slug, moment in rows[:SITEMAP_MOST]
    )


def _newest(rows: QuerySet, at: datetime) -> list[int]:
    """The editions (`seq`) of the listed live `rows` that moved last, newest first. One query, by an index alone."""
    newest = rows.live(at).listed().order_by(*BY_LAST_CHANGE).values_list("edition", flat=True)
    return list(newest[:LATEST])


def _newest_naming(model: type[ListedRow], column: str, subjects: Subjects, at: datetime) -> list[int]:
    """`_newest` of those that name one of `subjects`. A query for each of these."""
    keys: dict[int, tuple[datetime, UUID]] = {}
    for uuid in subjects:
        newest = model.objects.live(at).listed().filter(**{column: uuid}).order_by(*BY_LAST_CHANGE)
        for seq, *key in newest.values_list("edition", "updated", "briefing_uuid")[:LATEST]:
            keys[seq] = tuple(key)
    return sorted(keys, key=keys.__getitem__, reverse=True)[:LATEST]


def _newest_gone(at: datetime, *, topic: Subjects = ()) -> list[int]:
    """The editions (`seq`) of notices that are in the feeds: for 30 days, and in that of a `topic` where the briefing
    was once in it. One query.
    """
    gone = PublishedSummary.objects.live(at).filter(listed=False, edition__kind__in=NOTICES, slug__isnull=False)
    gone = gone.begun_after(at - NOTICE_STAYS).filter(updated__gt=at - NOTICE_STAYS)
    if topic:
        had = PublishedTopic.objects.gone_live(at).filter(topic__in=topic)
        gone = gone.filter(Exists(had.filter(briefing_uuid=OuterRef("briefing_uuid"))))
    return list(gone.order_by(*BY_LAST_CHANGE).values_list("edition", flat=True)[:LATEST])


def _pictures(shown: Iterable[int], at: datetime) -> dict[int, Picture]:
    """By edition, the first of its pictures that may be used at `at`. One query."""
    rows = PublishedImage.objects.filter(edition__in=list(shown)).order_by("edition", "-position")
    names = [(row.edition_id, ImageName.model_validate_json(row.image)) for row in rows]
    on = timezone.localdate(at)
    return {edition: picture(image) for edition, image in names if may_be_shown(image, on)}


def _topics(shown: Iterable[int], at: datetime) -> dict[int, tuple[TopicFacts, ...]]:
    """By edition, its topics under the names that they have today. One query."""
    live = PublishedName.objects.live(at).filter(kind=Subject.Kind.TOPIC)
    merged = live.filter(subject_uuid=OuterRef("topic")).values("merged_into")
    names = live.filter(subject_uuid=OuterRef("subject"))
    uses = (
        PublishedTopic.objects.filter(edition__in=list(shown))
        .annotate(subject=Coalesce(Subquery(merged[:1]), "topic"))
        .annotate(today=Subquery(names.values("name")[:1]), address=Subquery(names.values("slug")[:1]))
        .order_by("edition", "id")
    )
    by_edition: dict[int, tuple[TopicFacts, ...]] = defaultdict(tuple)
    for use in uses:
        topic = TopicFacts(name=use.today or use.name, path=addresses.topic(use.address or use.slug))
        if topic not in by_edition[use.edition_id]:  # two that were merged are one by now
            by_edition[use.edition_id] += (topic,)
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
