"""The frame of every page: the site's identity and its standing pages."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Case, OuterRef, Subquery, When

from briefings.content import FrontRecord, SiteRecord
from briefings.models import PublishedName, StoredText, Subject
from briefings.outputs import stylesheet
from briefings.outputs.facts import Link, Site
from briefings.outputs.pictures import picture, rendition
from briefings.public import addresses, moments


@dataclass(frozen=True)
class Frame:
    """The site, the moment of the newest public change anywhere (None before the first), and the briefings that editors
    put first on the front page.
    """

    site: Site
    changed: datetime | None
    placed: tuple[UUID, ...] = ()


def frame(at: datetime) -> Frame:
    """The frame of every page. Two queries."""
    rows = _names_around(at)
    front = next(
        (FrontRecord.model_validate_json(row.text) for row in rows if row.text and _is_front(row)), FrontRecord()
    )
    return Frame(site=_site(rows), changed=moments.last_change(at), placed=front.standing(at))


def _is_front(row: PublishedName) -> bool:
    return row.kind == Subject.Kind.FRONT


def _names_around(at: datetime) -> list[PublishedName]:
    """The names of the site and of its front page, with their texts, and of the standing pages."""
    texts = StoredText.objects.filter(public_records=OuterRef("record")).values("text")
    with_text = Case(When(kind__in=(Subject.Kind.SITE, Subject.Kind.FRONT), then=Subquery(texts)))
    return list(PublishedName.objects.live(at).filter(is_around=True).annotate(text=with_text))


def site_of_settings() -> Site:
    """The site with the name from the settings, for answers that may not ask the database."""
    return _site([])


def _site(rows: list[PublishedName]) -> Site:
    text = next((row.text for row in rows if row.kind == Subject.Kind.SITE), None)
    record = SiteRecord.model_validate_json(text) if text else SiteRecord(name=settings.SITE_NAME)
    return Site(
        name=record.name,
        url=settings.SITE_URL.rstrip("/"),
        language=settings.SITE_LANGUAGE,
        tagline=record.tagline,
        footer=record.footer,
        logo=picture(record.logo) if record.logo else None,
        icon=rendition(record.logo, at_least=0) if record.logo else None,
        style=stylesheet.accents(light=record.accent_light, dark=record.accent_dark),
        accent=record.accent_light or stylesheet.ACCENT,
        error_address=record.error_address,
        pages=tuple(
            Link(name=row.name, path=addresses.standing_page(row.slug))
            for row in sorted(rows, key=lambda row: (row.position or 0, row.record_id))
            if row.kind == Subject.Kind.PAGE and row.position is not None
        ),
    )
