"""What readers are told as the dates of an edition, worked out over all editions of its briefing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from briefings.content import from_canonical
from briefings.models import Edition


@dataclass(frozen=True)
class Dates:
    """What readers are told of an edition: first published, updated, and the edition that the feed's entry shows."""

    first_published: datetime
    updated: datetime
    entry: Edition


def dates_of(editions: Iterable[Edition]) -> dict[int, Dates]:
    """The dates of each of a briefing's editions (oldest first, none called off, with their texts), by `seq`."""
    dates: dict[int, Dates] = {}
    before: Dates | None = None
    for edition in editions:
        before = dates[edition.seq] = _next_dates(edition, before)
    return dates


def _next_dates(edition: Edition, before: Dates | None) -> Dates:
    if before is None:
        moment = _first_published(edition)
        return Dates(moment, moment, edition)
    if edition.kind != Edition.Kind.MINOR:
        return Dates(before.first_published, edition.live_from, edition)
    # An erased text cannot be shown as the entry: then what is live stands in for it.
    is_erased = before.entry.text.text is None
    return Dates(before.first_published, before.updated, edition if is_erased else before.entry)


def first_published(dates: Mapping[int, Dates]) -> dict[int, datetime]:
    """When readers first had the briefing, by `seq`: as far as each edition knows."""
    return {seq: those.first_published for seq, those in dates.items()}


def own_dates(edition: Edition) -> Dates:
    """Those of an edition that was called off: it was never published, and nothing shows it."""
    return Dates(edition.live_from, edition.live_from, edition)


def _first_published(edition: Edition) -> datetime:
    """When readers first had a briefing, by its first edition: imported, it says so itself, unless it was erased."""
    if edition.kind != Edition.Kind.IMPORTED or edition.text.text is None:
        return edition.live_from
    return datetime.fromisoformat(from_canonical(edition.text.text).first_published)


def month_of(moment: datetime) -> str:
    """The month in the newsroom's zone, as in “2026-11”."""
    return f"{timezone.localtime(moment):%Y-%m}"
