"""The one gate: which rows readers get at a moment. Nothing else filters by time or state.

It imports nothing of this project, so that both `briefings` and `faq` can use it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, Protocol, Self, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import F, OuterRef, Q
from django.utils import timezone

NOTICES = ("withdrawn", "removed", "merged")
"""Kinds of edition that end a briefing: they stay at its address and are in no list."""
TICK = timedelta(microseconds=1)
BEGINNING = "live_from"
"""The column that puts rows in the order in which they began."""
END = "live_until"
"""The column that puts rows in the order in which they end."""
WITHOUT_SUCCESSOR, WITH_SUCCESSOR = Q(live_until__isnull=True), Q(live_until__isnull=False)
"""The two parts of `live_apart`, for indexes."""
_WITHHELD: ContextVar[frozenset[UUID]] = ContextVar("withheld", default=frozenset())


@contextmanager
def withheld(briefings: Iterable[UUID]) -> Iterator[None]:
    """Within it nothing of these passes the gate: for a look at a moment at which what was removed since was there."""
    token = _WITHHELD.set(frozenset(briefings))
    try:
        yield
    finally:
        _WITHHELD.reset(token)


class _Now(models.Value):
    """The moment at which the query runs, by the application's clock, as in publishing."""

    def __init__(self) -> None:
        super().__init__(None, output_field=models.DateTimeField())

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return models.Value(timezone.now(), output_field=models.DateTimeField()).as_sql(compiler, connection)


class LiveQuerySet(models.QuerySet):
    """Rows with an interval, which is their own or that of another row, reached by the lookup `through`."""

    through = ""

    def live(self, at: datetime | None = None) -> Self:
        """The rows that readers get at `at` (aware; now if not given): live_from <= at < live_until."""
        moment = at if at is not None else _Now()
        return self._not_withheld().filter(
            not_ended(moment, through=self.through), **{f"{self.through}live_from__lte": moment}
        )

    def gone_live(self, at: datetime | None = None) -> Self:
        """The rows that readers got at any moment until `at`: none that is scheduled or was called off."""
        moment = at if at is not None else _Now()
        return self.not_called_off().filter(**{f"{self.through}live_from__lte": moment})

    def not_called_off(self) -> Self:
        """The rows without those that were called off, whose interval is empty."""
        until = f"{self.through}live_until"
        return self._not_withheld().filter(
            Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gt": F(f"{self.through}live_from")})
        )

    def scheduled(self, at: datetime | None = None) -> Self:
        """The rows that will begin after `at` and were not called off."""
        moment = at if at is not None else _Now()
        return self.not_called_off().filter(**{f"{self.through}live_from__gt": moment})

    def begun_after(self, moment: Any) -> Self:
        """The rows that begin after `moment`, which may be an expression."""
        return self.filter(**{f"{self.through}live_from__gt": moment})

    def begun_after_outer(self, other: str) -> Self:
        """For a subquery: the rows that begin after the outer row, whose interval the lookup `other` reaches."""
        return self.begun_after(OuterRef(f"{other}live_from"))

    def overlapping(self, row: "Interval", at: datetime) -> Self:
        """What readers got at a moment at which they got `row`, as far as `at`."""
        until = {f"{self.through}live_from__lte": row.live_until or at}
        return self.gone_live(at).filter(not_ended(row.live_from, through=self.through), **until)

    def closed_at(self, moment: datetime) -> Self:
        """The rows that end at `moment`, because another begins then."""
        return self.not_called_off().filter(**{f"{self.through}live_until": moment})

    def without_successor(self) -> Self:
        """The last row of each briefing or subject, even if it is only scheduled."""
        return self._not_withheld().filter(**{f"{self.through}live_until__isnull": True})

    def live_apart(self, at: datetime) -> tuple[Self, Self]:
        """`live(at)` in two: the rows without a successor, which an index can hold apart, and those whose end is ahead,
        for the next edition is scheduled.
        """
        begun = self._not_withheld().filter(**{f"{self.through}live_from__lte": at})
        return begun.without_successor(), begun.filter(_ends_after(at, through=self.through))

    def _not_withheld(self) -> Self:
        briefings = _WITHHELD.get()
        if not briefings:
            return self
        columns = {field.name for field in self.model._meta.get_fields()}
        own = "briefing_uuid" if "briefing_uuid" in columns else "briefing__uuid" if "briefing" in columns else ""
        lookup = f"{self.through}briefing__uuid" if self.through else own
        return self.exclude(**{f"{lookup}__in": briefings}) if lookup else self

    def listed(self) -> Self:
        """The rows without the notices, which are in no list."""
        return self.exclude(**{f"{self.through}kind__in": NOTICES})


