"""Lists: the latest briefings, those of a topic or an author, and the feeds' entries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, Min, OuterRef, Q, Subquery
from django.utils import timezone

from briefings.content import ImageName, from_canonical
from briefings.gate import NOTICES, TICK, ReadRowQuerySet
from briefings.models import Edition, PublishedAuthor, PublishedImage, PublishedQuote, PublishedSummary, PublishedTopic
from briefings.outputs.facts import ListEntry, TopicFacts
from briefings.outputs.feed_facts import FeedEntry
from briefings.outputs.pictures import Picture, may_be_shown, picture
from briefings.public import addresses, editions, keyset, merges, names
from briefings.public.moments import NOTICE_STAYS

LATEST = 50
FEED_COVERS = timedelta(hours=72)
MOST_IN_FEED = 500


class ListRow(NamedTuple):
    """The columns of which an entry of a list is made."""

    headline: str
    slug: str | None
    lede: str
    first_published: datetime
    updated: datetime
    kind: str
    note: str
    put_right: bool
    language: str
    more_follows: bool


class FeedRow(NamedTuple):
    """The columns of which a feed's entry is made; an edition by `seq` and its link's hash. The `entry` is the edition
    that last moved it. Of what was merged into another, `feed_rows` gives the slug of where that leads.
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
    kind: str
    merged_into_id: int | None


_OF_EVERY_ROW = ("edition_id", "edition__row_hash", "briefing_uuid", "first_published", "updated")
Subjects = Sequence[UUID]
"""The ids of a subject and of all that were merged into it: `names.Named.subjects`."""


def newest(at: datetime, *, topic: Subjects = (), author: Subjects = (), language: str = "") -> list[keyset.Key]:
    """Their keys, with what `list_entries` needs. One query."""
    rows = listed(at, topic=topic, author=author, language=language)
    return keyset.older_keys(rows, None, order=keyset.MOVED, limit=LATEST, columns=columns_of(ListRow, topic or author))


def listed(
    at: datetime, *, topic: Subjects = (), author: Subjects = (), person: Subjects = (), language: str = ""
) -> list[ReadRowQuerySet]:
    """The rows of the listed live briefings: all, those in a `language` (without territory), or for each subject those
    that name it, once for each briefing.
    """
    if topic:
        return [PublishedTopic.objects.live(at).listed().filter(topic=uuid) for uuid in topic]
    if author:
        return [PublishedAuthor.objects.live(at).listed().filter(person=uuid) for uuid in author]
    if person:
        return [_once(PublishedQuote.objects.live(at).listed().filter(person=uuid)) for uuid in person]
    rows = PublishedSummary.objects.live(at).listed()
    return [rows.filter(front_language=language) if language else rows]


def _once(quotes: ReadRowQuerySet) -> ReadRowQuerySet:
    """Of a person's quotes the first in each edition. Not by DISTINCT, for which PostgreSQL would read them all."""
    of_edition = PublishedQuote.objects.filter(edition=OuterRef("edition")).order_by().values("edition")
    first = of_edition.annotate(first=Min("position", filter=Q(person=OuterRef("person")))).values("first")
    return quotes.filter(position__lte=Subquery(first))


def columns_of(row: type[ListRow | FeedRow], *subjects: Subjects) -> tuple[str, ...]:
    """Where the rows of `listed` have the columns of `row`: those of subjects in the summary of their edition."""
    through = "edition__summary__" if any(subjects) else ""
    return tuple(name if name in _OF_EVERY_ROW else f"{through}{name}" for name in row._fields)


def list_entries(
    keys: Sequence[keyset.Key], at: datetime, *, known: names.Known, beside: Iterable[UUID] = ()
) -> tuple[ListEntry, ...]:
    """The entries of these editions, in their order. Two queries, those of `names.todays`, and one more where something
    was corrected. What is called how `beside` them is asked for with their topics.
    """
    rows = {key.row: ListRow(*key.values) for key in keys}
    corrections = editions.corrections_of(seq for seq, row in rows.items() if row.put_right)
    topics = _topics(rows, at, known, beside)
    pictures = _pictures(rows, at)
    zone = timezone.get_current_timezone()
    return tuple(
        ListEntry(
            headline=row.headline,
            path=addresses.briefing(row.slug or ""),
            lede=row.lede,
            published=row.first_published.astimezone(zone),
            updated=row.updated.astimezone(zone),
            topics=topics[seq],
            kind=row.kind,
            note=row.note,
            correction=corrections.get(seq),
            language=row.language,
            more_follows=row.more_follows,
            picture=pictures.get(seq),
        )
        for seq, row in rows.items()
    )


