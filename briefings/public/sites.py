"""What stands around every page: the site's identity, its standing pages, and when anything public changed last."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models import DateField, DateTimeField, Q, QuerySet, Subquery
from django.utils import timezone

from briefings.content import SiteStanding
from briefings.gate import NOTICES
from briefings.models import (
    Edition,
    Erasure,
    LogHead,
    PublishedImage,
    PublishedName,
    Subject,
)
from briefings.outputs import styling
from briefings.outputs.facts import Link, Paths, Site
from briefings.outputs.pictures import picture
from briefings.public import names, places
from briefings.public.names import Named
from briefings.public.prepared import Given, Prepared

NOTICE_STAYS = timedelta(days=30)
"""How long the notice of a briefing that is gone stays in the feeds."""


@dataclass(frozen=True)
class Frame:
    """The site, and the moment of the newest public change anywhere (None before the first).

    `paths` leads to the people and topics that were asked about, `named` is what an address names.
    """

    site: Site
    changed: datetime | None
    paths: Paths = field(default_factory=Paths)
    named: Named | None = None


def frame(at: datetime, *, about: names.About = names.NOTHING) -> Frame:
    """The frame of a page that names `about`. Two queries."""
    heads = _HEAD.rows(at=at, month_ago=at - NOTICE_STAYS, today=timezone.localdate(at))
    rows = names.rows(at, about)
    return Frame(
        site=_site(rows),
        changed=_changed(heads[0] if heads else None),
        paths=names.paths(rows),
        named=names.named(rows, about),
    )


def site_of_settings() -> Site:
    """The site as the environment names it, for answers that may not ask the database."""
    return _site([])


def _last_changes() -> QuerySet[LogHead]:
    """The newest moment of each kind at which something public changed: what is hidden still has no part in it."""
    at = names.AT
    editions = Edition.objects.gone_live(at).order_by("-live_from").values("live_from")
    ends = Edition.objects.gone_live(Given("month_ago", DateTimeField())).filter(kind__in=NOTICES)
    faded = ends.order_by("-live_from").values("live_from")
    # The name of a topic that nothing has shown yet would tell of an edition that is only scheduled.
    always = Q(kind__in=(Subject.Kind.SITE, Subject.Kind.PAGE))
    named = PublishedName.objects.gone_live(at).filter(always | names.named_in_editions(at))
    records = named.order_by("-record__live_from").values("record__live_from")
    erasures = Erasure.objects.order_by("-recorded_at").values("recorded_at")
    past = PublishedImage.objects.gone_live(at).filter(usable_until__lt=Given("today", DateField()))
    return LogHead.objects.values_list().annotate(
        last_edition=Subquery(editions[:1]),
        last_faded=Subquery(faded[:1]),
        last_record=Subquery(records[:1]),
        last_erasure=Subquery(erasures[:1]),
        last_day_of_a_picture=Subquery(past.order_by("-usable_until").values("usable_until")[:1]),
    )


_HEAD = Prepared(_last_changes)


def _changed(row: Any) -> datetime | None:
    if row is None:
        return None
    moments = [row.last_edition, row.last_record, row.last_erasure]
    if day := row.last_day_of_a_picture:
        moments.append(midnight_after(day))
    if row.last_faded:
        moments.append(row.last_faded + NOTICE_STAYS)
    return max((moment for moment in moments if moment), default=None)


def midnight_after(day: date) -> datetime:
    """The end of `day` in the newsroom's zone."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=timezone.get_current_timezone())


def _site(rows: list[Any]) -> Site:
    text = next((row.text for row in rows if row.kind == Subject.Kind.SITE), None)
    stands = SiteStanding.model_validate_json(text) if text else SiteStanding(name=settings.SITE_NAME)
    return Site(
        name=stands.name,
        url=settings.SITE_URL.rstrip("/"),
        language=settings.SITE_LANGUAGE,
        tagline=stands.tagline,
        footer=stands.footer,
        logo=picture(stands.logo) if stands.logo else None,
        style=styling.accents(light=stands.accent_light, dark=stands.accent_dark),
        pages=tuple(
            Link(name=row.name, path=places.standing_page(row.slug))
            for row in sorted(rows, key=lambda row: (row.position or 0, row.record_id))
            if row.kind == Subject.Kind.PAGE and row.position is not None
        ),
    )
