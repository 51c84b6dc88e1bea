"""What allauth asks about logins: only active staff log in, and how that is put on record."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from briefings.logins import records, secrets
from briefings.models import User


class StaffBackend(AuthenticationBackend):
    """Checks names and passwords of staff. Somebody who is no longer staff is logged out with their next request.

    Where the newsroom's own login is the only way in, no password is right.
    """

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        return None if settings.LOGIN_BY == "oidc" else super().authenticate(request, **credentials)

    def user_can_authenticate(self, user: User) -> bool:
        return super().user_can_authenticate(user) and user.is_staff


class DeskAdapter(DefaultAccountAdapter):
    """allauth's rules on this site: nobody signs up, and every failed login gets the same answer."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "The user name or the password is wrong, or this account may not use the desk. Check both and try again."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The member of staff, or None. allauth itself would return a user with the right password who is no staff."""
        user = super().authenticate(request, **credentials)
        return user if user and StaffBackend().user_can_authenticate(user) else None

    def login(self, request: HttpRequest, user: User) -> None:
        """Log in whoever has shown all that is asked of them, on record."""
        super().login(request, user)
        records.record(request, user)

    def is_safe_url(self, url: str) -> bool:
        """Whether `url` is on the host of this request. allauth itself would allow every host of the settings."""
        here = {self.request.get_host()}
        return url_has_allowed_host_and_scheme(url, allowed_hosts=here, require_https=self.request.is_secure())

    def is_ajax(self, request: HttpRequest) -> bool:
        return False


class SecondFactorAdapter(DefaultMFAAdapter):
    """allauth's rules of second factors on this site: secrets are encrypted, and it is named as readers know it."""

    def encrypt(self, text: str) -> str:
        return secrets.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return secrets.decrypt(encrypted_text)

    def get_totp_label(self, user: User) -> str:
        return user.get_username()

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        return {"id": user.uuid.bytes, "name": user.get_username(), "display_name": user.get_username()}

    def _get_site_name(self) -> str:
        return settings.SITE_NAME
