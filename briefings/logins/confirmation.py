"""Whether it is still the same person: they showed who they are within the last minutes, or show it now."""

import time

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from django.contrib.auth import authenticate
from django.http import HttpRequest

from briefings.logins import passkeys
from briefings.logins.second_factor import take_code
from briefings.models import User

LASTS = 600
"""Seconds for which whoever logged in, or confirmed that it is them, need not confirm it again."""
PASSWORD, CODE, ANSWER = "confirm_password", "confirm_code", "confirm_answer"  # names of fields
FIELDS = (PASSWORD, CODE, ANSWER)


def is_recent(request: HttpRequest) -> bool:
    """Whether the user of `request` showed who they are within the last minutes, in this session."""
    since = time.time() - LASTS
    return any(record["at"] > since for record in get_authentication_records(request, request.user))


def show_factor(request: HttpRequest, factor: Authenticator) -> None:
    """Note in the session that the second factor was shown, now."""
    post_authentication(request, factor, reauthenticated=request.user.is_authenticated)


def take(request: HttpRequest) -> bool | None:
    """Whether what was sent confirms that it is the user; None where nothing was sent for that.

    What is wrong is counted like a failed login, and `request` says so where it was one too many.
    """
    user, sent = request.user, request.POST
    if password := sent.get(PASSWORD):
        if authenticate(request, username=user.get_username(), password=password) != user:
            return False
        record_authentication(request, user, method="password", reauthenticated=True)
        return True
    if sent.get(CODE) or sent.get(ANSWER):
        factor = take_factor(request, user, code=sent.get(CODE, ""), answer=sent.get(ANSWER, ""))
        if factor is None:
            return False
        show_factor(request, factor)
        return True
    return None


def take_factor(request: HttpRequest, user: User, *, code: str, answer: str) -> Authenticator | None:
    """The second factor that was shown: by a passkey's `answer` if there is one, else by a code."""
    return passkeys.take_answer(request, user, answer) if answer else take_code(request, user, code)
