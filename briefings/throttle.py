"""Slows down guessing of passwords and codes: which failures count together, how many lock a login, for how long."""

from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db.models import Max, QuerySet, Sum
from django.db.models.functions import Lower
from django.http import HttpRequest, QueryDict
from django.utils import timezone

NAMES = 10
"""An address may fail this many times as often as one name, so that trying a password on many names is slowed too."""
ADDRESSES = 4
"""Wrong codes of one user, from all addresses together, may be this many times as many as from one. Only who knows the
password gets as far as a code, so this keeps nobody out whose password nobody knows.
"""
CODES = "a code\n"
"""Stands in the place of the browser's name where a code was wrong. No browser can send it: a header has one line."""

LINKS = "a link\n"
"""Stands in the place of the name where a link to set a password was none. Nobody can be called so."""


@dataclass(frozen=True)
class Lock:
    """A lock on a name from one address, `of_address` on all names from it, `of_codes` on the codes of a name from
    everywhere, or `of_links` on links from one address; and the time that remains.
    """

    of_address: bool
    of_codes: bool
    of_links: bool
    remaining: timedelta


class Attempts(AxesDatabaseHandler):
    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """The failures of this name from this address, or one for every NAMES failures from the address if more; of a
        code also one for every ADDRESSES wrong codes of the name.
        """
        of_name, of_address = super().get_failures(request, credentials), _sum(_recent(request)) // NAMES
        return max(of_name, of_address, _sum(_recent_codes(request, credentials)) // ADDRESSES)

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
    ) -> None:
        """Counts, and keeps nothing of what was sent: it may hold a password, a code or a text."""
        if request is None:
            return super().user_login_failed(sender, credentials, request, **kwargs)
        bare = copy(request)
        bare.GET = bare.POST = QueryDict()
        super().user_login_failed(sender, credentials, bare, **kwargs)
        request.axes_locked_out, request.axes_credentials = bare.axes_locked_out, bare.axes_credentials
        request.axes_failures_since_start = bare.axes_failures_since_start
        return None


def is_link_locked(request: HttpRequest) -> bool:
    """Whether there were too many failures for a link to be looked at. `request` then says so."""
    AxesProxyHandler.update_request(request)
    if AxesProxyHandler.is_allowed(request, {"username": LINKS}):
        return False
    request.axes_locked_out, request.axes_credentials = True, {"username": LINKS}
    return True


def count_wrong_link(request: HttpRequest) -> None:
    """Count a link that is none, or is over, as a failure from its address."""
    AxesProxyHandler.user_login_failed(__name__, {"username": LINKS}, request)


def is_code_locked(request: HttpRequest, user: AbstractUser) -> bool:
    """Whether there were too many failures for a code of `user` to be looked at. `request` then says so."""
    if AxesProxyHandler.is_allowed(_of_code(request), _credentials(user)):
        return False
    request.axes_locked_out, request.axes_credentials = True, _credentials(user)
    return True


def count_wrong_code(request: HttpRequest, user: AbstractUser) -> None:
    """Count a wrong code as a failure of the login; if it is one too many, `request` then says so."""
    AxesProxyHandler.user_login_failed(__name__, _credentials(user), _of_code(request))


def locked_staff() -> QuerySet[AbstractUser]:
    """Those who work here whose login is locked from some address at this moment."""
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    recent = AccessAttempt.objects.filter(attempt_time__gte=since).values("username", "ip_address").order_by()
    locked = recent.annotate(sum=Sum("failures_since_start")).filter(sum__gte=settings.AXES_FAILURE_LIMIT)
    staff = get_user_model().objects.filter(is_active=True, is_staff=True).alias(typed=Lower("username"))
    return staff.filter(typed__in=locked.values("username")).order_by("username")


def _of_code(request: HttpRequest) -> HttpRequest:
    AxesProxyHandler.update_request(request)
    request.axes_user_agent = CODES
    return request


def _credentials(user: AbstractUser) -> dict[str, str]:
    return {"username": user.get_username()}


def lock(request: HttpRequest, credentials: dict[str, Any] | None) -> Lock:
    """The lock that has just refused `request`."""
    most, recent, codes = settings.AXES_FAILURE_LIMIT, _recent(request), _recent_codes(request, credentials)
    of_address, of_codes = _sum(recent) >= most * NAMES, _sum(codes) >= most * ADDRESSES
    of_name = recent.filter(username=name_typed(request, credentials))
    counting = recent if of_address else codes if of_codes else of_name
    now = request.axes_attempt_time
    newest = counting.aggregate(newest=Max("attempt_time"))["newest"] or now
    remaining = newest + settings.AXES_COOLOFF_TIME - now
    return Lock(
        of_address=of_address,
        of_codes=of_codes and not of_address,
        of_links=name_typed(request, credentials) == LINKS and not of_address,
        remaining=remaining,
    )


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


def _recent_codes(request: HttpRequest, credentials: dict[str, Any] | None) -> QuerySet[AccessAttempt]:
    """The wrong codes of the name from all addresses; none unless `request` brings a code."""
    if request.axes_user_agent != CODES:
        return AccessAttempt.objects.none()
    since, name = get_cool_off_threshold(request), name_typed(request, credentials)
    return AccessAttempt.objects.filter(username=name, user_agent=CODES, attempt_time__gte=since)


def _sum(attempts: QuerySet[AccessAttempt]) -> int:
    return attempts.aggregate(sum=Sum("failures_since_start"))["sum"] or 0
