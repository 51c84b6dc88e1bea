"""The one answer to who may do what. Every view, action, preview and autocomplete asks it, and every act of the log."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from briefings.models import Briefing, Draft, User

Anyone = User | AnonymousUser

OF_THEIR_OWN = frozenset({"read", "write", "submit"})
"""Actions that a role may have for drafts of the user's own alone."""


def may(user: Anyone, action: str, briefing: Briefing | None = None) -> bool:
    """Whether `user` may do `action` (a codename of `Draft.Meta.permissions`), to `briefing` where one is named.

    Without a briefing: whether there is any to which they might. Two queries on the first call for a user, then none.
    """
    if may_to_all(user, action):
        return True
    if not _may_to_own(user, action):
        return False
    return briefing is None or Draft.objects.filter(briefing=briefing, owner=user).exists()


def may_to_all(user: Anyone, action: str) -> bool:
    """Whether `user` may do `action` to every briefing, not to some of their own alone."""
    return _works_here(user) and user.has_perm(f"briefings.{action}")


def drafts(user: Anyone, action: str) -> QuerySet[Draft]:
    """The drafts to which `user` may do `action`."""
    if may_to_all(user, action):
        return Draft.objects.all()
    return Draft.objects.filter(owner=user) if _may_to_own(user, action) else Draft.objects.none()


def _may_to_own(user: Anyone, action: str) -> bool:
    return _works_here(user) and action in OF_THEIR_OWN and user.has_perm(f"briefings.{action}_own")


def _works_here(user: Anyone) -> bool:
    return user.is_active and user.is_staff
