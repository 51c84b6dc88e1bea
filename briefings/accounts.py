"""What allauth asks about logins: only active staff log in, by name and password."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from briefings.models import User


class StaffBackend(AuthenticationBackend):
    """Checks names and passwords of staff. Somebody who is no longer staff is logged out with their next request."""

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

    def is_safe_url(self, url: str) -> bool:
        """Whether `url` is on the host of this request. allauth itself would allow every host of the settings."""
        here = {self.request.get_host()}
        return url_has_allowed_host_and_scheme(url, allowed_hosts=here, require_https=self.request.is_secure())

    def is_ajax(self, request: HttpRequest) -> bool:
        return False
