"""The moments in this view's addresses, and what an editor writes for one."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import wall_time

FIRST_YEAR, LAST_YEAR = 1990, 2200
_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?Z", re.ASCII)


class NoMoment(Exception):
    """Raised with a sentence on what was written for a moment. `either` are the two that it may mean, if it may."""

    def __init__(self, sentence: str, *, either: tuple[datetime, ...] = ()) -> None:
        super().__init__(sentence)
        self.either = either


@dataclass(frozen=True)
class Choice:
    """A moment to go to, in words."""

    address: str
    moment: datetime


def stamp(moment: datetime) -> str:
    """The moment as addresses have it, as in 2026-12-01T04:00:00Z."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def of_stamp(text: str) -> datetime:
    """The moment in an address; raises NoMoment."""
    try:
        moment = datetime.fromisoformat(text) if _STAMP.fullmatch(text) else None
    except ValueError:
        moment = None
    if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise NoMoment(_no_moment())
    return moment


def typed(text: str) -> datetime:
    """The moment that somebody wrote in the newsroom's time; raises NoMoment."""
    try:
        written = datetime.fromisoformat(text.strip())
    except ValueError:
        written = None
    if written is None or not FIRST_YEAR <= written.year <= LAST_YEAR:
        raise NoMoment(_no_moment())
    if written.tzinfo is not None:
        return written.astimezone(UTC)
    zone = timezone.get_current_timezone()
    meant = wall_time.moments_of(written, zone)
    if len(meant) == 1:
        return meant[0]
    words = {"time": f"{written:%H:%M}", "zone": timezone.get_current_timezone_name()}
    if not meant:
        raise NoMoment(
            _("There is no %(time)s on that day in %(zone)s: clocks go forward past it. Choose another time.") % words
        )
    sentence = _("%(time)s comes twice on that day in %(zone)s, for clocks go back. Choose which one you mean.") % words
    raise NoMoment(sentence, either=meant)


def address(moment: datetime, path: str = "/") -> str:
    """Where the view has the public `path` (with its query, if any) at `moment`."""
    path, mark, query = path.partition("?")
    return reverse("site_at", args=[stamp(moment)]) + quote(path.lstrip("/"), safe="/%") + mark + query


def _no_moment() -> str:
    values = {"first": FIRST_YEAR, "last": LAST_YEAR}
    return _("This is no moment from %(first)d to %(last)d. Write it as 2026-01-31T14:05.") % values
