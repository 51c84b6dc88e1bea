"""Who may log in, as allauth asks it: staff in service, by name and password, and nobody else."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from briefings.models import User


class StaffBackend(AuthenticationBackend):
    """Names and passwords of staff. Who is no longer staff is logged out by the next click."""

    def user_can_authenticate(self, user: User) -> bool:
        return super().user_can_authenticate(user) and user.is_staff


class DeskAdapter(DefaultAccountAdapter):
    """One way in, the form; one answer to whoever may not."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "The user name or the password is wrong, or this account may not use the desk. Check both and try again."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The member of staff, or None: allauth would hand on who has the right password and may not log in."""
        user = super().authenticate(request, **credentials)
        return user if user and StaffBackend().user_can_authenticate(user) else None

    def is_safe_url(self, url: str) -> bool:
        """Whether `url` is on the host that was asked; allauth would also go to the other hosts of the settings."""
        here = {self.request.get_host()}
        return url_has_allowed_host_and_scheme(url, allowed_hosts=here, require_https=self.request.is_secure())

    def is_ajax(self, request: HttpRequest) -> bool:
        return False
