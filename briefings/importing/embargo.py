"""The line with which a draft names its embargo -> a moment, where it can be read for certain, and whose promise it is.

What is not certain is not guessed: two moments that differ, no time of day, a day and a weekday that do not fit, an
hour that the clocks skip. Then the words stand, and an editor is asked.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from briefings import wall_time
from briefings.importing.day_words import MONTHS, WEEKDAYS
from briefings.importing.zone_words import CITIES, FIXED, OF_A_PLACE, zone_called

_FURTHEST = timedelta(days=200)
"""How far ahead a day without a year may be."""
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_DOTTED = re.compile(r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d\d)(?!\d)")
_SLASHED = re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4}|\d\d)(?!\d)")
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s*(?:de|of|del)?\s*(?P<name>{_MONTH})\b\.?"
    r"(?:,?\s*(?:de|del)?\s*(?P<year>\d{4})(?!\d))?"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<name>{_MONTH})\b\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.h])(?:,?\s*(?P<year>\d{{4}})(?!\d))?"
)
_HALF = r"(?:\s?(?P<half>a\.?m\b\.?|p\.?m\b\.?))"
_TIMES = (
    re.compile(rf"(?<![\d:.])(?P<hour>\d{{1,2}})\s?[:.h]\s?(?P<minute>\d\d)(?!\d){_HALF}?"),
    re.compile(rf"(?<![\d:.])(?P<hour>\d{{1,2}}){_HALF}"),
    re.compile(r"(?<![\d:.])(?P<hour>\d{1,2})\s?(?:uhr|h\b|hrs\b|heures?\b|horas?\b|годин\w*)"),
    re.compile(r"(?<![\d:.])(?P<hour>\d\d)(?P<minute>\d\d)(?=\s?(?:z\b|gmt|utc|hrs?\b|h\b|[a-z]{1,3}t\b))"),
    re.compile(r"\b(?P<noon>(?:12 )?(?:noon|midday)|mittags?|midi|mediodía|опівдні)\b"),
)
_ZONE = re.compile(rf"\s?\(?(?P<zone>[+-]\d\d:?\d\d|[a-z]{{1,5}}\b(?:\s+[a-z]+)?|z\b|{'|'.join(CITIES)})")
_UNKNOWN_ZONE = re.compile(r"\s?\(?[a-z]{1,3}[sd]?t\b")
_WHOSE = re.compile(r"\(([^()\d]{3,100})\)")


@dataclass(frozen=True)
class ReadEmbargo:
    """Until when (UTC), and whose promise it is, "" where the line does not say."""

    until: datetime
    source: str


def read_embargo(words: str, *, zone: tzinfo, today: date) -> ReadEmbargo | None:
    """The embargo that `words` name; None where they do not say its moment for certain.

    A time without a zone is of `zone`; a day without a year is the next one from `today` on.
    """
    text = unicodedata.normalize("NFKC", words).translate(_DIGITS).casefold()
    days, rest = _days(text, today)
    if len(days) != 1 or not _fits_weekday(rest, (day := days.pop())):
        return None
    found = {moment for shown, place in _times(rest) for moment in _moments(day, shown, place, text=rest, zone=zone)}
    if len(found) != 1 or None in found:
        return None
    named = [name.strip() for name in _WHOSE.findall(words) if not zone_called(name.strip().casefold())]
    return ReadEmbargo(found.pop(), named[0] if len(named) == 1 else "")


_DIGITS = {0x660 + digit: str(digit) for digit in range(10)} | {0x6F0 + digit: str(digit) for digit in range(10)}


def _days(text: str, today: date) -> tuple[set[date | None], str]:
    """The days that are named (None for one that is not certain), and the text without them."""
    found: set[date | None] = set()
    for pattern in (_ISO, _DOTTED, _SLASHED, _DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            found.add(_day(match, today, is_american=pattern is _SLASHED))
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return found, text


def _day(match: re.Match[str], today: date, *, is_american: bool) -> date | None:
    given = match.groupdict()
    day, month = int(given["day"]), MONTHS[given["name"]] if "name" in given else int(given["month"])
    if is_american and day <= 12 and day != month:
        return None  # 3/4: in April or in March
    try:
        if given["year"]:
            return date(int(given["year"]) + (2000 if len(given["year"]) == 2 else 0), month, day)
        ahead = [date(year, month, day) for year in (today.year, today.year + 1)]
    except ValueError:
        return None
    return next((one for one in ahead if today <= one <= today + _FURTHEST), None)


def _fits_weekday(text: str, day: date | None) -> bool:
    named = {WEEKDAYS[word] for word in re.findall(r"[^\W\d_]+", text) if word in WEEKDAYS}
    return day is not None and named <= {day.weekday()}


def _times(text: str) -> Iterator[tuple[time | None, int]]:
    """Times of day, and where each ends."""
    taken: list[range] = []
    for pattern in _TIMES:
        for match in pattern.finditer(text):
            if not any(match.start() in span for span in taken):
                taken.append(range(match.start(), match.end()))
                yield _time(match.groupdict()), match.end()


def _time(given: dict[str, str | None]) -> time | None:
    if given.get("noon"):
        return time(12)
    hour, half = int(given["hour"] or 0), given.get("half")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    minute = int(given.get("minute") or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _moments(day: date, shown: time | None, place: int, *, text: str, zone: tzinfo) -> list[datetime | None]:
    named = _zone_at(text, place) if shown else None
    if shown is None or named is None:
        return [None]
    wall = datetime.combine(day, shown)
    meant = wall_time.moments_of(wall, zone if named == "" else named)
    return list(meant) if len(meant) == 1 else [None]


def _zone_at(text: str, place: int) -> tzinfo | str | None:
    """The zone that follows a time, or the only one that is named; "" where there is none, None for an unknown one."""
    if match := _ZONE.match(text, place):
        if match["zone"][0] in "+-":
            sign = -1 if match["zone"][0] == "-" else 1
            hours, minutes = int(match["zone"][1:3]), int(match["zone"][-2:])
            return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours < 15 else None
        for name in (match["zone"], match["zone"].split()[0]):
            if known := zone_called(name):
                return known
    if _UNKNOWN_ZONE.match(text, place):
        return None
    elsewhere = [zone_called(word) for word in re.findall(r"\b[a-z]{3,4}\b", text) if word in FIXED | OF_A_PLACE]
    elsewhere += [zone_called(name) for name in CITIES if name in text]
    return "" if not elsewhere else elsewhere[0] if len(elsewhere) == 1 else None
