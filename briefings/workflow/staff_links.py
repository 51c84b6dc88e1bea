"""The link by which a colleague sets their own password: a site admin makes it, and it is used once."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.logins import password_links, sessions
from briefings.models import AuditEntry, PasswordLink, User
from briefings.workflow.refusals import Refused
from briefings.workflow.staff_acts import about, lock_colleague


@transaction.atomic
def make_password_link(user: User, *, by: User) -> tuple[PasswordLink, str]:
    """Make a link for `user`, which ends the one before; return it with its secret, which nobody can look up later.

    Raises Refused.
    """
    user = lock_colleague(user, by=by)
    if settings.LOGIN_BY == "oidc":
        raise Refused(_("Here nobody logs in by a password, so there is none to set."))
    if user == by:
        raise Refused(_("A link is for a colleague. Change your own password under “Change password”."))
    if not (user.is_active and user.is_staff):
        raise Refused(_("%(name)s is deactivated. Bring them back first.") % {"name": user})
    token, now = password_links.new_token(), timezone.now()
    PasswordLink.objects.filter(user=user).delete()
    link = PasswordLink.objects.create(
        user=user,
        token_hash=password_links.hash_of(token),
        of_password=password_links.hash_of(user.password),
        by=by,
        made_at=now,
        ends_at=now + password_links.LASTS,
    )
    enter(AuditEntry.Action.PASSWORD_LINK, by=by, about=about(user), detail=user.get_username())
    return link, token


@transaction.atomic
def set_password(token: str, *, password: str) -> User:
    """Give whoever the link is for the `password`, and log them out everywhere. Raises Refused where it is over."""
    found = password_links.find(token)
    if found:  # another request may have used it up before this one has the lock
        User.objects.select_for_update().get(pk=found.user_id)
        found = password_links.find(token)
    if found is None:
        raise Refused(_("This link is over."))
    user = found.user
    user.set_password(password)
    user.save(update_fields=["password"])
    found.delete()
    sessions.end_all(user)
    enter(AuditEntry.Action.PASSWORD_SET, by=user, about=about(user), detail=user.get_username())
    return user
