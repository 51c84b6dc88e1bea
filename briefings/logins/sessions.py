"""Open sessions: of whom there are which, and how they are ended."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from briefings.models import DeskSession, User


def open_sessions(user: User) -> QuerySet[DeskSession]:
    """The sessions in which somebody is logged in as `user`, the one used last first."""
    of_user = DeskSession.objects.filter(user=user, expire_date__gt=timezone.now())
    return of_user.select_related("login").order_by("-seen_at", "-expire_date")


def end_all(user: User) -> int:
    """Log `user` out everywhere; how many sessions that ended. `staff.end_sessions` does it on record."""
    return DeskSession.objects.filter(user=user).delete()[0]


def end_others(request: HttpRequest) -> int:
    """Log the user of `request` out everywhere but here; how many sessions that ended."""
    others = DeskSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)
    return others.delete()[0]


def end_one(user: User, login_id: int) -> int:
    """Log `user` out where that login of theirs was; 1 if a session ended, 0 if none was open."""
    return DeskSession.objects.filter(user=user, login=login_id).delete()[0]
