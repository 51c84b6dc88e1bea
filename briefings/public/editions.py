"""The editions of a briefing that have gone live: their public numbers, and which may still be read."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from briefings.content import Correction
from briefings.gate import NOTICES
from briefings.models import Edition, PublishedSummary
from briefings.outputs.facts import EditionFacts


def rows(briefings: Iterable[int] | QuerySet, at: datetime) -> dict[int, list[PublishedSummary]]:
    """The editions of each briefing (internal ids, or a query for them) gone live by `at`, oldest first. One query.

    A public number is the place in such a list, counted from 1: what is scheduled or was called off has none.
    """
    by_briefing: dict[int, list[PublishedSummary]] = defaultdict(list)
    for row in (
        PublishedSummary.objects.gone_live(at)
        .filter(briefing__in=briefings)
        .select_related("edition__correction", "edition__text__erasure")
        .defer("edition__text__text", "lede")
        .order_by("edition__live_from")
    ):
        by_briefing[row.briefing_id].append(row)
    return by_briefing


def readable(history: list[PublishedSummary]) -> list[bool]:
    """Whether each edition's text may still be read. What ends a briefing closes everything before it, for good."""
    closed = max((place for place, row in enumerate(history) if _ends(row)), default=-1)
    return [place >= closed and not _erasure(row) for place, row in enumerate(history)]


def ended_since(at: datetime, *, briefing: str) -> QuerySet:
    """The rule of `readable` for a query: what ended the briefing (a field of the outer row) after its edition."""
    ends = Edition.objects.gone_live(at).filter(kind__in=NOTICES)
    return ends.filter(briefing=OuterRef(briefing)).begun_after_outer("edition__")


def facts(history: list[PublishedSummary]) -> tuple[EditionFacts, ...]:
    """`history` in the readers' words. Of a closed edition the date and the kind remain, not the words."""
    return tuple(
        _facts(row, number=number, open_to_readers=is_open)
        for number, (row, is_open) in enumerate(zip(history, readable(history), strict=True), start=1)
    )


def _facts(row: PublishedSummary, *, number: int, open_to_readers: bool) -> EditionFacts:
    erasure = _erasure(row)
    return EditionFacts(
        number=number,
        live_from=timezone.localtime(row.edition.live_from),
        kind=row.edition.kind,
        headline=row.headline if open_to_readers else "",
        note=row.note if open_to_readers else "",
        correction=correction(row) if open_to_readers else None,
        erased_on=timezone.localtime(erasure.recorded_at).date() if erasure else None,
        readable=open_to_readers,
    )


def _ends(row: PublishedSummary) -> bool:
    return row.edition.kind in NOTICES


def _erasure(row: PublishedSummary) -> object:
    return getattr(row.edition.text, "erasure", None)


def correction(row: PublishedSummary) -> Correction | None:
    """The correction that the edition makes, if any."""
    made = getattr(row.edition, "correction", None)
    if made is None:
        return None
    return Correction(key=made.key, kind=made.kind, was_wrong=made.was_wrong, is_right=made.is_right)
