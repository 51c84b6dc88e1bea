"""Sessions, tokens, users and messages are the desk's. A public door gets no cookie, whatever cookie it was sent."""

from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware

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


class DeskMessages(_OnlyAtTheDesk, MessageMiddleware):
    """Django's messages, at the desk."""
