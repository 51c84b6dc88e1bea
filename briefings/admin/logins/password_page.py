"""Changing one's own password, where a wrong present one counts as it does at the login."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth import authenticate
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.urls import reverse


class NewPasswordForm(AdminPasswordChangeForm):
    """Django's, but that nobody at an open session guesses without end: the throttle looks at the present password."""

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_old_password(self) -> str:
        password = self.cleaned_data["old_password"]
        if authenticate(self.request, username=self.user.get_username(), password=password) != self.user:
            self.add_error("old_password", self.error_messages["password_incorrect"])
        return password


class NewPassword(PasswordChangeView):
    """Django's page, in the frame of the desk."""

    form_class = NewPasswordForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"request": self.request}

    def get_success_url(self) -> str:
        return reverse("admin:password_change_done")


def change_password(request: HttpRequest) -> HttpResponse:
    request.current_app = admin.site.name
    return NewPassword.as_view(extra_context=admin.site.each_context(request))(request)
