"""The one gate: which rows readers get at a moment. Nothing else filters by time or state.

It stands in `faq`, the lowest of our apps, because the questions here and the editions in `briefings` both pass it.
"""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

NOTICES = ("withdrawn", "removed", "merged")
"""Kinds of edition that end what was there: they stay at their address and leave every list."""


class _Now(models.Value):
    """The moment at which the query runs, by the clock that publishing uses."""

    def __init__(self) -> None:
        super().__init__(None, output_field=models.DateTimeField())

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return models.Value(timezone.now(), output_field=models.DateTimeField()).as_sql(compiler, connection)


class LiveQuerySet(models.QuerySet):
    """Rows that carry an interval of their own, or (`through`) reach it through another row."""

    through = ""

    def live(self, at: datetime | None = None) -> Self:
        """What readers get at `at` (aware; now, where it is not given): live_from <= at < live_until."""
        moment = at if at is not None else _Now()
        until = f"{self.through}live_until"
        return self.filter(
            Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gt": moment}), **{f"{self.through}live_from__lte": moment}
        )

    def gone_live(self, at: datetime | None = None) -> Self:
        """What readers get or once got, as seen at `at`: nothing scheduled, nothing called off."""
        moment = at if at is not None else _Now()
        return self.not_called_off().filter(**{f"{self.through}live_from__lte": moment})

    def not_called_off(self) -> Self:
        """All but the rows whose interval was emptied before it began."""
        until = f"{self.through}live_until"
        return self.filter(Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gt": F(f"{self.through}live_from")}))

    def listed(self) -> Self:
        """Without what stays at its address but in no list."""
        return self.exclude(**{f"{self.through}kind__in": NOTICES})


class ThroughEdition(LiveQuerySet):
    """Read rows: they reach their interval through the edition they were derived from."""

    through = "edition__"
