"""Sessions, tokens, users, messages and logins are the desk's. A public door gets no cookie, whatever it was sent."""

from collections.abc import Callable
from typing import Any

from allauth.account.middleware import AccountMiddleware
from axes.middleware import AxesMiddleware
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware

from briefings.views import session_expired

DESK = ("/admin/",)


def _is_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(DESK)


class _OnlyAtTheDesk:
    """Passes every other request through untouched."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return super().__call__(request) if _is_desk(request) else self.get_response(request)


class DeskSessions(_OnlyAtTheDesk, SessionMiddleware):
    """Django's sessions, at the desk."""


class DeskTokens(_OnlyAtTheDesk, CsrfViewMiddleware):
    """Django's protection of forms, at the desk: nowhere else is a form taken."""

    def process_view(self, request: HttpRequest, *args: Any) -> HttpResponseBase | None:
        return super().process_view(request, *args) if _is_desk(request) else None


class DeskUsers(_OnlyAtTheDesk, AuthenticationMiddleware):
    """Django's users, at the desk."""


class DeskWords:
    """Whoever sends a text and is logged in no more gets it back, with a button to send it once they are."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> HttpResponseBase | None:
        if not _is_desk(request) or request.user.is_authenticated or not session_expired.holds_a_text(request):
            return None
        return session_expired.send_again(request)


class DeskMessages(_OnlyAtTheDesk, MessageMiddleware):
    """Django's messages, at the desk."""


class DeskAccounts:
    """allauth's accounts, at the desk."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.at_the_desk = AccountMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.at_the_desk(request) if _is_desk(request) else self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        return self.at_the_desk.process_exception(request, exception) if _is_desk(request) else None


class DeskThrottle(_OnlyAtTheDesk, AxesMiddleware):
    """axes' answer to whoever failed to log in too often, at the desk."""
