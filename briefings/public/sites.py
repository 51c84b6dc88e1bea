"""What stands around every page: the site's identity, when anything public changed last, a topic by its address."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, Subquery

from briefings.models import Edition, Erasure, LogHead, PublishedName, PublishedTopic, Subject
from briefings.outputs.facts import Site

NOTICE_STAYS = timedelta(days=30)
"""How long a withdrawn briefing's notice stays in the feeds."""


@dataclass(frozen=True)
class NamedTopic:
    """A topic that has a public name; whether it has a page is for the live editions to say."""

    uuid: UUID
    name: str
    slug: str


@dataclass(frozen=True)
class Frame:
    """The site, and the moment of the newest public change anywhere (None before the first)."""

    site: Site
    changed: datetime | None
    topic: NamedTopic | None = None


def frame(at: datetime) -> Frame:
    """The frame of every page but a topic's. One query."""
    name = PublishedName.objects.live(at).filter(kind=Subject.Kind.SITE)
    row = LogHead.objects.annotate(site_name=Subquery(name.values("name")[:1]), **_last_changes(at)).first()
    return Frame(site=_site(row.site_name if row else None), changed=_changed(row))


def frame_of_topic(slug: str, at: datetime) -> Frame:
    """The frame of a topic's page and feeds, with the topic whose public address is `slug`, if any. One query."""
    is_site, is_topic = Q(kind=Subject.Kind.SITE), Q(kind=Subject.Kind.TOPIC, slug=slug)
    rows = PublishedName.objects.live(at).filter(is_site | is_topic).annotate(**_last_changes(at))
    named = {row.kind: row for row in rows}
    found = named.get(Subject.Kind.TOPIC)
    site = named.get(Subject.Kind.SITE)
    return Frame(
        site=_site(site.name if site else None),
        changed=_changed(found),
        topic=NamedTopic(uuid=found.subject_uuid, name=found.name, slug=found.slug) if found else None,
    )


def site_of_settings() -> Site:
    """The site as the environment names it, for answers that may not ask the database."""
    return _site(None)


def _last_changes(at: datetime) -> dict[str, Subquery]:
    """The newest moment of each kind at which something public changed: what is hidden still has no part in it."""
    editions = Edition.objects.gone_live(at).order_by("-live_from").values("live_from")
    faded = editions.filter(kind=Edition.Kind.WITHDRAWN, live_from__lte=at - NOTICE_STAYS)
    # The name of a topic that nothing has shown yet would tell of an edition that is only scheduled.
    used = PublishedTopic.objects.gone_live(at).filter(topic=OuterRef("subject_uuid"))
    named = PublishedName.objects.gone_live(at).filter(Q(kind=Subject.Kind.SITE) | Q(Exists(used)))
    standings = named.order_by("-standing__live_from").values("standing__live_from")
    erasures = Erasure.objects.order_by("-recorded_at").values("recorded_at")
    return {
        "last_edition": Subquery(editions[:1]),
        "last_faded": Subquery(faded[:1]),
        "last_standing": Subquery(standings[:1]),
        "last_erasure": Subquery(erasures[:1]),
    }


def _changed(row: Any) -> datetime | None:
    if row is None:
        return None
    moments = [row.last_edition, row.last_standing, row.last_erasure]
    if row.last_faded:
        moments.append(row.last_faded + NOTICE_STAYS)
    return max((moment for moment in moments if moment), default=None)


def _site(name: str | None) -> Site:
    return Site(
        name=name or settings.SITE_NAME,
        url=settings.SITE_URL.rstrip("/"),
        language=settings.SITE_LANGUAGE,
    )
