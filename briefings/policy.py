"""The one answer to who may do what. Every view, action, preview and autocomplete asks it, and every act of the log."""

from django.contrib.auth.models import AnonymousUser

from briefings.models import Briefing, Draft, User

OF_THEIR_OWN = frozenset({"read", "write", "submit"})
"""Actions that a role may have for drafts of the user's own alone."""


def may(user: User | AnonymousUser, action: str, briefing: Briefing | None = None) -> bool:
    """Whether `user` may do `action` (a codename of `Draft.Meta.permissions`), to `briefing` where one is named.

    Without a briefing: whether there is any to which they might. Two queries on the first call for a user, then none.
    """
    if not (user.is_active and user.is_staff):
        return False
    if user.has_perm(f"briefings.{action}"):
        return True
    if action not in OF_THEIR_OWN or not user.has_perm(f"briefings.{action}_own"):
        return False
    return briefing is None or Draft.objects.filter(briefing=briefing, owner=user).exists()
