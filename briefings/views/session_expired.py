"""A text that was sent after its login ended: the answer is a form that holds it and can be sent once more.

The text is only in that answer, for whoever sent it. It is saved once they have logged in again.
"""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from briefings.public import sites

OURS = frozenset({"save_id", "expected"})
"""Every form of the desk that holds a text has one of these fields, and no other form has any."""


def holds_a_text(request: HttpRequest) -> bool:
    """Whether this is a form with a text of the desk, sent from a page of this site."""
    if request.method != "POST" or OURS.isdisjoint(request.POST):
        return False
    origin = urlsplit(request.headers.get("Origin", ""))
    return (origin.scheme, origin.netloc) == (request.scheme, request.get_host())


def send_again(request: HttpRequest) -> HttpResponse:
    """403 with everything that was typed, and a button that sends it anew."""
    typed = [(name, value) for name, values in request.POST.lists() for value in values]
    context = {
        "site": sites.site_of_settings(),
        "typed": [(name, value) for name, value in typed if name != "csrfmiddlewaretoken"],
        "address": request.get_full_path(),
        "is_known": request.user.is_authenticated,
    }
    body = render_to_string("admin/send_again.html", context, request=request)
    return HttpResponse(body, status=403, headers={"Cache-Control": "no-store"})
