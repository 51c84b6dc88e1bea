"""Who works here: a site admin adds colleagues, changes their names and roles, deactivates them and brings them back.

Nobody changes their own rights, and somebody stays who may do all this.
"""

from collections.abc import Collection

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _

from briefings import policy, roles
from briefings.audit import enter
from briefings.logins import sessions
from briefings.models import AuditEntry, PasswordLink, User
from briefings.workflow.deliveries import stop_telling
from briefings.workflow.draft_links import end_links_of
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused

ADMINS = "admin"


def about(user: User) -> str:
    """How the record names somebody who works here."""
    return f"user:{user.uuid}"


def roles_of(user: User) -> list[str]:
    """The roles of `user`, as keys of `roles.ROLES`, in its order."""
    groups = {group.name for group in user.groups.all()}
    return [role for role, name in roles.ROLES.items() if name in groups]


def as_on_staff(user: User) -> str:
    """Somebody on one line. A form remembers it, to notice what was changed meanwhile."""
    facts = [user.first_name, user.last_name, user.email, ", ".join(roles_of(user)), user.is_active]
    return " / ".join(map(str, facts))


@transaction.atomic
def add_colleague(
    name: str, *, first_name: str, last_name: str, mail: str, new_roles: Collection[str], by: User
) -> User:
    """Add somebody who has no password yet: a link lets them set one. Raises Refused."""
    _lock_staff(by)
    reasons = _refusals_of_roles(new_roles)
    if User.objects.filter(username__iexact=name).exists():
        reasons.append(_("There is a “%(name)s” already. Choose another name.") % {"name": name})
    if reasons:
        raise Refused(*reasons)
    user = User.objects.create_user(
        username=name, email=mail, first_name=first_name, last_name=last_name, is_staff=True
    )
    user.groups.set(_groups(new_roles))
    enter(AuditEntry.Action.STAFF_ADDED, by=by, about=about(user), detail=f"{name} as {_listed(new_roles)}")
    return user


@transaction.atomic
def change_colleague(
    user: User, *, first_name: str, last_name: str, mail: str, new_roles: Collection[str], by: User, expected: str
) -> User:
    """Give somebody other names, another mail address, other roles. `expected` is `as_on_staff` of what was looked at.

    Raises Refused.
    """
    user = lock_colleague(user, by=by, expected=expected)
    had = roles_of(user)
    if set(new_roles) != set(had):
        reasons = _refusals_of_roles(new_roles)
        if user == by:
            reasons.append(_("Nobody changes their own roles. Another site admin can."))
        if ADMINS in had and ADMINS not in new_roles:
            reasons += _refusals_of_last_admin(user)
        if reasons:
            raise Refused(*reasons)
        user.groups.set(_groups(new_roles))
        detail = f"{user.get_username()}: {_listed(had)} → {_listed(new_roles)}"
        enter(AuditEntry.Action.ROLES_CHANGED, by=by, about=about(user), detail=detail)
    new = {"first_name": first_name, "last_name": last_name, "email": mail}
    if any(getattr(user, name) != value for name, value in new.items()):
        for name, value in new.items():
            setattr(user, name, value)
        user.save(update_fields=list(new))
        enter(AuditEntry.Action.STAFF_CHANGED, by=by, about=about(user), detail=user.get_username())
    return user


@transaction.atomic
def deactivate(user: User, *, by: User, expected: str) -> None:
    """Let somebody in no more, from the next click on. Mails that wait for them are not sent, and links that they made
    to drafts are over. What they wrote stays theirs until it is handed over. Raises Refused.
    """
    user = lock_colleague(user, by=by, expected=expected)
    reasons = []
    if not user.is_active:
        reasons.append(_("%(name)s is deactivated already.") % {"name": user})
    elif user == by:
        reasons.append(_("Nobody deactivates themselves. Another site admin can."))
    reasons += _refusals_of_last_admin(user)
    if reasons:
        raise Refused(*reasons)
    user.is_active = False
    user.save(update_fields=["is_active"])
    sessions.end_all(user)
    PasswordLink.objects.filter(user=user).delete()
    stop_telling(user)
    enter(AuditEntry.Action.DEACTIVATED, by=by, about=about(user), detail=user.get_username())
    end_links_of(user, by=by)


@transaction.atomic
def activate(user: User, *, by: User, expected: str) -> None:
    """Let somebody in again who was deactivated, with the roles that they had. Raises Refused."""
    user = lock_colleague(user, by=by, expected=expected)
    if user.is_active:
        raise Refused(_("%(name)s is active already.") % {"name": user})
    user.is_active = True
    user.save(update_fields=["is_active"])
    enter(AuditEntry.Action.ACTIVATED, by=by, about=about(user), detail=user.get_username())


def lock_colleague(user: User, *, by: User, expected: str | None = None) -> User:
    """`user` as on file now, locked for an act of `by`, who may do it now. Raises Refused."""
    _lock_staff(by)
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.is_superuser and not by.is_superuser:
        raise Refused(
            _("%(name)s may do everything, so that only whoever runs this site changes them, at the command line.")
            % {"name": user}
        )
    if expected is not None and expected != as_on_staff(user):
        raise Refused(_("Somebody changed %(name)s meanwhile. Look again, then do it.") % {"name": user})
    return user


def _lock_staff(by: User) -> None:
    """One act about staff at a time, so that two site admins cannot take the role from each other in one moment."""
    Group.objects.select_for_update().get(name=roles.ROLES[ADMINS])
    ask("staff", by=User.objects.get(pk=by.pk))


def _refusals_of_roles(new_roles: Collection[str]) -> list[str]:
    if new_roles and roles.ROLES.keys() >= set(new_roles):
        return []
    return [_("Choose at least one role. Who shall not come in any more is deactivated.")]


def _refusals_of_last_admin(user: User) -> list[str]:
    may = policy.who_may_to_all("staff")
    if not may.filter(pk=user.pk).exists() or may.exclude(pk=user.pk).exists():
        return []
    return [_("%(name)s is the last site admin. Make somebody else one first.") % {"name": user}]


def _groups(new_roles: Collection[str]) -> list[Group]:
    return list(Group.objects.filter(name__in=[roles.ROLES[role] for role in new_roles]))


def _listed(some: Collection[str]) -> str:
    return ", ".join(role for role in roles.ROLES if role in some) or "no role"
