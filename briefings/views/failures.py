"""What goes out where an answer failed: 503 while the database does not do its work, 500 for a fault of ours.

An editor's text comes back in a form that can be sent once more. Nothing here asks the database.
"""

import sys
from functools import partial

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.defaults import server_error

from briefings import desk_language
from briefings.outages import Outage, outage_of
from briefings.upload_limits import DESK
from briefings.views import session_expired

SOON = {"Retry-After": "30", "Cache-Control": "no-store"}


def failed(request: HttpRequest) -> HttpResponse:
    """The answer to a request whose view, or what stands around it, has just raised."""
    outage = outage_of(sys.exc_info()[1])
    if outage is None:
        return server_error(request)
    if not request.path_info.startswith(DESK):
        return _plain()
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(
            {"error": desk_language.spoken_to(request, partial(_why, outage))}, status=503, headers=SOON
        )
    if session_expired.holds_a_text(request):
        with override(desk_language.of_request(request)):
            return session_expired.returned(request, because=_why(outage), status=503, headers=SOON)
    return _plain()


def _plain() -> HttpResponse:
    body = render_to_string("503.html").encode()
    return HttpResponse(body, status=503, headers={**SOON, "Content-Length": str(len(body))})


def _why(outage: Outage) -> str:
    """For an editor: what was not done, and what to do. Of a database that went away nobody knows what it still did."""
    return {
        Outage.AWAY: _(
            "The site’s database does not answer at the moment. Send this once more in a minute: what did arrive is "
            "not done twice."
        ),
        Outage.LOCKED: _(
            "Something else is being written for longer than usual, so this was not saved. Send it once more in a "
            "minute."
        ),
        Outage.UNWRITABLE: _(
            "The site can save nothing at the moment, so this was not saved. Tell whoever runs it, and send this once "
            "more when they have seen to it."
        ),
    }[outage]
