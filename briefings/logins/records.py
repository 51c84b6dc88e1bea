"""The record of logins that succeeded: when, from where, with what and how. The desk says it in words."""

import re
import time
from datetime import timedelta
from ipaddress import ip_address, ip_network

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from briefings.logins.session_store import LOGIN, SEEN
from briefings.models import DeskSession, Login, User
from briefings.throttle import client_address

KEPT = timedelta(days=90)
SEEN_EVERY = 300
"""Seconds after which a session that is used says so again: each time costs a write."""
MEANS = {
    "password": gettext_lazy("password"),
    "provider": gettext_lazy("the newsroom’s login"),
    "totp": gettext_lazy("code of an app"),
    "webauthn": gettext_lazy("passkey"),
    "recovery_codes": gettext_lazy("recovery code"),
}
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("(?:Headless)?Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    *(("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows")),
    *(("Mac OS", "macOS"), ("Linux", "Linux"), ("CrOS", "ChromeOS")),
)


def record(request: HttpRequest, user: User) -> Login:
    """Put the login of `request` on record, bind its session to it, and drop what is too old to keep."""
    now = timezone.now()
    DeskSession.objects.filter(expire_date__lt=now).delete()
    Login.objects.filter(at__lt=now - KEPT, desk_sessions=None).delete()
    login = Login.objects.create(
        user=user,
        at=now,
        how=_how(request, user),
        address=shortened(client_address(request)),
        device=_device(request.headers.get("User-Agent", "")),
    )
    request.session[LOGIN], request.session[SEEN] = login.pk, int(time.time())
    return login


def notice_use(request: HttpRequest) -> None:
    """Say in the session that it is used, unless it said so a moment ago. One that no login began says nothing."""
    now = int(time.time())
    if LOGIN in request.session and now - request.session.get(SEEN, 0) >= SEEN_EVERY:
        request.session[SEEN] = now


def shortened(address: str | None) -> str:
    """As much of an address as tells a place from another: not which of its lines, or whose."""
    if not address:
        return ""
    parsed = ip_address(address)
    if parsed.version == 4:
        return f"{address.rpartition('.')[0]}.*"
    return str(ip_network(f"{parsed}/48", strict=False).network_address) + "*"


def in_words(how: str) -> str:
    """“password, code of an app”, in the language that is active."""
    return ", ".join(str(MEANS.get(code, code)) for code in how.split(",") if code)


def device_in_words(device: str) -> str:
    browser, _, system = device.partition("/")
    if browser and system:
        return gettext("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or gettext("a browser that does not say what it is")


def _how(request: HttpRequest, user: User) -> str:
    """By what `user` got in, in the order in which they showed it."""
    records = get_authentication_records(request, user)
    codes = [
        {"mfa": record.get("type"), "socialaccount": "provider"}.get(record["method"], record["method"])
        for record in records
    ]
    return ",".join(dict.fromkeys(str(code) for code in codes))[:64]


def _device(agent: str) -> str:
    """The browser and the system that it names, without versions: “Firefox/Linux”."""
    found = [
        next((name for sign, name in signs if re.search(rf"\b{sign}\b", agent)), "") for signs in (_BROWSERS, _SYSTEMS)
    ]
    return "/".join(found).strip("/") if any(found) else ""
