"""Logging in by an OpenID Connect provider: only as somebody who is on file, and nobody gets a role by it."""

import pytest
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.test import Client

from briefings import staff
from briefings.models import AuditEntry, Login, User
from briefings.provider_logins import is_same_address
from briefings.staff import add_staff
from tests.desk.logging_in import LOGIN, PASSWORD, log_in
from tests.desk.logins.coming_back import BACK, GO, go, is_in, words
from tests.desk.logins.factors import STEP, showed_who, with_app

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def mira(known):
    return known


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


def test_an_address_that_only_looks_like_the_one_on_file_is_somebody_elses():
    assert is_same_address("mira.kos@news.example", "Mira.Kos@NEWS.example")
    for other in ("m\u0131ra.kos@news.example", "mira.\u212aos@news.example", "mira.ko\u017f@news.example"):
        assert not is_same_address("mira.kos@news.example", other), other


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
