"""Logging in by an OpenID Connect provider: only as somebody who is on file, and nobody gets a role by it."""

import time
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

from briefings import staff
from briefings.models import AuditEntry, DeskSession, Login, User
from briefings.staff import add_staff
from tests.desk.logging_in import LOGIN, PASSWORD, log_in
from tests.desk.logins.factors import STEP, showed_who, with_app
from tests.desk.logins.provider import CLIENT, SECRET, serving

pytestmark = pytest.mark.django_db
GO = "/admin/login/provider/"
BACK = "/admin/login/provider/back/"


@pytest.fixture(scope="module")
def running():
    with serving() as provider:
        yield provider


@pytest.fixture
def provider(running, settings):
    """The provider as it is at first, and a site that names it."""
    url, key = running.url, running.key
    running.__init__()
    running.url, running.key, running.published_key = url, key, key.public_key()
    settings.LOGIN_BY = "both"
    settings.OIDC = {"server_url": url, "client_id": CLIENT, "secret": SECRET, "name": "News ID"}
    return running


@pytest.fixture(autouse=True)
def mira(db):
    return add_staff("mira", role="editor", password=PASSWORD, mail="Mira@news.example")


def go(client, provider, query=""):
    """The answer to whoever went to the provider and came back."""
    return client.get(provider.authorise(client.get(GO + query).headers["Location"]))


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


def words(answer) -> str:
    return unescape(answer.content.decode())


def test_the_first_login_binds_by_the_address_that_the_provider_vouches_for(client, provider, mira):
    answer = go(client, provider, "?next=/admin/password_change/")

    assert answer.headers["Location"] == "/admin/password_change/"
    assert is_in(client)
    assert client.get("/admin/").wsgi_request.user == mira
    assert Login.objects.get().how == "provider"
    entry = AuditEntry.objects.get(action="login bound")
    assert (entry.by, entry.about) == (mira, f"user:{mira.uuid}")


def test_nothing_that_the_provider_tells_is_kept_but_who_it_is_as_a_digest(client, provider):
    go(client, provider)

    kept = SocialAccount.objects.values().get()
    assert kept["extra_data"] == {}
    assert "4711" not in kept["uid"].split("-")
    assert not SocialToken.objects.exists()
    assert not SocialApp.objects.exists()


def test_from_then_on_the_person_counts_and_not_the_address(client, provider, mira):
    go(client, provider)
    provider.person |= {"email": "married@news.example"}
    User.objects.filter(pk=mira.pk).update(email="")

    again = Client()
    go(again, provider)
    assert is_in(again)


def test_another_person_with_the_address_is_refused(client, provider):
    go(client, provider)
    provider.person |= {"sub": "4712"}

    other = Client()
    assert "logs in by another account of News ID" in words(go(other, provider))
    assert not is_in(other)


def test_a_site_admin_releases_whoever_has_another_account_now(client, provider, mira):
    go(client, provider)
    boss = add_staff("boss", role="admin", password=PASSWORD)
    desk = Client()
    desk.force_login(boss)
    showed_who(desk)
    desk.post(f"/admin/briefings/user/{mira.pk}/reset-second-factor/", {"do": "provider"})

    assert not is_in(client)
    assert AuditEntry.objects.get(action="login released").by == boss
    provider.person |= {"sub": "4712"}
    other = Client()
    go(other, provider)
    assert is_in(other)


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        ({"email": "stranger@news.example"}, "Nobody who may use this desk has your mail address at News ID."),
        ({"email": "MIRA@news.example", "email_verified": False}, "News ID does not vouch for a mail address"),
        ({"email_verified": "yes"}, "News ID does not vouch for a mail address"),
        ({"email": None}, "News ID does not vouch for a mail address"),
        ({"email": ""}, "News ID does not vouch for a mail address"),
        ({"email": ["mira@news.example"]}, "News ID does not vouch for a mail address"),
    ],
)
def test_whoever_is_not_on_file_gets_one_sentence_no_account_and_no_role(client, provider, person, sentence):
    provider.person |= person
    before = list(User.objects.values_list())

    answer = go(client, provider)

    assert answer.status_code == 403
    assert sentence in words(answer)
    assert not is_in(client)
    assert list(User.objects.values_list()) == before
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("changed", [{"is_active": False}, {"is_staff": False}])
@pytest.mark.parametrize("was_bound", [True, False])
def test_whoever_left_stays_out(client, provider, mira, changed, was_bound):
    if was_bound:
        go(client, provider)
    User.objects.filter(pk=mira.pk).update(**changed)

    other = Client()
    assert "Nobody who may use this desk has your mail address" in words(go(other, provider))
    assert not is_in(other)


