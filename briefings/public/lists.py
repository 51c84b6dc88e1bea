"""Lists: the latest briefings, those of a topic, the feeds' entries, the addresses for search engines."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from briefings.content import from_canonical
from briefings.models import Edition, PublishedName, PublishedSummary, PublishedTopic, Subject
from briefings.outputs.facts import FeedEntry, ListEntry, SitemapEntry, TopicFacts
from briefings.public import editions, places
from briefings.public.sites import NOTICE_STAYS

LATEST = 50
SITEMAP_MOST = 50_000  # sitemaps.org: addresses in one file


def latest(at: datetime, *, topic: UUID | None = None) -> tuple[ListEntry, ...]:
    """The 50 live briefings that were published or changed last, newest first. Two queries."""
    rows = list(_of(topic, _shown(at).listed()).select_related("edition__correction")[:LATEST])
    topics = _topics([row.edition_id for row in rows], at)
    return tuple(
        ListEntry(
            headline=row.headline,
            path=places.briefing(row.slug or ""),
            lede=row.lede,
            published=timezone.localtime(row.first_published),
            updated=timezone.localtime(row.updated),
            topics=topics[row.edition_id],
            note=_note(row),
            language=row.language,
        )
        for row in rows
    )


def feed_entries(at: datetime, *, topic: UUID | None = None) -> tuple[FeedEntry, ...]:
    """The 50 entries that moved last, newest first; a withdrawn one for 30 days more. Two queries.

    An entry shows the edition that last moved it: a minor change leaves it as subscribers have it.
    """
    is_recent_notice = Q(edition__kind=Edition.Kind.WITHDRAWN, updated__gt=at - NOTICE_STAYS)
    live = _shown(at)
    shown = live.listed() | live.filter(is_recent_notice)
    if topic:
        shown = shown.filter(_uses(topic) | Q(briefing__in=_withdrawn_from(topic, at), edition__kind="withdrawn"))
    rows = list(_newest_first(shown).select_related("edition__text", "entry__text", "entry__summary")[:LATEST])
    histories = editions.rows([row.briefing_id for row in rows], at)
    return tuple(_entry(row, histories[row.briefing_id]) for row in rows)


def sitemap(at: datetime) -> tuple[SitemapEntry, ...]:
    """Every listed live briefing, at most 50,000, newest first. One query."""
    rows = _newest_first(_shown(at).listed()).values_list("slug", "edition__live_from")
    return tuple(
        SitemapEntry(url=places.absolute(places.briefing(slug)), updated=timezone.localtime(moment))
        for slug, moment in rows[:SITEMAP_MOST]
    )


def _shown(at: datetime) -> QuerySet:
    """What is live, but for texts that were erased by order since: they are in no list of any day."""
    return PublishedSummary.objects.live(at).filter(slug__isnull=False)


def _newest_first(rows: QuerySet) -> QuerySet:
    return rows.order_by("-updated", "-edition__live_from", "-briefing")


def _of(topic: UUID | None, rows: QuerySet) -> QuerySet:
    return _newest_first(rows.filter(_uses(topic)) if topic else rows)


def _uses(topic: UUID) -> Q:
    return Q(edition__in=PublishedTopic.objects.filter(topic=topic).values("edition"))


def _withdrawn_from(topic: UUID, at: datetime) -> QuerySet:
    """Briefings that once were in the topic's feed: subscribers there have to see the notice as well."""
    return PublishedTopic.objects.gone_live(at).filter(topic=topic).values("edition__briefing")


def _topics(shown: Iterable[int], at: datetime) -> dict[int, tuple[TopicFacts, ...]]:
    """The topics of each edition in `shown`, by today's public names. One query."""
    names = PublishedName.objects.live(at).filter(kind=Subject.Kind.TOPIC, subject_uuid=OuterRef("topic"))
    uses = (
        PublishedTopic.objects.filter(edition__in=list(shown))
        .annotate(today=Subquery(names.values("name")[:1]), address=Subquery(names.values("slug")[:1]))
        .order_by("edition", "id")
    )
    by_edition: dict[int, tuple[TopicFacts, ...]] = defaultdict(tuple)
    for use in uses:
        topic = TopicFacts(name=use.today or use.name, path=places.topic(use.address or use.slug))
        by_edition[use.edition_id] += (topic,)
    return by_edition


def _note(row: PublishedSummary) -> str:
    correction = getattr(row.edition, "correction", None)
    return correction.is_right if correction else row.note


def _entry(row: PublishedSummary, history: list[PublishedSummary]) -> FeedEntry:
    shown = row.entry.summary
    text = row.entry.text.text or row.edition.text.text or ""
    return FeedEntry(
        id=f"urn:uuid:{from_canonical(text).id}",
        url=places.absolute(places.briefing(shown.slug or row.slug or "")),
        headline=shown.headline or row.headline,
        published=timezone.localtime(row.first_published),
        updated=timezone.localtime(row.updated),
        content=from_canonical(text),
        editions=editions.facts(history),
        withdrawn_note=row.note if row.edition.kind == Edition.Kind.WITHDRAWN else None,
    )
