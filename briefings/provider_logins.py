"""Logging in by the newsroom's own OpenID Connect provider, which the settings name: whom that lets in as whom.

Only members of staff who are on file: the provider makes nobody one, and gives nobody a role. The first login binds
the person there to the one here who has the mail address that the provider vouches for; from then on that person
alone gets in, whatever becomes of addresses.
"""

import logging
import time
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, NoReturn

import jwt
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from requests import RequestException

from briefings.audit import enter
from briefings.logins.confirmation import LASTS
from briefings.models import User
from briefings.public import sites

logger = logging.getLogger(__name__)
SIGNED_BY = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures that are made with a key which nobody but the provider has."""
LOG_IN, CONFIRM = "login", "redirect"
ABOUT_TO_LOG_IN = 900
"""Seconds that a session lives which only waits for the provider's answer."""


class Provider(OpenIDConnectProvider):
    """The provider as allauth sees it. Nothing that it tells of a person is kept."""

    def get_oauth2_adapter(self, request: HttpRequest) -> "ProviderView":
        return ProviderView(request, self.app.provider_id)

    def get_default_scope(self) -> list[str]:
        return ["openid", "email"]

    def extract_uid(self, data: dict[str, Any]) -> str:
        """The person there: a subject means nothing without its issuer, and may be longer than the column."""
        return sha256(f"{data['iss']} {data['sub']}".encode()).hexdigest()

    def extract_extra_data(self, data: dict[str, Any]) -> dict:
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict:
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list:
        return []


