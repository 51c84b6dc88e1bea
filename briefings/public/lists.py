"""Lists: the latest briefings, those of a topic, the feeds' entries, the addresses for search engines."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from briefings.content import ImageName, from_canonical
from briefings.gate import NOTICES
from briefings.models import (
    Edition,
    PublishedAuthor,
    PublishedImage,
    PublishedName,
    PublishedQuote,
    PublishedSummary,
    PublishedTopic,
    Subject,
)
from briefings.outputs.attributions import bare
from briefings.outputs.facts import FeedEntry, ListEntry, QuotationEntry, SitemapEntry, TopicFacts
from briefings.outputs.pictures import Picture, may_be_shown, picture
from briefings.public import addresses, editions
from briefings.public.moments import NOTICE_STAYS

LATEST = 50
QUOTATIONS = 100
SITEMAP_MOST = 50_000  # sitemaps.org: addresses in one file


def latest(at: datetime, *, topic: UUID | None = None, author: UUID | None = None) -> tuple[ListEntry, ...]:
    """The 50 live briefings that were published or changed most recently, newest first. Three queries."""
    shown = _shown(at).listed()
    if author:
        shown = shown.filter(edition__in=PublishedAuthor.objects.filter(_is(author, at, "person")).values("edition"))
    if topic:
        shown = shown.filter(_uses(topic, at))
    rows = list(_newest_first(shown).select_related("edition__correction")[:LATEST])
    topics = _topics([row.edition_id for row in rows], at)
    pictures = _pictures([row.edition_id for row in rows], at)
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
        for row in rows
    )


def feed_entries(at: datetime, *, topic: UUID | None = None) -> tuple[FeedEntry, ...]:
    """The 50 entries whose dates moved most recently, newest first. Two queries.

    An entry shows the edition that moved its date, so a minor change leaves it as subscribers have it. A briefing that
    ended stays for another 30 days.
    """
    live = _shown(at)
    shown = live.listed() | live.filter(edition__kind__in=NOTICES).begun_after(at - NOTICE_STAYS)
    if topic:
        shown = shown.filter(_uses(topic, at) | Q(briefing__in=_gone_from(topic, at), edition__kind__in=NOTICES))
    rows = list(_newest_first(shown).select_related("edition__text", "entry__text", "entry__summary")[:LATEST])
    histories = editions.of([row.briefing_id for row in rows], at)
    return tuple(_entry(row, histories[row.briefing_id], at) for row in rows)


def quotations(at: datetime, *, person: UUID, page: int = 1) -> tuple[tuple[QuotationEntry, ...], bool]:
    """The live quotations of a person on the `page` (from 1), those of the newest briefing first, and whether there are
    more. One query."""
    shown = _shown(at).listed().values("edition")
    rows = PublishedQuote.objects.filter(_is(person, at, "person"), edition__in=shown)
    rows = rows.select_related("edition__summary").order_by("-edition__summary__updated", "-edition_id", "position")
    start = (page - 1) * QUOTATIONS
    page_rows = list(rows[start : start + QUOTATIONS + 1])
    entries = tuple(
        QuotationEntry(
            words=bare(row.words),
            role=row.role,
            said_on=row.said_on,
            headline=row.edition.summary.headline,
            path=f"{addresses.briefing(row.edition.summary.slug)}#{row.key}",
            published=timezone.localtime(row.edition.summary.updated),
            language=row.edition.summary.language,
        )
        for row in page_rows[:QUOTATIONS]
    )
    return entries, len(page_rows) > QUOTATIONS


def sitemap(at: datetime) -> tuple[SitemapEntry, ...]:
    """Every listed live briefing, at most 50,000, newest first. One query."""
    rows = _newest_first(_shown(at).listed()).values_list("slug", "edition__live_from")
    return tuple(
        SitemapEntry(url=addresses.absolute(addresses.briefing(slug)), updated=timezone.localtime(moment))
        for slug, moment in rows[:SITEMAP_MOST]
    )


def _shown(at: datetime) -> QuerySet:
    """The summaries of what is live. Texts that were erased by order are in no list."""
    return PublishedSummary.objects.live(at).filter(slug__isnull=False)


def _newest_first(rows: QuerySet) -> QuerySet:
    return rows.order_by("-updated", "-edition__live_from", "-briefing")


def _is(subject: UUID, at: datetime, field: str) -> Q:
    """Rows whose `field` names the subject, or another one that was merged into it."""
    merged = PublishedName.objects.live(at).filter(merged_into=subject).values("subject_uuid")
    return Q(**{field: subject}) | Q(**{f"{field}__in": merged})


def _uses(topic: UUID, at: datetime) -> Q:
    return Q(edition__in=PublishedTopic.objects.filter(_is(topic, at, "topic")).values("edition"))


def _gone_from(topic: UUID, at: datetime) -> QuerySet:
    """Briefings that were in the topic's feed at any time: its subscribers have to see the notice as well."""
    return PublishedTopic.objects.gone_live(at).filter(_is(topic, at, "topic")).values("edition__briefing")


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


def _entry(row: PublishedSummary, history: list[editions.Row], at: datetime) -> FeedEntry:
    shown = row.entry.summary
    text = row.entry.text.text or row.edition.text.text or ""
    return FeedEntry(
        id=f"urn:uuid:{from_canonical(text).id}",
        # The address of what was removed by law was made from its headline.
        url=addresses.absolute(
            addresses.corrections()
            if row.edition.kind == Edition.Kind.REMOVED
            else addresses.briefing(shown.slug or row.slug or "")
        ),
        headline=row.headline if row.edition.kind in NOTICES else shown.headline or row.headline,
        published=timezone.localtime(row.first_published),
        updated=timezone.localtime(row.updated),
        content=from_canonical(text),
        editions=editions.facts(history),
        gone=row.edition.kind if row.edition.kind in NOTICES else "",
        notice=row.note if row.edition.kind in NOTICES else "",
        shown_on=timezone.localdate(at),
    )
