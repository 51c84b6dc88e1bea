"""What a provider answers is believed only if it signed it, for this site, this browser and this login."""

import time
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

from briefings.models import DeskSession
from tests.desk.logins.coming_back import BACK, GO, go, is_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("known")]


def another_key(provider):
    provider.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)


FORGERIES = {
    "of another key": another_key,
    "of no key": lambda provider: setattr(provider, "algorithm", "none"),
    "of the secret alone": lambda provider: setattr(provider, "algorithm", "HS256"),
    "of another site": lambda provider: provider.changed.update(aud="another-site"),
    "of another issuer": lambda provider: provider.changed.update(iss="https://evil.example"),
    "of yesterday": lambda provider: provider.changed.update(exp=int(time.time()) - 1000),
    "of another login": lambda provider: provider.changed.update(nonce="another"),
    "of nobody": lambda provider: provider.changed.update(sub=None),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_token_is_not_believed(client, provider, forgery):
    FORGERIES[forgery](provider)

    answer = go(client, provider)

    assert answer.status_code == 403
    assert "Logging in by News ID did not work." in words(answer)
    assert not is_in(client)


def test_an_answer_that_belongs_to_another_browser_is_refused(client, provider):
    address = provider.authorise(client.get(GO).headers["Location"])

    victim = Client()
    assert victim.get(address).status_code == 403
    assert not is_in(victim)


def test_an_answer_is_taken_once(client, provider):
    address = provider.authorise(client.get(GO).headers["Location"])
    client.get(address)
    client.post("/admin/logout/")

    assert client.get(address).status_code == 403
    assert not is_in(client)


@pytest.mark.parametrize("query", ["", "?code=x", "?state=x&code=y", "?error=access_denied", "?state=%00&code=%00"])
def test_whatever_else_comes_back_gets_a_page(client, provider, query):
    client.get(GO)

    assert client.get(BACK + query).status_code == 403


def test_a_provider_that_is_down_is_told_so(client, provider, settings):
    settings.OIDC |= {"server_url": "http://127.0.0.1:9"}

    answer = client.get(GO)
    assert answer.status_code == 403
    assert "did not work" in words(answer)


def test_what_is_asked_of_the_provider(client, provider):
    asked = parse_qs(urlsplit(client.get(GO).headers["Location"]).query)

    assert sorted(asked["scope"][0].split()) == ["email", "openid"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [f"http://testserver{BACK}"]
    assert "prompt" not in asked
    assert DeskSession.objects.get().expire_date.timestamp() < time.time() + 1000
