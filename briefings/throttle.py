"""How guessing is slowed down: whose failures count together, how many are too many, and for how long."""

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
"""An address may fail as often as that many names from it: whoever tries one password on many names is slowed too."""


@dataclass(frozen=True)
class Lock:
    """What is locked, a name from an address or the address for every name, and for how much longer."""

    of_address: bool
    remaining: timedelta


class Attempts(AxesDatabaseHandler):
    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Failures for this name from this address; or those for all names from there, NAMES of them as one."""
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
    """The name as failures are counted: in small letters, for allauth finds users in whatever capitals."""
    name = (credentials or {}).get("username") or request.POST.get("login", "")
    return name.lower()[: AccessAttempt._meta.get_field("username").max_length]


def client_address(request: HttpRequest) -> str | None:
    """Where a guess comes from: an IPv4 address, or the /64 of an IPv6 address, for one line has all of that.

    With TRUSTED_PROXY it is what the proxy put last into X-Forwarded-For; what stands before it, anybody may have sent.
    None stands for all who cannot be told apart.
    """
    said = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXY:
        said = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or said
    try:
        address = ip_address(said)
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