def feed_rows(
    at: datetime, *, changed: datetime | None = None, language: str = "", **subjects: Subjects
) -> tuple[FeedRow, ...]:
    """What the entries of a feed are made of, without their texts: the 50 that moved last, and all that moved in the 72
    hours before `changed`, the newest public change anywhere; 500 at most. Of all, or of the language or the
    `subjects` of `listed`. Three queries, and those of `merges.ends`.

    An entry shows the edition that last moved it (a minor change leaves it as subscribers have it), and of a briefing
    that is gone its notice, for 30 days.

    Counted from a change and not from `at`, they are the same for as long as nothing public changes, and never fewer
    than the 72 hours before `at` have.
    """
    since = changed - FEED_COVERS if changed else at
    rows, columns = listed(at, language=language, **subjects), columns_of(FeedRow, *subjects.values())
    recent = [some.moved_after(since) for some in rows]
    keys = keyset.older_keys(recent, None, order=keyset.MOVED, limit=MOST_IN_FEED, columns=columns)
    until = keyset.Cursor(since + TICK, UUID(int=0))
    keys += keyset.older_keys(rows, until, order=keyset.MOVED, limit=max(LATEST - len(keys), 1), columns=columns)
    gone = [_gone(at, language=language, **subjects)]
    keys += keyset.older_keys(gone, None, order=keyset.MOVED, limit=MOST_IN_FEED, columns=FeedRow._fields)
    keys = keyset.newest_first(keys)[:MOST_IN_FEED]
    shown = [key for place, key in enumerate(keys) if place < LATEST or key.cursor.moment > since]
    return merges.led_on([FeedRow(*key.values) for key in shown], at)


def has_notices(at: datetime, **subjects: Subjects) -> bool:
    """Whether the feed of the `subjects` tells of a briefing that is gone. One query."""
    return _gone(at, **subjects).exists()


def entries_of(rows: Sequence[FeedRow], at: datetime) -> tuple[FeedEntry, ...]:
    """The entries of these rows, in their order. One query and those of `editions.of`, none for none."""
    if not rows:
        return ()
    seqs = {seq for row in rows for seq in (row.edition_id, row.entry_id)}
    shown = Edition.objects.select_related("text", "summary").in_bulk(seqs)
    histories = editions.of([row.briefing_id for row in rows], at)
    return tuple(_entry(row, histories[row.briefing_id], shown, at) for row in rows)


def _gone(
    at: datetime, *, topic: Subjects = (), author: Subjects = (), person: Subjects = (), language: str = ""
) -> ReadRowQuerySet:
    """The rows of notices in feeds: for 30 days, in those of their language and of what the briefing once named."""
    gone = PublishedSummary.objects.live(at).filter(listed=False, slug__isnull=False)  # without a slug: erased
    gone = gone.moved_after(at - NOTICE_STAYS)
    if language:
        return gone.filter(front_language=language)
    if topic:
        return gone.filter(_named_once(PublishedTopic.objects.gone_live(at).filter(topic__in=topic)))
    if author:
        return gone.filter(_named_once(PublishedAuthor.objects.gone_live(at).filter(person__in=author)))
    if person:
        return gone.filter(_named_once(PublishedQuote.objects.gone_live(at).filter(person__in=person)))
    return gone


def _named_once(naming: ReadRowQuerySet) -> Exists:
    return Exists(naming.filter(briefing_uuid=OuterRef("briefing_uuid")))


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


def _topics(
    shown: Iterable[int], at: datetime, known: names.Known, beside: Iterable[UUID]
) -> dict[int, tuple[TopicFacts, ...]]:
    """The topics of each edition, by today's public names. One query, and those of `names.todays`."""
    uses = PublishedTopic.objects.filter(edition__in=list(shown))
    # Sorted here: in the order of its keys, the database would read the whole table.
    uses = sorted(uses.values_list("id", "edition", "topic", "name", "slug"))
    today = names.todays({*beside, *(topic for _id, _edition, topic, _name, _slug in uses)}, at, known=known)
    by_edition: dict[int, tuple[TopicFacts, ...]] = defaultdict(tuple)
    for _id, edition, subject, name, slug in uses:
        public = today.get(subject)
        topic = TopicFacts(
            name=(public and public.name) or name, path=addresses.topic((public and public.slug) or slug)
        )
        if topic not in by_edition[edition]:  # two that were merged are one by now
            by_edition[edition] += (topic,)
    return by_edition


def _entry(row: FeedRow, history: list[editions.Row], shown: dict[int, Edition], at: datetime) -> FeedEntry:
    live, entry = shown[row.edition_id], shown[row.entry_id]
    gone = row.kind if row.kind in NOTICES else ""
    # The address of what was removed by law was made from its headline.
    has_address = row.slug and row.kind != Edition.Kind.REMOVED
    return FeedEntry(
        id=f"urn:uuid:{row.briefing_uuid}",
        url=addresses.absolute(addresses.briefing(row.slug) if has_address else addresses.corrections()),
        headline=row.headline if gone else entry.summary.headline or row.headline,
        published=timezone.localtime(row.first_published),
        updated=timezone.localtime(row.updated),
        content=from_canonical(entry.text.text or live.text.text or ""),
        editions=editions.facts(history),
        gone=gone,
        notice=row.note if gone else "",
        shown_on=timezone.localdate(at),
    )
