"""Slows down the guessing of passwords: which failures count together, how many lock a login, and for how long."""

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, QuerySet, Sum
from django.http import HttpRequest

NAMES = 10
"""An address may fail this many times as often as one name, so that trying a password on many names is slowed too."""


@dataclass(frozen=True)
class Lock:
    """A lock on a name from one address, or `of_address` on all names from it; and the time that remains."""

    of_address: bool
    remaining: timedelta


class Attempts(AxesDatabaseHandler):
    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """The failures of this name from this address, or one for every NAMES failures from the address if more."""
        return max(super().get_failures(request, credentials), _sum(_recent(request)) // NAMES)


def lock(request: HttpRequest, credentials: dict[str, Any] | None) -> Lock:
    """The lock that has just refused `request`."""
    recent = _recent(request)
    of_address = _sum(recent) >= settings.AXES_FAILURE_LIMIT * NAMES
    counting = recent if of_address else recent.filter(username=name_typed(request, credentials))
    now = request.axes_attempt_time
    newest = counting.aggregate(newest=Max("attempt_time"))["newest"] or now
    return Lock(of_address=of_address, remaining=newest + settings.AXES_COOLOFF_TIME - now)


def name_typed(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The user name in lower case, under which failures are counted: for allauth all spellings are the same."""
    name = (credentials or {}).get("username") or request.POST.get("login", "")
    return name.lower()[: AccessAttempt._meta.get_field("username").max_length]


def client_address(request: HttpRequest) -> str | None:
    """The IPv4 address of the client, or the /64 of its IPv6 address, all of which one connection may use.

    With TRUSTED_PROXY it is the last in X-Forwarded-For, which the proxy adds: the others may be forged. None where
    there is no address; all such clients count as one.
    """
    sent_address = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXY:
        sent_address = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or sent_address
    try:
        address = ip_address(sent_address)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64)
    return str(address)


def _recent(request: HttpRequest) -> QuerySet[AccessAttempt]:
    since = get_cool_off_threshold(request)
    return AccessAttempt.objects.filter(ip_address=request.axes_ip_address, attempt_time__gte=since)


def _sum(attempts: QuerySet[AccessAttempt]) -> int:
    return attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0
