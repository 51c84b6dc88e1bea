"""Whoever logs in by the provider confirms by it that it is still them."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from tests.desk.logins.coming_back import go, words

pytestmark = pytest.mark.django_db


def test_whoever_has_no_password_confirms_by_the_provider(client, provider, known):
    go(client, provider)
    known.set_unusable_password()
    known.save()
    desk = Client()
    go(desk, provider)
    session = desk.session
    session["account_authentication_methods"][0]["at"] -= 3600
    session.save()
    path = "/admin/briefings/user/second-factor/app/"
    page = words(desk.get(path))
    assert "Confirm by News ID, in a new tab" in page
    assert 'name="confirm_password"' not in page

    confirmed = go(desk, provider, "?confirm=1")

    assert "Close this tab" in words(confirmed)
    assert (provider.asked["prompt"], provider.asked["max_age"]) == ("login", "0")
    assert "Set up an authenticator app" in words(desk.get(path))


@pytest.mark.parametrize("claims", [{"auth_time": 1}, {"auth_time": None}, {"sub": "4712"}])
def test_what_confirms_nothing(client, provider, known, claims):
    go(client, provider)
    session = client.session
    session["account_authentication_methods"][0]["at"] -= 3600
    session.save()
    provider.changed = claims

    assert "did not confirm that it is you" in words(go(client, provider, "?confirm=1"))
    assert client.get("/admin/briefings/user/second-factor/app/").status_code == 403
    assert SocialAccount.objects.count() == 1
