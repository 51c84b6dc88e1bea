"""What editors are told, in the language that is active: that of the user on the desk, English at the command line."""

from datetime import UTC, date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, ngettext

from briefings import wall_time
from briefings.messages import Message


def said(words: Any) -> str:
    """A `Message` in the active language; of an exception the message that it was raised with; anything else as it is.

    What stands in the places of a message is said likewise.
    """
    if isinstance(words, Exception):
        words = words.args[0] if len(words.args) == 1 else str(words)
    if not isinstance(words, Message):
        return str(words)
    places = {name: _shown(value) for name, value in words.places.items()}
    if words.plural:
        return ngettext(words.template, words.plural, words.places["count"]) % places
    return gettext(words.template) % places


def moment_in_words(moment: datetime) -> str:
    """As in “24 November 2026, 14:05”, in the newsroom's zone."""
    return date_format(timezone.localtime(moment), gettext("j F Y, H:i")) + _which_of_two(moment)


def time_of_day(moment: datetime) -> str:
    """As in “14:05”, in the newsroom's zone."""
    return date_format(timezone.localtime(moment), gettext("H:i")) + _which_of_two(moment)


def day_in_words(day: date) -> str:
    """As in “24 November 2026”."""
    return date_format(day, gettext("j F Y"))


def near_moment(moment: datetime) -> str:
    """As short as it can be told: “14:05” today, “Tue 1 Dec 06:00” this year, with the year in any other."""
    local, today = timezone.localtime(moment), timezone.localdate()
    if local.date() == today:
        return time_of_day(moment)
    shown = date_format(local, gettext("D j M H:i") if local.year == today.year else gettext("j M Y, H:i"))
    return shown + _which_of_two(moment)


def exact_moment(moment: datetime) -> str:
    """With its day, and in both clocks: “Tue 1 Dec 06:00 (05:00 UTC)”, with the year where it is another."""
    local, universal = timezone.localtime(moment), moment.astimezone(UTC)
    is_this_year = local.year == timezone.localdate().year
    shown = date_format(local, gettext("D j M H:i") if is_this_year else gettext("D j M Y, H:i"))
    if not local.utcoffset():
        return f"{shown} UTC"
    if universal.date() == local.date():
        return f"{shown} ({date_format(universal, gettext('H:i'))} UTC)"
    return f"{shown} ({date_format(universal, gettext('D j M H:i'))} UTC)"


def _which_of_two(moment: datetime) -> str:
    """Its time in UTC, where the clocks are put back and show that of the newsroom twice; else ""."""
    wall = timezone.localtime(moment).replace(tzinfo=None, fold=0)
    if len(wall_time.moments_of(wall, timezone.get_current_timezone())) < 2:
        return ""
    return f" ({date_format(moment.astimezone(UTC), gettext('H:i'))} UTC)"


def _shown(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ("; " if isinstance(value, list) else ", ").join(map(_shown, value))
    if isinstance(value, int | float):
        return number_format(value, 1 if isinstance(value, float) else None, force_grouping=True)
    return said(value)
