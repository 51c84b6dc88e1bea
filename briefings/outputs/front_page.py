"""The front page: one briefing leads, a few stand beside it, and the others follow under their days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from briefings.outputs.facts import ListEntry

BESIDE = 3
"""So many stand beside the one that leads, where editors chose no more."""


@dataclass(frozen=True, kw_only=True)
class FrontDay:
    """The briefings that last changed on a day."""

    day: date
    entries: tuple[ListEntry, ...]


@dataclass(frozen=True, kw_only=True)
class FrontPage:
    lead: ListEntry
    beside: tuple[ListEntry, ...]
    days: tuple[FrontDay, ...]


def arrange(placed: Sequence[ListEntry], latest: Sequence[ListEntry]) -> FrontPage | None:
    """The front page of what editors `placed`, first things first, and the `latest`, newest first; None of nothing.

    Where fewer are placed than stand on top, the latest fill up.
    """
    there = {entry.path for entry in placed}
    entries = [*placed, *(entry for entry in latest if entry.path not in there)]
    if not entries:
        return None
    ahead = max(len(placed), 1 + BESIDE)
    days = groupby(entries[ahead:], key=lambda entry: entry.updated.date())
    return FrontPage(
        lead=entries[0],
        beside=tuple(entries[1:ahead]),
        days=tuple(FrontDay(day=day, entries=tuple(those)) for day, those in days),
    )
