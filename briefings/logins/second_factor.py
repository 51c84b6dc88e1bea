"""The second factor: who has to have one, which they have, and whether a code is right.

The rows, the codes and the passkeys are allauth's. What is ours: secrets are encrypted, a code of an app is taken
once in all processes, and wrong ones are counted by `throttle`.
"""

import logging
from dataclasses import dataclass, field

from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from briefings import throttle
from briefings.logins.secrets import Unreadable, decrypt
from briefings.models import User

EVERYONE, CHIEFS_AND_ADMINS = "everyone", "chiefs-and-admins"
APP, PASSKEY, RECOVERY = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES
LONGEST_CODE = 32
_POWERFUL = ("briefings.withdraw", "briefings.staff")
"""What chiefs and site admins may do and nobody else."""
_BACKEND = "briefings.accounts.StaffBackend"

logger = logging.getLogger(__name__)


@dataclass
class Factors:
    """What somebody has to show beside their password."""

    app: Authenticator | None = None
    passkeys: list[Authenticator] = field(default_factory=list)
    recovery: Authenticator | None = None

    def __bool__(self) -> bool:
        return bool(self.app or self.passkeys)

    @property
    def second_factors(self) -> list[Authenticator]:
        return [*([self.app] if self.app else []), *self.passkeys]

    @property
    def codes_left(self) -> int:
        """How many recovery codes are unused. It needs no secret."""
        if self.recovery is None:
            return 0
        return app_settings.RECOVERY_CODE_COUNT - self.recovery.data["used_mask"].bit_count()


def factors_of(user: User) -> Factors:
    found = Factors()
    for row in Authenticator.objects.filter(user=user).order_by("pk"):
        if row.type == APP:
            found.app = row
        elif row.type == PASSKEY:
            found.passkeys.append(row)
        else:
            found.recovery = row
    return found


def is_required(user: User) -> bool:
    """Whether the site wants a second factor of `user`. It asks what the policy has asked anyway."""
    if settings.SECOND_FACTOR == EVERYONE:
        return True
    return settings.SECOND_FACTOR == CHIEFS_AND_ADMINS and any(user.has_perm(name) for name in _POWERFUL)


def owing() -> QuerySet[User]:
    """Those who work here of whom the site wants a second factor, and who have none."""
    if settings.SECOND_FACTOR not in (EVERYONE, CHIEFS_AND_ADMINS):
        return User.objects.none()
    has_one = Exists(Authenticator.objects.filter(user=OuterRef("pk"), type__in=[APP, PASSKEY]))
    users = User.objects.filter(~has_one, is_active=True, is_staff=True).order_by("username")
    if settings.SECOND_FACTOR == EVERYONE:
        return users
    powerful = [User.objects.with_perm(name, backend=_BACKEND).values("pk") for name in _POWERFUL]
    return users.filter(Q(pk__in=powerful[0]) | Q(pk__in=powerful[1]))


def is_shown(request: HttpRequest) -> bool:
    """Whether the user showed a second factor in this session."""
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))


def is_owed(request: HttpRequest) -> bool:
    """Whether the user has to show a second factor, or to set one up, before anything else."""
    return is_required(request.user) and not is_shown(request)


def take_code(request: HttpRequest, user: User, typed: str) -> Authenticator | None:
    """What the code that was typed belongs to: the app, or the recovery codes, of which it is then used up.

    None where it is wrong, which is counted, or where there were too many, which `request` then says. One of a user
    is looked at at a time, so that nobody gets more guesses by sending many at once.
    """
    with transaction.atomic():
        rows = list(Authenticator.objects.select_for_update().filter(user=user, type__in=[APP, RECOVERY]))
        if throttle.is_code_locked(request, user):
            return None
        for row in rows:
            if _is_right(row, typed):
                return row
        throttle.count_wrong_code(request, user)
        return None


def _is_right(row: Authenticator, typed: str) -> bool:
    try:
        if row.type == APP:
            return _is_of_app(row, typed)
        return row.wrap().validate_code(typed)
    except Unreadable:
        logger.warning(
            "The second factor of %s cannot be read: SECRET_KEY is another than when it was set up. "
            "`manage.py reset_second_factor` takes it away, so that it can be set up anew.",
            row.user.get_username(),
        )
        return False


def _is_of_app(row: Authenticator, typed: str) -> bool:
    """Whether it is the app's code of now, of the half minute before or after, and newer than the last one taken."""
    counter = counter_of(decrypt(row.data["secret"]), typed)
    if counter is None or counter <= row.data.get("last_counter", -1):
        return False
    row.data["last_counter"] = counter
    row.save(update_fields=["data"])
    return True


def counter_of(secret: str, typed: str) -> int | None:
    """The half minute, counted since 1970, of which `typed` is the code; None where it is none of about now."""
    for counter in yield_hotp_counters_from_time():
        if compare_user_code(actual=typed, expected=format_hotp_value(hotp_value(secret, counter))):
            return counter
    return None
