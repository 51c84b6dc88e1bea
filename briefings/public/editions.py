"""The editions of a briefing that have gone live: their public numbers, and which may still be read."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import CharField, DateTimeField, OuterRef, QuerySet
from django.utils import timezone

from briefings.content import Correction
from briefings.gate import NOTICES
from briefings.models import Edition, PublishedSummary
from briefings.outputs.facts import EditionFacts
from briefings.public.prepared import Given, Prepared


class Row(NamedTuple):
    """An edition that has gone live, without its text. Where it corrects nothing, `correction_…` is None."""

    edition_id: int
    briefing_id: int
    slug: str | None
    headline: str
    note: str
    first_published: datetime
    updated: datetime
    merged_into_id: int | None
    kind: str
    live_from: datetime
    erased_at: datetime | None
    correction_key: str | None
    correction_kind: str | None
    correction_was_wrong: str | None
    correction_is_right: str | None


def _gone_live(at: datetime | Given) -> QuerySet:
    return (
        PublishedSummary.objects.gone_live(at)
        .order_by("edition__live_from")
        .values_list(
            "edition_id",
            "briefing_id",
            "slug",
            "headline",
            "note",
            "first_published",
            "updated",
            "merged_into_id",
            "edition__kind",
            "edition__live_from",
            "edition__text__erasure__recorded_at",
            *(f"edition__correction__{name}" for name in ("key", "kind", "was_wrong", "is_right")),
        )
    )


def _of_slug() -> QuerySet:
    at, slug = Given("at", DateTimeField()), Given("slug", CharField())
    owners = PublishedSummary.objects.gone_live(at).filter(slug=slug).values("briefing")
    return _gone_live(at).filter(briefing__in=owners)


_OF_SLUG = Prepared(_of_slug, row=Row)


def at_slug(slug: str, at: datetime) -> list[Row]:
    """The editions gone live by `at` of the briefing whose address `slug` was by then, oldest first. One query.

    A public number is the place in such a list, counted from 1: what is scheduled or was called off has none.
    """
    return _OF_SLUG.rows(slug=slug, at=at)


def of(briefings: Iterable[int], at: datetime) -> dict[int, list[Row]]:
    """Such a list for each of the briefings (internal ids). One query."""
    by_briefing: dict[int, list[Row]] = defaultdict(list)
    for row in map(Row._make, _gone_live(at).filter(briefing__in=briefings)):
        by_briefing[row.briefing_id].append(row)
    return by_briefing


def readable(history: list[Row]) -> list[bool]:
    """For each edition, whether its text may still be read. An edition that ends a briefing closes all before it."""
    closed = max((place for place, row in enumerate(history) if _ends(row)), default=-1)
    return [place >= closed and not row.erased_at for place, row in enumerate(history)]


def ended_since(at: datetime, *, briefing: str) -> QuerySet:
    """The rule of `readable` for a query: what ended the briefing (a field of the outer row) after its edition."""
    ends = Edition.objects.gone_live(at).filter(kind__in=NOTICES)
    return ends.filter(briefing=OuterRef(briefing)).begun_after_outer("edition__")


def facts(history: list[Row]) -> tuple[EditionFacts, ...]:
    """The facts of the editions in `history`. A closed edition has its date and its kind, and no words."""
    return tuple(
        _facts(row, number=number, open_to_readers=is_open)
        for number, (row, is_open) in enumerate(zip(history, readable(history), strict=True), start=1)
    )


def _facts(row: Row, *, number: int, open_to_readers: bool) -> EditionFacts:
    return EditionFacts(
        number=number,
        live_from=timezone.localtime(row.live_from),
        kind=row.kind,
        headline=row.headline if open_to_readers else "",
        note=row.note if open_to_readers else "",
        correction=_correction(row) if open_to_readers else None,
        erased_on=timezone.localtime(row.erased_at).date() if row.erased_at else None,
        readable=open_to_readers,
    )


def _ends(row: Row) -> bool:
    return row.kind in NOTICES


def _correction(row: Row) -> Correction | None:
    """The correction that the edition makes, if any."""
    if row.correction_key is None:
        return None
    return Correction(
        key=row.correction_key,
        kind=row.correction_kind,
        was_wrong=row.correction_was_wrong,
        is_right=row.correction_is_right,
    )


def correction(edition: Edition) -> Correction | None:
    """The correction that an edition makes, if any."""
    made = getattr(edition, "correction", None)
    if made is None:
        return None
    return Correction(key=made.key, kind=made.kind, was_wrong=made.was_wrong, is_right=made.is_right)
