"""Where a second factor is wanted, nothing else is to be had without it, through whatever door."""

import pytest
from django.urls import URLResolver, get_resolver

from briefings.middleware import OPEN_TO_ALL
from briefings.models import Draft
from briefings.roles import ROLES
from briefings.staff import add_staff
from tests.desk.logging_in import LOGIN, PASSWORD, log_in
from tests.desk.logins.factors import FACTOR, showed_who, with_app
from tests.desk.roles.table import TABLE

pytestmark = pytest.mark.django_db


def test_whoever_has_yet_to_set_one_up_is_led_there_from_every_door(client, mira, wanted):
    client.force_login(mira)
    shut = [
        line
        for name, lines in TABLE.items()
        if f"admin:{name}" not in OPEN_TO_ALL and name not in OPEN_TO_ALL
        for line in lines
    ]
    assert len(shut) > 100

    for line in shut:
        path = "/admin/" + line.path.replace("{", "").replace("}", "").replace(" ", "")
        for answer in (client.get(path), client.post(path, {"lede": "x"})):
            assert answer.status_code == 302, path
            assert answer.headers["Location"].partition("?")[0] == FACTOR, path


def test_what_stays_open_is_the_way_to_one_the_way_out_and_the_language(client, mira, wanted):
    client.force_login(mira)

    assert client.get(FACTOR).status_code == 200
    assert "The desk wants a second factor of you" in client.get(FACTOR).content.decode()
    assert client.get("/admin/briefings/user/language/").status_code == 200
    assert client.post("/admin/logout/").status_code == 200
    assert len(OPEN_TO_ALL) == 12  # a link to set a password knows whom it is for


def test_a_text_that_comes_meanwhile_is_not_lost(client, mira, wanted):
    client.force_login(mira)
    sent = {"save_id": "1", "lede": "Words of an hour"}
    answer = client.post("/admin/briefings/draft/add/", sent, headers={"origin": "http://testserver"})

    assert answer.status_code == 403
    assert "Words of an hour" in answer.content.decode()
    assert "second factor" in answer.content.decode()
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("wanted_of", "led"), [("off", set()), ("chiefs-and-admins", {"chief", "admin"}), ("everyone", set(ROLES))]
)
def test_of_whom_it_is_wanted_the_setting_says(client, settings, wanted_of, led):
    settings.SECOND_FACTOR = wanted_of
    for role in ROLES:
        client.force_login(add_staff(role, role=role, password=PASSWORD))
        assert (client.get("/admin/").status_code == 302) == (role in led), role


def test_whoever_shows_it_at_the_login_is_let_on(client, mira, wanted):
    app, _codes = with_app(mira)
    log_in(client, "mira", PASSWORD)
    client.post("/admin/login/second-step/", {"code": app.code()})

    assert client.get("/admin/").status_code == 200


def test_a_session_from_before_shows_it_first_and_adds_no_other_beside_it(client, mira, wanted):
    app, _codes = with_app(mira)
    client.force_login(mira)
    showed_who(client)

    assert client.get("/admin/").headers["Location"].startswith(FACTOR)
    assert client.get(f"{FACTOR}app/").headers["Location"] == FACTOR
    assert client.get(f"{FACTOR}passkey/").headers["Location"] == FACTOR
    assert "Show your second factor" in client.post(FACTOR, {"do": "codes"}).content.decode()
    assert client.post(FACTOR, {"code": app.wrong()}).status_code == 200
    assert client.get("/admin/").status_code == 302

    shown = client.post(FACTOR, {"code": app.code(), "next": "/admin/password_change/"})
    assert shown.headers["Location"] == "/admin/password_change/"
    assert client.get("/admin/").status_code == 200


def test_nobody_is_led_to_another_host(client, mira, wanted):
    app, _codes = with_app(mira)
    client.force_login(mira)

    assert client.post(FACTOR, {"code": app.code(), "next": "https://evil.example/"}).headers["Location"] == "/admin/"


def test_a_role_that_is_given_meanwhile_wants_it_from_the_next_click_on(client, noor, wanted):
    client.force_login(noor)
    assert client.get("/admin/").status_code == 200
    noor.groups.add(*type(noor).groups.rel.model.objects.filter(name=ROLES["admin"]))

    assert client.get("/admin/").headers["Location"].startswith(FACTOR)


def test_readers_are_asked_nothing_and_strangers_are_sent_to_the_login(client, wanted):
    assert client.get("/").status_code == 200
    assert client.get("/admin/").headers["Location"].startswith(LOGIN)


def test_every_name_that_stays_open_is_of_an_address():
    def names(resolver, before=""):
        for entry in resolver.url_patterns:
            if isinstance(entry, URLResolver):
                yield from names(entry, f"{before}{entry.namespace}:" if entry.namespace else before)
            elif entry.name:
                yield before + entry.name

    assert set(names(get_resolver())) >= OPEN_TO_ALL
