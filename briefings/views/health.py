"""Health checks for whoever runs the site: is the process up, and can it serve readers?"""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from briefings.health import database_problem
from briefings.views.answers import public

_PLAIN = {"content_type": "text/plain; charset=utf-8", "headers": {"Cache-Control": "no-store"}}


@public
def healthz(request: HttpRequest) -> HttpResponse:
    """200 whenever the process answers; it does not ask the database."""
    return HttpResponse("ok\n", **_PLAIN)


@public
def readyz(request: HttpRequest) -> HttpResponse:
    """200 where the database answers, is migrated and has its guards; else 503 with the reason."""
    try:
        problem = database_problem()
    except DatabaseError:
        problem = "the database does not answer"
    if problem:
        return HttpResponse(f"not ready: {problem}\n", status=503, **_PLAIN)
    return HttpResponse("ready\n", **_PLAIN)
