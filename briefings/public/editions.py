"""The editions of a briefing that have gone live: their public numbers, and which may still be read."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from briefings.content import Correction
from briefings.gate import NOTICES
from briefings.models import Edition, Erasure, PublishedCorrection, PublishedSummary
from briefings.outputs.facts import EditionFacts


class Row(NamedTuple):
    """An edition that has gone live, without its text, with the correction that it makes, if any."""

    edition_id: int
    edition__row_hash: str
    briefing_id: int
    briefing_uuid: UUID
    slug: str | None
    headline: str
    note: str
    first_published: datetime
    updated: datetime
    merged_into_id: int | None
    kind: str
    live_from: datetime
    put_right: bool
    correction: Correction | None = None
    erased_at: datetime | None = None


def at_slug(slug: str, at: datetime) -> list[Row]:
    """The editions gone live by `at` of the briefing whose address `slug` was by then, oldest first. The queries of
    `of`.

    A public number is the place in such a list, counted from 1: what is scheduled or was called off has none.
    """
    owners = PublishedSummary.objects.gone_live(at).filter(slug=slug).values_list("briefing", flat=True)
    found = of(owners[:1], at)  # a slug is one briefing's for ever
    return next(iter(found.values()), [])


def of(briefings: Iterable[int] | QuerySet, at: datetime) -> dict[int, list[Row]]:
    """Such a list for each of the briefings (internal ids). One query, one more where something was corrected, one more
    where something was erased: joined to the others they would be asked for with each edition.
    """
    gone_live = PublishedSummary.objects.gone_live(at).filter(briefing__in=briefings).order_by("live_from")
    rows = [Row(*values) for values in gone_live.values_list(*Row._fields[:13])]
    corrections = corrections_of(row.edition_id for row in rows if row.put_right)
    erased_at = _erased_at(row.edition_id for row in rows if row.slug is None)
    by_briefing: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        facts = {"correction": corrections.get(row.edition_id), "erased_at": erased_at.get(row.edition_id)}
        by_briefing[row.briefing_id].append(row._replace(**facts))
    return by_briefing


def begun(briefings: Iterable[int], at: datetime) -> dict[int, list[tuple[int, datetime | None]]]:
    """Of each of the briefings the editions gone live by `at` (`seq`), oldest first, with the moments of their erasure.
    One query, one more where something was erased.
    """
    gone_live = PublishedSummary.objects.gone_live(at).filter(briefing__in=briefings).order_by("live_from")
    rows = list(gone_live.values_list("briefing", "edition", "slug"))
    erased_at = _erased_at(seq for _briefing, seq, slug in rows if slug is None)
    by_briefing: dict[int, list[tuple[int, datetime | None]]] = defaultdict(list)
    for briefing, seq, _slug in rows:
        by_briefing[briefing].append((seq, erased_at.get(seq)))
    return by_briefing


def _erased_at(editions: Iterable[int]) -> dict[int, datetime]:
    if not (erased := list(editions)):
        return {}
    return dict(Erasure.objects.filter(text__editions__in=erased).values_list("text__editions", "recorded_at"))


def corrections_of(editions: Iterable[int]) -> dict[int, Correction]:
    """The corrections that these editions (`seq`) make. One query, none for none."""
    if not (corrected := list(editions)):
        return {}
    rows = PublishedCorrection.objects.filter(edition__in=corrected)
    fields = ("key", "kind", "was_wrong", "is_right")
    # Checked when they were written.
    return {
        seq: Correction.model_construct(**dict(zip(fields, values, strict=True)))
        for seq, *values in rows.values_list("edition", *fields)
    }


def readable(history: list[Row]) -> list[bool]:
    """For each edition, whether its text may still be read. An edition that ends a briefing closes all before it."""
    closed = max((place for place, row in enumerate(history) if _ends(row)), default=-1)
    return [place >= closed and not row.erased_at for place, row in enumerate(history)]


def comparable(history: list[Row]) -> list[bool]:
    """For each edition, whether readers may compare it with others: its text may be read, and it is no notice."""
    return [is_open and not _ends(row) for row, is_open in zip(history, readable(history), strict=True)]


def ended_since(at: datetime, *, briefing: str) -> QuerySet:
    """The rule of `readable` for a query: what ended the briefing (a field of the outer row) after its edition."""
    ends = Edition.objects.gone_live(at).filter(kind__in=NOTICES)
    return ends.filter(briefing=OuterRef(briefing)).begun_after_outer("edition__")


def facts(history: list[Row]) -> tuple[EditionFacts, ...]:
    """The facts of the editions in `history`. A closed edition has its date and its kind, and no words."""
    comparing = comparable(history)
    before, found = 0, []
    for number, (row, is_open) in enumerate(zip(history, readable(history), strict=True), start=1):
        found.append(_facts(row, number=number, before=before if comparing[number - 1] else 0, open_to_readers=is_open))
        before = number if comparing[number - 1] else before
    return tuple(found)


def _facts(row: Row, *, number: int, before: int, open_to_readers: bool) -> EditionFacts:
    return EditionFacts(
        number=number,
        live_from=timezone.localtime(row.live_from),
        kind=row.kind,
        headline=row.headline if open_to_readers else "",
        note=row.note if open_to_readers else "",
        correction=row.correction if open_to_readers else None,
        before=before,
        erased_on=timezone.localtime(row.erased_at).date() if row.erased_at else None,
        readable=open_to_readers,
    )


def _ends(row: Row) -> bool:
    return row.kind in NOTICES
