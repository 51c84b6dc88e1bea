"""A second factor in a test: an app that shows codes, and whoever has one."""

import time

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client

from briefings import staff
from briefings.models import User

PERIOD = 30
STEP = "/admin/login/second-step/"
FACTOR = "/admin/briefings/user/second-factor/"
_OF_USER = "account_authentication_methods_user"


class App:
    """An authenticator app on a telephone."""

    def __init__(self, secret: str) -> None:
        self.secret = secret

    def code(self, *, later: int = 0) -> str:
        """What it shows now, or so many half minutes later."""
        return format_hotp_value(hotp_value(self.secret, int(time.time()) // PERIOD + later))

    def wrong(self) -> str:
        """A code of none of the half minutes around now."""
        right = {self.code(later=by) for by in range(-2, 3)}
        return next(code for code in ("123456", "654321", "111222", "222111", "333444", "9" * 6) if code not in right)


def with_app(user: User) -> tuple[App, list[str]]:
    """The user's app, which has shown no code yet, and their recovery codes."""
    secret = generate_totp_secret()
    return App(secret), staff.add_app(user, secret=secret, counter=-1).recovery_codes


def showed_who(client: Client, *, ago: int = 0, method: str = "password", **facts: str) -> None:
    """Put on record in the browser's session that whoever sits there showed who they are, so many seconds ago."""
    session = client.session
    record = {"method": method, "at": time.time() - ago, **facts}
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [record]
    session[_OF_USER] = session["_auth_user_id"]
    session.save()


def kinds(user: User) -> list[str]:
    return sorted(Authenticator.objects.filter(user=user).values_list("type", flat=True))
