"""Passkeys as a second factor: what the browser is asked, and whether its answer is right.

The question stands in the session meanwhile, so it can be answered once and by this browser alone.
"""

import json
import struct
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import InvalidSignature
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from briefings import throttle
from briefings.models import User

LONGEST_NAME = 60
WRONG = (
    *(ValidationError, InvalidSignature, NotImplementedError),
    *(ValueError, TypeError, LookupError, AttributeError, RecursionError, struct.error),
)
"""What is raised for an answer of a browser that is none, or a wrong one."""


def question_for_new(user: User) -> dict[str, Any]:
    """What the browser needs in order to make a passkey."""
    return auth.begin_registration(user, passwordless=False)


def question_for_known(user: User) -> dict[str, Any]:
    """What the browser needs in order to ask for one of the user's passkeys."""
    return auth.begin_authentication(user)


def add(user: User, *, name: str, answer: str) -> Authenticator | None:
    """The new passkey; None where the answer is not to the question that was asked."""
    try:
        credential = json.loads(answer)
        auth.parse_registration_response(credential)
        auth.complete_registration(credential)
    except WRONG:
        return None
    return auth.WebAuthn.add(user, name, credential).instance


def take_answer(request: HttpRequest, user: User, answer: str) -> Authenticator | None:
    """The passkey by which the browser answered; None where the answer is wrong, which counts as a wrong code does."""
    if throttle.is_code_locked(request, user):
        return None
    try:
        credential = json.loads(answer)
        auth.parse_authentication_response(credential)
        return auth.complete_authentication(user, credential)
    except WRONG:
        throttle.count_wrong_code(request, user)
        return None
