"""Sessions, tokens, users, messages and logins are for the desk alone. A public view never sets a cookie.

Every answer says that its page needs nothing of a browser beyond showing it.
"""

from collections.abc import Callable
from threading import Lock
from typing import Any

from allauth.account.middleware import AccountMiddleware
from axes.middleware import AxesMiddleware
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import override

from briefings import desk_language
from briefings.logins import records, second_factor
from briefings.upload_limits import DESK, MOST_AT_LOGIN, TooLarge, announced_length, most_bytes
from briefings.views import session_expired

GetResponse = Callable[[HttpRequest], HttpResponseBase]

FEATURES = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation"),
    *("gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "picture-in-picture"),
    *("screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
)
"""What a browser could do for a page, and no page of this site wants, nor anything that it might be made to hold."""
PASSKEYS = ("publickey-credentials-create", "publickey-credentials-get")
"""What the desk alone wants."""
AT_THE_DESK = ", ".join([*(f"{name}=()" for name in FEATURES), *(f"{name}=(self)" for name in PASSKEYS)])
ELSEWHERE = ", ".join(f"{feature}=()" for feature in FEATURES + PASSKEYS)


def _is_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(DESK)


def at_the_desk(middleware: Any) -> type:
    """A middleware that runs `middleware` for requests to the desk and passes every other request on.

    It is a subclass of a `middleware` that is a class, since Django's checks look for those that the admin needs.
    """

    def begin(self: Any, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.inner = middleware(get_response)

    def answer(self: Any, request: HttpRequest) -> HttpResponseBase:
        return self.inner(request) if _is_desk(request) else self.get_response(request)

    def hook(name: str) -> Callable[..., HttpResponseBase | None]:
        def wrapper(self: Any, request: HttpRequest, *args: Any) -> HttpResponseBase | None:
            inner = getattr(self.inner, name, None)
            return inner(request, *args) if inner and _is_desk(request) else None

        return wrapper

    hooks = {name: hook(name) for name in ("process_view", "process_exception")}
    bases = (middleware,) if isinstance(middleware, type) else ()
    return type(f"Desk{middleware.__name__}", bases, {"__init__": begin, "__call__": answer, **hooks})


class EndedMeanwhile(SessionMiddleware):
    """A session that was ended while its request was under way: the answer goes out, and the next one is the login.

    Django would say that the request was bad, of one that was answered and may have changed something.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
        try:
            return super().process_response(request, response)
        except SessionInterrupted:
            response.delete_cookie(
                settings.SESSION_COOKIE_NAME,
                path=settings.SESSION_COOKIE_PATH,
                domain=settings.SESSION_COOKIE_DOMAIN,
                samesite=settings.SESSION_COOKIE_SAMESITE,
            )
            return response


DeskSessions = at_the_desk(EndedMeanwhile)
DeskTokens = at_the_desk(CsrfViewMiddleware)
DeskUsers = at_the_desk(AuthenticationMiddleware)
DeskMessages = at_the_desk(MessageMiddleware)
DeskAccounts = at_the_desk(AccountMiddleware)
DeskThrottle = at_the_desk(AxesMiddleware)


class NoFeatures:
    """Says with every answer, of a static file too, that nothing on it may use a camera, a place, a payment.

    Passkeys are for the desk's own pages.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = AT_THE_DESK if _is_desk(request) else ELSEWHERE
        return response


class DeskLimits:
    """What somebody sends is refused, or waits for nobody, before a byte of it is read.

    More than the address takes is refused by the length that is announced. Of what is larger than a login, and comes
    from somebody who is not logged in, one at a time is taken apart: thousands of fields take a second, and only an
    editor whose login has ended has a reason to send them.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.turn = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        length = announced_length(request.META.get("CONTENT_LENGTH", "")) if _is_desk(request) else 0
        if length > most_bytes(request.path_info):
            raise TooLarge
        if length <= MOST_AT_LOGIN or SESSION_KEY in request.session:
            return self.get_response(request)
        if not self.turn.acquire(blocking=False):
            return HttpResponse(
                desk_language.spoken_to(request, _too_many),
                content_type="text/plain; charset=utf-8",
                status=503,
                headers={"Retry-After": "5", "Cache-Control": "no-store"},
            )
        try:
            return self.get_response(request)
        finally:
            self.turn.release()


def _too_many() -> str:
    return _("Too many send something at once. Go back, and send it again in a few seconds.")


class DeskLanguage:
    """Speaks the language that the user chose for the desk, and to whoever is not logged in the site's."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _is_desk(request):
            return self.get_response(request)
        with override(desk_language.of_user(request.user)):
            return self.get_response(request)


class DeskWords:
    """Returns a text that was sent after its login ended, in a form that can be sent again after the next login."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> HttpResponseBase | None:
        if not _is_desk(request) or request.user.is_authenticated or not session_expired.holds_a_text(request):
            return None
        return session_expired.send_again(request)


class DeskLogins:
    """Notes that a session is used; and lets nobody do anything who has yet to show, or to set up, a second factor."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _is_desk(request) and request.user.is_authenticated:
            records.notice_use(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> HttpResponseBase | None:
        if not _is_desk(request) or request.user.is_anonymous or request.resolver_match.view_name in OPEN_TO_ALL:
            return None
        if not second_factor.is_owed(request):
            return None
        if session_expired.holds_a_text(request):
            headers = {"Cache-Control": "no-store"}
            return session_expired.returned(request, because=_owed(), status=403, headers=headers)
        there = reverse("admin:briefings_user_second_factor")
        return redirect(f"{there}?{urlencode({'next': request.get_full_path()})}" if request.method == "GET" else there)


OPEN_TO_ALL = frozenset(
    {
        *("account_login", "mfa_authenticate", "provider_login", "provider_callback", "password_link"),
        *("admin:logout", "admin:jsi18n", "jsi18n", "admin:briefings_user_language"),
        *("admin:briefings_user_second_factor", "admin:briefings_user_app", "admin:briefings_user_passkey"),
    }
)
"""What somebody gets who owes a second factor: how to show it or set it up, the way out, and the language."""


def _owed() -> str:
    return _(
        "This desk wants a second factor of you first. Open the desk in another tab, follow it there, and come back."
    )
