"""Adding people to the desk, and their ways in, on record."""

from dataclasses import dataclass

from allauth.mfa.base.internal.flows import delete_dangling_recovery_codes
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _

from briefings import roles
from briefings.audit import enter
from briefings.logins import passkeys, second_factor, sessions
from briefings.models import User

KINDS = {second_factor.APP: "an authenticator app", second_factor.PASSKEY: "a passkey"}
"""How the record names a second factor."""


class NameTaken(Exception):
    """Raised where somebody has that name already."""


class NotDone(Exception):
    """Raised where an act on somebody's way in cannot be, with a sentence fit for who asked."""


@dataclass(frozen=True)
class Added:
    """A second factor, and the recovery codes that came with the first one: to be shown once."""

    factor: Authenticator
    recovery_codes: list[str]


@transaction.atomic
def add_staff(name: str, *, role: str, password: str, mail: str = "") -> User:
    """Add a user who may log in to the desk, with the `role` (a key of `roles.ROLES`). Raises NameTaken."""
    if User.objects.filter(username__iexact=name).exists():
        raise NameTaken(_("There is a “%(name)s” already. Choose another name.") % {"name": name})
    roles.sync()
    user = User.objects.create_user(username=name, password=password, email=mail, is_staff=True)
    user.groups.add(Group.objects.get(name=roles.ROLES[role]))
    enter("staff added", by=None, about=_about(user), detail=f"{name} as {role}")
    return user


@transaction.atomic
def add_app(user: User, *, secret: str, counter: int) -> Added:
    """Add the authenticator app that has the `secret`; its code of `counter`, which it has shown, is used up."""
    _lock(user)
    Authenticator.objects.filter(user=user, type=second_factor.APP).delete()
    factor = TOTP.activate(user, secret).instance
    factor.data["last_counter"] = counter
    factor.save(update_fields=["data"])
    return _added(user, factor)


@transaction.atomic
def add_passkey(user: User, *, name: str, answer: str) -> Added | None:
    """Add the passkey that the browser made; None where its answer is none."""
    _lock(user)
    factor = passkeys.add(user, name=name, answer=answer)
    return _added(user, factor) if factor else None


@transaction.atomic
def make_recovery_codes(user: User) -> list[str]:
    """New recovery codes for `user`, who has a second factor; the former ones are worth nothing. Raises NotDone."""
    _lock(user)
    if not second_factor.factors_of(user):
        raise NotDone(_("Set up an app or a passkey first: recovery codes stand in for one."))
    Authenticator.objects.filter(user=user, type=second_factor.RECOVERY).delete()
    enter("recovery codes made", by=user, about=_about(user))
    return RecoveryCodes.activate(user).generate_codes()


@transaction.atomic
def remove_second_factor(user: User, which: str) -> None:
    """Take away the second factor of `user` with that id. Raises NotDone, of the last one where one is required."""
    _lock(user)
    factors = second_factor.factors_of(user).second_factors
    factor = next((row for row in factors if str(row.pk) == which), None)
    if factor is None:
        raise NotDone(_("That second factor is gone already."))
    if len(factors) == 1 and second_factor.is_required(user):
        raise NotDone(_("This is your only second factor, and the desk wants one of you. Add another first."))
    factor.delete()
    delete_dangling_recovery_codes(user)
    enter("second factor removed", by=user, about=_about(user), detail=KINDS[factor.type])


@transaction.atomic
def reset_second_factor(user: User, *, by: User | None) -> None:
    """Take away every second factor of `user`, and log them out everywhere, so that they set up another.

    `by` is None at the command line. Raises NotDone.
    """
    _lock_for(user, by=by)
    if by == user:
        raise NotDone(
            _("Another site admin resets yours, or whoever runs this site by `manage.py reset_second_factor`.")
        )
    if not Authenticator.objects.filter(user=user).delete()[0]:
        raise NotDone(_("%(name)s has no second factor.") % {"name": user.get_username()})
    sessions.end_all(user)
    enter("second factor reset", by=by, about=_about(user), detail=user.get_username())


@transaction.atomic
def release_provider(user: User, *, by: User | None) -> None:
    """Let another person at the provider log in as `user`: whoever comes next with the address. Raises NotDone."""
    _lock_for(user, by=by)
    if not SocialAccount.objects.filter(user=user).delete()[0]:
        raise NotDone(_("%(name)s is bound to nobody at the provider.") % {"name": user.get_username()})
    sessions.end_all(user)
    enter("login released", by=by, about=_about(user), detail=user.get_username())


@transaction.atomic
def end_sessions(user: User, *, by: User | None) -> int:
    """Log `user` out everywhere, on record; how many sessions that ended."""
    count = sessions.end_all(user)
    enter("sessions ended", by=by, about=_about(user), detail=user.get_username())
    return count


def is_bound(user: User) -> bool:
    """Whether somebody at a provider is bound to `user`."""
    return SocialAccount.objects.filter(user=user).exists()


def _added(user: User, factor: Authenticator) -> Added:
    enter("second factor added", by=user, about=_about(user), detail=KINDS[factor.type])
    has_codes = Authenticator.objects.filter(user=user, type=second_factor.RECOVERY).exists()
    return Added(factor, [] if has_codes else RecoveryCodes.activate(user).generate_codes())


def _lock(user: User) -> None:
    User.objects.select_for_update().get(pk=user.pk)


def _lock_for(user: User, *, by: User | None) -> None:
    """Lock `user` for an act of `by` on their ways in, which are not for everybody's. Raises NotDone."""
    _lock(user)
    if user.is_superuser and by and not by.is_superuser:
        raise NotDone(
            _("%(name)s may do everything, so that only whoever runs this site changes them, at the command line.")
            % {"name": user}
        )


def _about(user: User) -> str:
    return f"user:{user.uuid}"
