"""A text that was sent after its login ended: the answer is a form that holds it and can be sent once more.

The text is only in that answer, for whoever sent it. It is saved once they have logged in again.
"""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from briefings.public import sites

OF_DJANGO = "csrfmiddlewaretoken"
OURS = frozenset({"save_id", "expected", "holds_a_text"})
"""Every form of the desk that holds a text has one of these fields, and no other form has any."""


def holds_a_text(request: HttpRequest) -> bool:
    """Whether this is a form with a text of the desk, sent from a page of this site."""
    if request.method != "POST" or OURS.isdisjoint(request.POST):
        return False
    origin = urlsplit(request.headers.get("Origin", ""))
    return (origin.scheme, origin.netloc) == (request.scheme, request.get_host())


def send_again(request: HttpRequest) -> HttpResponse:
    """403 with everything that was typed, and a button that sends it anew."""
    context = {**_again(request), "is_known": request.user.is_authenticated}
    body = render_to_string("admin/send_again.html", context, request=request)
    return HttpResponse(body, status=403, headers={"Cache-Control": "no-store"})


def returned(request: HttpRequest, *, because: str, status: int, headers: dict[str, str]) -> HttpResponse:
    """The same for another reason, in a sentence. It asks no database: the token is the one that was sent."""
    context = {**_again(request), "because": because, "token": request.POST.get(OF_DJANGO, "")}
    return HttpResponse(render_to_string("admin/send_again.html", context), status=status, headers=headers)


def _again(request: HttpRequest) -> dict[str, Any]:
    typed = [(name, value) for name, values in request.POST.lists() for value in values]
    return {
        "site": sites.site_of_settings(),
        "typed": [(name, value) for name, value in typed if name != OF_DJANGO],
        "address": request.get_full_path(),
    }