class ThroughEdition(LiveQuerySet):
    """Read rows, whose interval is that of the edition they were derived from."""

    through = "edition__"


class ReadRowQuerySet(LiveQuerySet):
    """Read rows that hold a copy of their edition's interval. A notice and an erased text have no row here."""

    def listed(self) -> Self:
        return self

    def older_than(self, moment: datetime, uuid: UUID, position: int | None = None, *, by: str) -> Self:
        """What comes behind a place in a list that is newest first by the moment `by`, then by briefing, and within a
        briefing in the order of `position`, if it has one.
        """
        return self.filter(_beyond(moment, uuid, position, by=by, way="lt", way_of_positions="gt"))

    def moved_after(self, moment: datetime) -> Self:
        """The rows whose reader-facing date is after `moment`."""
        return self.filter(updated__gt=moment)

    def first_published_within(self, start: datetime, end: datetime) -> Self:
        """The rows of briefings first published from `start` on and before `end`."""
        return self.filter(first_published__gte=start, first_published__lt=end)

    def newer_than(self, moment: datetime, uuid: UUID, position: int | None = None, *, by: str) -> Self:
        """What comes before that place."""
        return self.filter(_beyond(moment, uuid, position, by=by, way="gt", way_of_positions="lt"))


def _beyond(moment: datetime, uuid: UUID, position: int | None, *, by: str, way: str, way_of_positions: str) -> Q:
    """The condition begins with a plain bound on the moment: by that an index finds where to start."""
    further = Q(**{f"{by}__{way}": moment}) | Q(**{by: moment, f"briefing_uuid__{way}": uuid})
    if position is not None:
        further |= Q(**{by: moment, "briefing_uuid": uuid, f"position__{way_of_positions}": position})
    return Q(**{f"{by}__{way}e": moment}) & further


class SummaryQuerySet(ReadRowQuerySet):
    """Read rows of every edition, which say themselves whether it stands in lists."""

    def listed(self) -> Self:
        return self.filter(listed=True)


def not_ended(at: Any, *, through: str) -> Q:
    """Rows whose interval, reached by the lookup `through`, ends after `at` or never, begun or not."""
    return Q(**{f"{through}live_until__isnull": True}) | _ends_after(at, through=through)


def _ends_after(at: Any, *, through: str) -> Q:
    return Q(**{f"{through}live_until__gt": at})


class Interval(Protocol):
    """A row of the log, as far as the gate reads it."""

    live_from: datetime
    live_until: datetime | None


Row = TypeVar("Row", bound=Interval)


@dataclass(frozen=True)
class Timeline(Generic[Row]):
    """Rows of one briefing at a moment, oldest first, without those that were called off.

    Those in `begun` have gone live: the last of them is live, the others have ended. `scheduled` will go live.
    """

    begun: tuple[Row, ...]
    scheduled: tuple[Row, ...]

    @classmethod
    def of(cls, rows: Iterable[Row], at: datetime) -> Self:
        """The timeline of `rows` (in any order) at `at` (aware)."""
        in_order = sorted((row for row in rows if not is_called_off(row)), key=lambda row: row.live_from)
        begun = [row for row in in_order if has_begun(row, at)]
        return cls(tuple(begun), tuple(in_order[len(begun) :]))

    @property
    def live(self) -> Row | None:
        """The live row: each ends where the next begins, so it is the last that has begun."""
        return self.begun[-1] if self.begun else None

    @property
    def ended(self) -> tuple[Row, ...]:
        return self.begun[:-1]

    @property
    def in_order(self) -> tuple[Row, ...]:
        """Begun and scheduled."""
        return (*self.begun, *self.scheduled)

    @property
    def next(self) -> Row | None:
        """The row that goes live next."""
        return self.scheduled[0] if self.scheduled else None


def not_before(moment: datetime, row: Interval) -> datetime:
    """`moment`, or just after the beginning of `row`: no two rows of a briefing or a subject begin at once."""
    return max(moment, row.live_from + TICK)


def interval_of(row: Interval) -> dict[str, datetime | None]:
    """The two columns of a row's interval, for the read rows that copy it."""
    return {"live_from": row.live_from, "live_until": row.live_until}


def has_begun(row: Interval, at: datetime) -> bool:
    return row.live_from <= at


def has_begun_before(row: Interval, other: Interval) -> bool:
    """Whether `row` has begun when `other` begins."""
    return has_begun(row, other.live_from)


def goes_on(row: Interval, at: datetime) -> bool:
    """Whether the interval has not ended at `at`."""
    return row.live_until is None or row.live_until > at


def is_called_off(row: Interval) -> bool:
    return row.live_until == row.live_from