class ProviderView(OpenIDConnectOAuth2Adapter):
    """What is asked of the provider, and how much of its answer is believed."""

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return request.build_absolute_uri(reverse("provider_callback"))

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **kwargs: Any) -> SocialLogin:
        """Who it is, by the signed token alone; the mail address also by what the provider says of that person."""
        try:
            claims = self._signed(app, kwargs["response"]["id_token"])
            if "email" not in claims and "userinfo_endpoint" in self.openid_config:
                told = self._fetch_user_info(token.token)
                if told.get("sub") == claims["sub"]:
                    claims |= {name: told[name] for name in ("email", "email_verified") if name in told}
            found = self.get_provider().sociallogin_from_response(request, claims)
        except (jwt.PyJWTError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise OAuth2Error("The provider's answer is not to be believed.") from error
        found.claims = claims
        return found

    def _signed(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        if jwt.get_unverified_header(id_token)["alg"] not in SIGNED_BY:
            raise OAuth2Error("The token is not signed by the provider's own key.")
        self.did_fetch_access_token = False  # else allauth would not look at the signature
        return self._decode_id_token(app, id_token)


class ProviderAdapter(DefaultSocialAccountAdapter):
    """allauth's questions about whoever comes back from the provider."""

    def get_app(self, request: HttpRequest, provider: str, client_id: str | None = None) -> SocialApp:
        """The one of the settings; none is looked for in the database."""
        if not is_in_use():
            raise SocialApp.DoesNotExist
        named = settings.OIDC
        return SocialApp(
            provider="openid_connect",
            provider_id=provider_id(),
            name=named["name"],
            client_id=named["client_id"],
            secret=named["secret"],
            settings={"server_url": named["server_url"]},
        )

    def on_authentication_error(self, request: HttpRequest, provider: Any, *args: Any, **kwargs: Any) -> NoReturn:
        if error := kwargs.get("exception"):
            logger.warning("Logging in by the provider did not work: %s", error)
        words = _("Logging in by %(name)s did not work. Try again; if it goes on, tell whoever runs this site.")
        raise _refused(request, words)

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Ends allauth's own way: whoever is known is logged in, or confirmed, and everybody else gets a sentence."""
        state, claims = sociallogin.state, sociallogin.claims
        if not state.get("nonce") or claims.get("nonce") != state["nonce"]:
            self.on_authentication_error(request, sociallogin.provider)
        user = _bound(sociallogin)
        if state["process"] == CONFIRM:
            raise ImmediateHttpResponse(_confirm(request, user, sociallogin))
        user = user or _bind(request, sociallogin)
        if not (user.is_active and user.is_staff):
            raise _refused(request, _unknown())
        record_authentication(request, user, "socialaccount", provider=sociallogin.account.provider)
        raise ImmediateHttpResponse(perform_login(request, Login(user=user, redirect_url=state.get("next"))))


def is_in_use() -> bool:
    return settings.LOGIN_BY != "password"


def provider_id() -> str:
    """How rows name the provider: another address is another provider, and binds nobody to the persons of this one."""
    return f"oidc-{sha256(settings.OIDC['server_url'].encode()).hexdigest()[:16]}"


def begin(request: HttpRequest, *, process: str, next_url: str | None) -> HttpResponse:
    """Send the browser to the provider. To confirm, the provider has to ask anew who it is."""
    nonce = token_urlsafe(16)
    asked = {"nonce": nonce} | ({"prompt": "login", "max_age": "0"} if process == CONFIRM else {})
    if process == LOG_IN:
        request.session.set_expiry(ABOUT_TO_LOG_IN)
    adapter = get_adapter()
    provider = adapter.get_provider(request, "openid_connect")
    try:
        return provider.redirect(request, process=process, next_url=next_url, nonce=nonce, auth_params=asked)
    except (RequestException, KeyError, ValueError):
        logger.exception("The OpenID Connect provider does not answer as one: see OIDC_URL.")
        adapter.on_authentication_error(request, provider)


def is_bound(user: User) -> bool:
    return SocialAccount.objects.filter(user=user, provider=provider_id()).exists()


def is_same_address(one: str, other: str) -> bool:
    """Whether two mail addresses are one, in capitals or not. Letters beyond ASCII count as they are: some databases
    take “ı” for an “i” in capitals, and an address with that is somebody else's.
    """
    return one.encode().lower() == other.encode().lower()


def _bound(sociallogin: SocialLogin) -> User | None:
    account = sociallogin.account
    found = SocialAccount.objects.filter(provider=account.provider, uid=account.uid).select_related("user").first()
    return found.user if found else None


@transaction.atomic
def _bind(request: HttpRequest, sociallogin: SocialLogin) -> User:
    """The one member of staff with the mail address that the provider vouches for, bound to that person from now on."""
    mail, is_vouched_for = sociallogin.claims.get("email"), sociallogin.claims.get("email_verified") is True
    if not (mail and isinstance(mail, str) and is_vouched_for):
        raise _refused(request, _("%(name)s does not vouch for a mail address of yours. Ask whoever looks after it."))
    known = User.objects.select_for_update().filter(email__iexact=mail, is_active=True, is_staff=True)
    found = [user for user in known if is_same_address(user.email, mail)]
    if len(found) != 1:
        raise _refused(request, _unknown())
    user, account = found[0], sociallogin.account
    if is_bound(user):
        words = _(
            "Your mail address is that of somebody here who logs in by another account of %(name)s. "
            "A site admin can release that one."
        )
        raise _refused(request, words)
    SocialAccount.objects.create(user=user, provider=account.provider, uid=account.uid)
    enter("login bound", by=user, about=f"user:{user.uuid}")
    return user


def _confirm(request: HttpRequest, user: User | None, sociallogin: SocialLogin) -> HttpResponse:
    at = sociallogin.claims.get("auth_time")
    if user != request.user or not isinstance(at, int | float) or time.time() - at > LASTS:
        raise _refused(request, _("%(name)s did not confirm that it is you. Go back, and confirm it another way."))
    record_authentication(request, user, "socialaccount", provider=sociallogin.account.provider, reauthenticated=True)
    return render(request, "account/confirmed.html", {"site": sites.site_of_settings()})


def _unknown() -> str:
    return _(
        "Nobody who may use this desk has your mail address at %(name)s. Ask a site admin to add you, "
        "or to put that address on file."
    )


def _refused(request: HttpRequest, words: str) -> ImmediateHttpResponse:
    """403 with a sentence, in which %(name)s is the provider's."""
    sentence = words % {"name": settings.OIDC["name"]}
    facts = {"sentence": sentence, "site": sites.site_of_settings()}
    answer = render(request, "account/provider_refused.html", facts, status=403)
    add_never_cache_headers(answer)
    return ImmediateHttpResponse(answer)
