"""Health checks for whoever runs the site: is the process up, and can it serve readers?"""

from datetime import datetime

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse

from briefings import health
from briefings.public import moments
from briefings.views.answers import moment, public

_PLAIN = {"content_type": "text/plain; charset=utf-8", "headers": {"Cache-Control": "no-store"}}


@public
def healthz(request: HttpRequest) -> HttpResponse:
    """200 whenever the process answers; it does not ask the database."""
    return HttpResponse("ok\n", **_PLAIN)


@public
def readyz(request: HttpRequest) -> HttpResponse:
    """200 where readers can be served: the database answers, is migrated and has its guards; else 503 with the reason.

    The first word is for machines. The lines below say more, for people, and nothing that a stranger may not know.
    """
    now = moment(request)
    try:
        problem = health.database_problem()
        lines = _lines(now, problem=problem)
    except (DatabaseError, InterfaceError):
        problem = "the database does not answer"
        lines = {"database": "does not answer", "disk": _disk()}
    first = f"not ready: {problem}" if problem else "ready"
    body = "\n".join([first, *(f"{name}: {word}" for name, word in lines.items()), ""])
    return HttpResponse(body, status=503 if problem else 200, **_PLAIN)


def _lines(now: datetime, *, problem: str) -> dict[str, str]:
    """In which state each part is. Of the next moment it is told that it is known, never when or whether it is: that
    would be an embargo.
    """
    lines = {
        "database": "answers",
        "migrations": "missing" if problem == health.UNMIGRATED else "complete",
        "guards": "missing" if problem == health.UNGUARDED else "complete",
        "writable": "yes" if health.is_writable() else "no",
        "disk": _disk(),
    }
    if problem:
        return lines
    moments.next_moment(now)
    clock = "behind the log" if health.log_is_ahead_by() else "not behind the log"
    worker = "at work" if health.worker_is_seen() else "not seen"
    return {**lines, "clock": clock, "next moment": "known", "worker": worker}


def _disk() -> str:
    return "has room" if health.has_room() else "nearly full"
