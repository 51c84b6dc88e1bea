"""The calendar: what goes out, day by day, from today on or from any other day."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy
from briefings.admin.briefings import agenda
from briefings.admin.desk import show_page
from briefings.admin.moments import FIRST_YEAR, LAST_YEAR

DAYS = 21


@dataclass(frozen=True)
class CalendarDay:
    day: date
    entries: list[agenda.Coming]
    is_today: bool


def page(request: HttpRequest) -> HttpResponse:
    """Three weeks; a day that is none leads to today, with a sentence."""
    first = _first_day(request.GET.get("from", ""))
    if first is None:
        messages.warning(request, _("That is no day of the calendar. It begins with today."))
        return redirect("admin:briefings_draft_calendar")
    entries = agenda.of_days(request.user, first, days=DAYS)
    today = timezone.localdate()
    days = [
        CalendarDay(day, list(those), day == today)
        for day, those in groupby(entries, key=lambda one: timezone.localdate(one.moment))
    ]
    return show_page(
        request,
        "draft/calendar.html",
        title=_("Calendar"),
        days=days,
        first=first,
        last=first + timedelta(days=DAYS - 1),
        previous=first - timedelta(days=DAYS),
        following=first + timedelta(days=DAYS),
        is_from_today=first == today,
        may_publish=policy.may(request.user, "publish"),
        zone=timezone.get_current_timezone_name(),
    )


def _first_day(given: str) -> date | None:
    if not given:
        return timezone.localdate()
    try:
        day = date.fromisoformat(given)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
