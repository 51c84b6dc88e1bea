"""Links by which staff set a password: which one an address names, if it is still good."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.utils import timezone

from briefings.models import PasswordLink

LASTS = timedelta(hours=48)
_BYTES = 32
_LONGEST = 100


def new_token() -> str:
    """The secret in the address of a link."""
    return secrets.token_urlsafe(_BYTES)


def hash_of(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


def find(token: str) -> PasswordLink | None:
    """The link with that secret, while it is good; None where there is none or it is over, by whatever reason."""
    if len(token) > _LONGEST:
        return None
    link = PasswordLink.objects.select_related("user").filter(token_hash=hash_of(token)).first()
    return link if link and timezone.now() < link.ends_at and is_unused(link) else None


def is_unused(link: PasswordLink) -> bool:
    """Whether its user may still come in, by the password that they had when the link was made."""
    user = link.user
    return user.is_active and user.is_staff and link.of_password == hash_of(user.password)
