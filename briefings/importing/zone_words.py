"""What zones are called in a line: abbreviations, and the time of a city.

An abbreviation is taken at its word: “CET” in July is an hour later than the clocks of Brussels, and a promise that is
kept an hour too long is kept.
"""

from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

FIXED = {
    **dict.fromkeys(("gmt", "utc", "z", "wet"), 0.0),
    **dict.fromkeys(("cet", "mez", "bst", "west", "hec"), 1.0),
    **dict.fromkeys(("cest", "mesz", "eet"), 2.0),
    **dict.fromkeys(("eest", "msk"), 3.0),
    "edt": -4.0,
    "est": -5.0,
    "pdt": -7.0,
    "pst": -8.0,
}
"""Hours ahead of UTC."""
OF_A_PLACE = {"et": "America/New_York", "pt": "America/Los_Angeles"}
CITIES = {
    "london time": "Europe/London",
    "uk time": "Europe/London",
    "brussels time": "Europe/Brussels",
    "paris time": "Europe/Paris",
    "heure de paris": "Europe/Paris",
    "berlin time": "Europe/Berlin",
    "ortszeit berlin": "Europe/Berlin",
    "geneva time": "Europe/Zurich",
    "vienna time": "Europe/Vienna",
    "hora de madrid": "Europe/Madrid",
    "madrid time": "Europe/Madrid",
    "kyiv time": "Europe/Kyiv",
    "за києвом": "Europe/Kyiv",
    "київського часу": "Europe/Kyiv",
    "new york time": "America/New_York",
    "eastern time": "America/New_York",
    "pacific time": "America/Los_Angeles",
    "cairo time": "Africa/Cairo",
    "بتوقيت القاهرة": "Africa/Cairo",
    "بتوقيت غرينتش": "Etc/GMT",
}


def zone_called(name: str) -> tzinfo | None:
    """The zone of that name (in small letters), or None."""
    if name in FIXED:
        return timezone(timedelta(hours=FIXED[name]))
    place = OF_A_PLACE.get(name) or CITIES.get(name)
    return ZoneInfo(place) if place else None