def test_two_on_file_with_one_address_are_nobody(client, provider):
    add_staff("mira2", role="admin", password=PASSWORD, mail="mira@news.example")

    assert "Nobody who may use this desk" in words(go(client, provider))


def test_groups_and_names_that_the_provider_tells_change_nothing(client, provider, mira):
    provider.person |= {"groups": ["Site admins"], "preferred_username": "boss", "is_superuser": True, "name": "X"}
    go(client, provider)

    mira.refresh_from_db()
    assert (mira.username, mira.is_superuser, mira.first_name) == ("mira", False, "")
    assert [group.name for group in mira.groups.all()] == ["Editors"]


def test_an_address_that_only_the_provider_itself_tells_counts_if_it_is_of_the_same_person(client, provider):
    told = {name: provider.person.pop(name) for name in ("email", "email_verified")}
    provider.told = {"sub": "somebody else", **told}
    assert go(client, provider).status_code == 403

    provider.told = {"sub": "4711", **told}
    assert go(client, provider).status_code == 302
    assert is_in(client)


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


def test_nobody_is_sent_to_another_host_after_it(client, provider):
    assert go(client, provider, "?next=https://evil.example/").headers["Location"] == "/admin/"


def test_a_second_factor_is_asked_for_by_this_way_too(client, provider, mira, settings):
    app, _codes = with_app(mira)

    assert go(client, provider).headers["Location"] == STEP
    assert not is_in(client)
    assert client.post(STEP, {"code": app.code()}).status_code == 302
    assert is_in(client)
    assert Login.objects.get().how == "provider,totp"


def test_both_ways_stand_side_by_side(client, provider):
    page = words(client.get(f"{LOGIN}?next=/admin/password_change/"))

    assert f'href="{GO}?next=%2Fadmin%2Fpassword_change%2F"' in page
    assert 'name="password"' in page
    log_in(client, "mira", PASSWORD)
    assert is_in(client)


def test_as_the_only_way_in_there_is_no_form_and_no_password_is_right(client, provider, settings):
    settings.LOGIN_BY = "oidc"
    page = words(client.get(LOGIN))
    answer = log_in(client, "mira", PASSWORD)

    assert 'name="password"' not in page
    assert answer.status_code == 403
    assert "Here nobody logs in by a password." in words(answer)
    assert not is_in(client)
    go(client, provider)
    assert is_in(client)


def test_without_a_provider_there_is_no_such_way(client):
    assert client.get(GO).status_code == client.get(BACK).status_code == 404
    assert GO not in client.get(LOGIN).content.decode()


def test_whoever_has_no_password_confirms_by_the_provider(client, provider, mira):
    go(client, provider)
    mira.set_unusable_password()
    mira.save()
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
def test_what_confirms_nothing(client, provider, mira, claims):
    go(client, provider)
    session = client.session
    session["account_authentication_methods"][0]["at"] -= 3600
    session.save()
    provider.changed = claims

    assert "did not confirm that it is you" in words(go(client, provider, "?confirm=1"))
    assert client.get("/admin/briefings/user/second-factor/app/").status_code == 403
    assert SocialAccount.objects.count() == 1


def test_another_provider_binds_anew(client, provider, mira, settings):
    go(client, provider)
    bound = SocialAccount.objects.get()
    settings.OIDC |= {"server_url": f"{provider.url}/.well-known/openid-configuration"}

    other = Client()
    go(other, provider)
    assert is_in(other)
    assert SocialAccount.objects.exclude(pk=bound.pk).get().user == mira


def test_a_mail_address_is_given_by_the_command(capsys):
    staff.add_staff("noor", role="writer", password=PASSWORD, mail="noor@news.example")

    assert User.objects.get(username="noor").email == "noor@news.example"
