"""The login to the desk, and the answer to somebody who failed too often."""

from math import ceil
from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _

from briefings.models import User
from briefings.throttle import lock
from briefings.views.answers import frame


class StaffLoginForm(LoginForm):
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Enter your password.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("User name"),
            max_length=User._meta.get_field("username").max_length,
            widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
            error_messages={"required": _("Enter your user name.")},
        )
        self.order_fields(["login", "password"])
        first_to_fill = "password" if self.data.get("login") else "login"
        self.fields[first_to_fill].widget.attrs["autofocus"] = True


class StaffLogin(LoginView):
    form_class = StaffLoginForm
    template_name = "account/login.html"

    def form_invalid(self, form: StaffLoginForm) -> HttpResponse:
        if form.non_field_errors():
            for field in form.fields.values():
                field.widget.attrs |= {"aria-invalid": "true", "aria-describedby": "refused"}
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | _around(self.request)


def locked_out(request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None) -> HttpResponse:
    """429 instead of `response`, with what is locked and when to try again."""
    locked = lock(request, credentials)
    seconds = ceil(locked.remaining.total_seconds())
    facts = {"lock": locked, "minutes": ceil(seconds / 60)}
    answer = render(request, "account/locked_out.html", facts | _around(request), status=429)
    answer["Retry-After"] = str(seconds)
    add_never_cache_headers(answer)
    return answer


def _around(request: HttpRequest) -> dict[str, Any]:
    """The site, and the address to go to after the login, which is None unless it is on this host."""
    return {"site": frame(request).site, "next": get_next_redirect_url(request)}
