"""The frame of every page: the site's identity and its standing pages."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings

from briefings.content import SiteRecord
from briefings.models import Subject
from briefings.outputs import stylesheet
from briefings.outputs.facts import Link, Paths, Site
from briefings.outputs.pictures import picture
from briefings.public import addresses, moments, names
from briefings.public.names import Named


@dataclass(frozen=True)
class Frame:
    """The site, and the moment of the newest public change anywhere (None before the first).

    `paths` are the pages of the people and topics that were asked about, `named` is the subject of the address.
    """

    site: Site
    changed: datetime | None
    paths: Paths = field(default_factory=Paths)
    named: Named | None = None


def frame(at: datetime, *, about: names.About = names.NOTHING) -> Frame:
    """The frame of a page that names `about`. Two queries."""
    changed = moments.last_change(at)
    rows = names.rows(at, about)
    return Frame(
        site=_site(rows),
        changed=changed,
        paths=names.paths(rows),
        named=names.named(rows, about),
    )


def site_of_settings() -> Site:
    """The site with the name from the settings, for answers that may not ask the database."""
    return _site([])


def _site(rows: list[Any]) -> Site:
    text = next((row.text for row in rows if row.kind == Subject.Kind.SITE), None)
    record = SiteRecord.model_validate_json(text) if text else SiteRecord(name=settings.SITE_NAME)
    return Site(
        name=record.name,
        url=settings.SITE_URL.rstrip("/"),
        language=settings.SITE_LANGUAGE,
        tagline=record.tagline,
        footer=record.footer,
        logo=picture(record.logo) if record.logo else None,
        style=stylesheet.accents(light=record.accent_light, dark=record.accent_dark),
        pages=tuple(
            Link(name=row.name, path=addresses.standing_page(row.slug))
            for row in sorted(rows, key=lambda row: (row.position or 0, row.record_id))
            if row.kind == Subject.Kind.PAGE and row.position is not None
        ),
    )
