"""Day and time as a zone's clocks show them, and the moments that they mean: one, none where clocks are put forward,
two where they are put back.
"""

from datetime import UTC, datetime, timedelta, tzinfo

MINUTE = timedelta(minutes=1)


def moments_of(wall: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """The moments (UTC, the earlier first) at which the clocks of `zone` show `wall`, which has no zone."""
    candidates = sorted({_moment(wall, zone, fold=fold) for fold in (0, 1)})
    return tuple(moment for moment in candidates if moment.astimezone(zone).replace(tzinfo=None, fold=0) == wall)


def nearest(wall: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """The last minute before the clocks of `zone` skip `wall`, and the first one after."""
    before, after = _moment(wall, zone, fold=1), _moment(wall, zone, fold=0)
    offset = before.astimezone(zone).utcoffset()
    while after - before > MINUTE:
        middle = before + MINUTE * ((after - before) // MINUTE // 2)
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return before, after


def _moment(wall: datetime, zone: tzinfo, *, fold: int) -> datetime:
    return wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
