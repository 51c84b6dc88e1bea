"""Secrets of second factors at rest: encrypted by a key that is made of the site's SECRET_KEY.

After another SECRET_KEY nobody can read them: whoever has an authenticator app sets it up anew.
"""

from base64 import urlsafe_b64encode
from functools import cache

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"briefings: secrets of second factors"


class Unreadable(Exception):
    """Raised where a secret was encrypted by another key, is none of ours, or is too old."""


def encrypt(text: str) -> str:
    return _cipher(settings.SECRET_KEY).encrypt(text.encode()).decode()


def decrypt(encrypted: str, *, seconds: int | None = None) -> str:
    """The text; if `seconds` is given, only while it is no older. Raises Unreadable."""
    try:
        return _cipher(settings.SECRET_KEY).decrypt(encrypted.encode(), ttl=seconds).decode()
    except (InvalidToken, UnicodeError) as error:
        raise Unreadable from error


@cache
def _cipher(secret_key: str) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE).derive(secret_key.encode())
    return Fernet(urlsafe_b64encode(derived))
