"""The frame of every page: the site's identity, its standing pages, and the topics of the newest briefings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Case, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast

from briefings.content import FrontRecord, SiteRecord
from briefings.models import LogHead, PublishedName, StoredText, Subject
from briefings.outputs import stylesheet
from briefings.outputs.facts import Link, Site
from briefings.outputs.pictures import picture, rendition
from briefings.public import addresses, current_topics, moments


@dataclass(frozen=True)
class Frame:
    """The site, the moment of the newest public change anywhere (None before the first), the briefings that editors put
    first on the front page, and how many of the newest briefings are on each topic.
    """

    site: Site
    changed: datetime | None
    placed: tuple[UUID, ...] = ()
    topics: Mapping[UUID, int] = field(default_factory=dict)


class _Row(NamedTuple):
    """A name around every page, a topic of the newest briefings, or the last change, in the columns of all three."""

    kind: str
    name: str
    slug: str
    position: int | None
    record_id: int
    text: str | None
    subject: UUID
    number: int
    changed: datetime | None


_COLUMNS = {
    "kind": models.CharField(),
    "name": models.TextField(),
    "slug": models.CharField(),
    "position": models.IntegerField(),
    "record_id": models.BigIntegerField(),
    "text": models.TextField(),
    "subject": models.UUIDField(),
    "number": models.IntegerField(),
    "changed": models.DateTimeField(),
}
_CHANGED, _TOPIC = "changed", "on topic"
# The kinds of rows that are no names.


def frame(at: datetime) -> Frame:
    """The frame of every page. One query."""
    rows = [_Row(*values) for values in _names_around(at).union(_last_change(at), _topics(at), all=True)]
    front = next(
        (FrontRecord.model_validate_json(row.text) for row in rows if row.text and row.kind == Subject.Kind.FRONT),
        FrontRecord(),
    )
    return Frame(
        site=_site(rows),
        changed=next((row.changed for row in rows if row.kind == _CHANGED), None),
        placed=front.standing(at),
        topics={row.subject: row.number for row in rows if row.kind == _TOPIC},
    )


def _names_around(at: datetime) -> QuerySet:
    """The names of the site and of its front page, with their texts, and of the standing pages."""
    texts = StoredText.objects.filter(public_records=OuterRef("record")).values("text")
    with_text = Case(When(kind__in=(Subject.Kind.SITE, Subject.Kind.FRONT), then=Subquery(texts)))
    names = PublishedName.objects.live(at).filter(is_around=True)
    here = {name: name for name in ("kind", "name", "slug", "position", "record_id")}
    return _columns(names, **here, text=with_text, subject="subject_uuid")


def _last_change(at: datetime) -> QuerySet:
    last = moments.until(at).order_by("-moment").values("moment")[:1]
    return _columns(LogHead.objects.all(), kind=Value(_CHANGED), changed=Subquery(last))


def _topics(at: datetime) -> QuerySet:
    on_each = current_topics.uses(at).values("topic").annotate(number=models.Count("pk"))
    return _columns(on_each, kind=Value(_TOPIC), subject="topic", number="number")


def _columns(rows: QuerySet, **columns: Any) -> QuerySet:
    """The columns of `_Row`, as a UNION wants them: of one type each, which PostgreSQL would not guess of NULL."""
    return rows.values_list(*(columns.get(name, Cast(Value(None), kind)) for name, kind in _COLUMNS.items()))


def site_of_settings() -> Site:
    """The site with the name from the settings, for answers that may not ask the database."""
    return _site([])


def _site(rows: list[_Row]) -> Site:
    text = next((row.text for row in rows if row.kind == Subject.Kind.SITE), None)
    pages = [row for row in rows if row.kind == Subject.Kind.PAGE and row.position is not None]
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
            for row in sorted(pages, key=lambda row: (row.position, row.record_id))
        ),
    )
