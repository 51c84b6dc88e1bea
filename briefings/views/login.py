"""The login to the desk, its ways by password and by the newsroom's provider, and the answer to too many failures."""

from math import ceil
from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django import forms
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from briefings import provider_logins
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

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Without the form of passwords, a password that is sent all the same is looked at by nobody."""
        if settings.LOGIN_BY == "oidc":
            return render(request, self.template_name, around(request) | {"is_refused": True}, status=403)
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form: StaffLoginForm) -> HttpResponse:
        if form.non_field_errors():
            for field in form.fields.values():
                field.widget.attrs |= {"aria-invalid": "true", "aria-describedby": "refused"}
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | around(self.request)


@never_cache
def go_to_provider(request: HttpRequest) -> HttpResponse:
    """To the provider, and from there back to be logged in; or to be confirmed, for whoever is in and asks for that."""
    if not provider_logins.is_in_use():
        raise Http404
    next_url = get_next_redirect_url(request)
    if "confirm" in request.GET:
        if request.user.is_anonymous:
            return redirect_to_login(request.path)
        return provider_logins.begin(request, process=provider_logins.CONFIRM, next_url=None)
    if request.user.is_authenticated:
        return redirect(next_url or settings.LOGIN_REDIRECT_URL)
    return provider_logins.begin(request, process=provider_logins.LOG_IN, next_url=next_url)


@never_cache
def come_from_provider(request: HttpRequest) -> HttpResponse:
    if not provider_logins.is_in_use():
        raise Http404
    view = provider_logins.ProviderView(request, provider_logins.provider_id())
    return OAuth2CallbackView.adapter_view(view)(request)


def locked_out(request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None) -> HttpResponse:
    """429 instead of `response`, with what is locked and when to try again."""
    locked = lock(request, credentials)
    seconds = ceil(locked.remaining.total_seconds())
    facts = {"lock": locked, "minutes": ceil(seconds / 60)}
    answer = render(request, "account/locked_out.html", facts | around(request), status=429)
    answer["Retry-After"] = str(seconds)
    add_never_cache_headers(answer)
    return answer


def around(request: HttpRequest) -> dict[str, Any]:
    """The site, the ways in, and the address to go to after the login, which is None unless it is on this host."""
    return {
        "site": frame(request).site,
        "next": get_next_redirect_url(request),
        "by_password": settings.LOGIN_BY != "oidc",
        "provider": settings.OIDC["name"] if provider_logins.is_in_use() else "",
    }
