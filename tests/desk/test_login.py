"""The login of the desk: staff get in by name and password, all others get one answer."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.test import Client
from django.urls import NoReverseMatch, URLResolver, get_resolver, resolve, reverse

from briefings.middleware import DeskAccounts, DeskThrottle
from briefings.models import User
from briefings.roles import ROLES
from briefings.staff import add_staff
from briefings.views.login import StaffLogin
from tests.desk.logging_in import LOGIN, PASSWORD, WRONG, CountingHasher, log_in

pytestmark = pytest.mark.django_db
REFUSED = "The user name or the password is wrong, or this account may not use the desk."
ELSEWHERE = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "https://evil.example",
    "https://evil.example/admin/",
    "http:evil.example",
    "javascript:alert(1)",
    # Another host of ALLOWED_HOSTS and SITE_URL, but not the one that was asked.
    "https://news.example/admin/",
]


@pytest.fixture
def mira():
    return add_staff("mira", role="chief", password=PASSWORD)


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_staff_of_every_role_get_in(client, role):
    add_staff("mira", role=role, password=PASSWORD)

    assert log_in(client, "mira", PASSWORD).headers["Location"] == "/admin/"
    assert is_in(client)


def test_capitals_and_spaces_around_a_name_do_not_matter(client, mira):
    log_in(client, " Mira ", PASSWORD)

    assert is_in(client)


def test_a_login_ends_with_the_browser_and_nothing_is_said_about_it(client, mira):
    answer = log_in(client, "mira", PASSWORD)

    cookie = answer.cookies["sessionid"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert "messages" not in answer.cookies
    assert b"messagelist" not in client.get("/admin/").content


def test_the_desk_sends_strangers_to_the_door_and_back_to_where_they_were_going(client, mira):
    sent = client.get("/admin/password_change/").headers["Location"]
    page = client.get(sent)

    assert sent == f"{LOGIN}?next=/admin/password_change/"
    assert '<input type="hidden" name="next" value="/admin/password_change/">' in page.content.decode()
    assert (
        log_in(client, "mira", PASSWORD, to="/admin/password_change/").headers["Location"] == "/admin/password_change/"
    )


@pytest.mark.parametrize("to", ELSEWHERE)
def test_nobody_is_sent_to_another_host(client, mira, to):
    page = client.get(LOGIN, {"next": to})
    in_the_address = client.post(f"{LOGIN}?next={to}", {"login": "mira", "password": PASSWORD})
    once_in = client.get(LOGIN, {"next": to})
    client.logout()

    assert "next" not in page.content.decode()
    assert in_the_address.headers["Location"] == once_in.headers["Location"] == "/admin/"
    assert log_in(client, "mira", PASSWORD, to=to).headers["Location"] == "/admin/"


def test_whoever_is_in_already_is_sent_on(client, mira):
    client.force_login(mira)

    assert client.get(LOGIN).headers["Location"] == "/admin/"
    assert client.get(LOGIN, {"next": "/admin/password_change/"}).headers["Location"] == "/admin/password_change/"


@pytest.fixture
def refused(client, mira, settings):
    """The answer to each kind of person who may not get in, without what differs by what was typed and when."""
    settings.PASSWORD_HASHERS = ["tests.desk.logging_in.CountingHasher"]
    for name in ("mira", "left", "reader"):
        user, _ = User.objects.get_or_create(username=name, defaults={"is_staff": name != "reader"})
        user.set_password(PASSWORD)
        user.is_active = name != "left"
        user.save()

    def knocked(name, password):
        CountingHasher.times = 0
        answer = log_in(Client(), name, password, to="/admin/password_change/")
        page = re.sub(r'(csrfmiddlewaretoken" value|name="login" value)="\w+"', r"\1", answer.content.decode())
        headers = {key: value for key, value in answer.headers.items() if key not in ("Content-Length", "Expires")}
        return answer.status_code, page, headers, sorted(answer.cookies), CountingHasher.times

    return {
        "wrong password": knocked("mira", WRONG),
        "unknown": knocked("nobody", PASSWORD),
        "deactivated, right password": knocked("left", PASSWORD),
        "deactivated, wrong password": knocked("left", WRONG),
        "no staff, right password": knocked("reader", PASSWORD),
        "no staff, wrong password": knocked("reader", WRONG),
    }


def test_whoever_may_not_get_in_gets_the_same_answer_for_the_same_work(refused):
    status, page, _, cookies, hashed = refused["wrong password"]

    assert (status, cookies, hashed) == (200, ["csrftoken"], 1)
    assert REFUSED in page
    assert {who: answer for who, answer in refused.items() if answer != refused["wrong password"]} == {}


def test_a_refusal_keeps_all_that_was_typed_but_the_password(client, mira):
    page = log_in(client, "mira", WRONG, to="/admin/password_change/").content.decode()

    assert 'name="login" value="mira"' in page
    assert 'name="next" value="/admin/password_change/"' in page
    assert WRONG not in page
    fields = re.findall(r"<input[^>]*aria-describedby[^>]*>", page)
    assert len(fields) == 2
    assert all('aria-invalid="true"' in field and 'aria-describedby="refused"' in field for field in fields)
    assert 'id="refused" role="alert"' in page
    assert re.search(r"<input[^>]*password[^>]*autofocus", page)


@pytest.mark.parametrize(
    ("typed", "missing", "sentence"),
    [
        ({"login": "mira"}, "password", "Enter your password."),
        ({"password": PASSWORD}, "login", "Enter your user name."),
    ],
)
def test_an_empty_field_is_named(client, mira, typed, missing, sentence):
    page = client.post(LOGIN, typed).content.decode()

    assert f'<ul class="errorlist" id="id_{missing}_error"><li>{sentence}</li></ul>' in page
    assert re.search(
        rf'<input[^>]*name="{missing}"[^>]*aria-invalid="true"[^>]*aria-describedby="id_{missing}_error"', page
    )
    assert not is_in(client)


def test_whoever_stops_being_staff_is_out_by_the_next_click_and_back_at_the_door(client, mira):
    client.force_login(mira)
    assert is_in(client)
    User.objects.update(is_staff=False)

    assert client.get("/admin/").headers["Location"] == f"{LOGIN}?next=/admin/"
    assert client.get(LOGIN).status_code == 200


def test_logging_out_closes_the_door_again(client, mira):
    log_in(client, "mira", PASSWORD)

    client.post("/admin/logout/")

    assert not is_in(client)


def addresses(resolver=None, before=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, address)
        else:
            yield address, f"{pattern.callback.__module__}.{pattern.callback.__qualname__}"


def test_there_is_one_door_and_the_login_of_djangos_admin_is_not_behind_any():
    logins = {address for address, view in addresses() if view.lower().endswith("login")}

    assert logins == {LOGIN.lstrip("/")}
    assert resolve(LOGIN).func.view_class is StaffLogin
    assert reverse("admin:login") == reverse("account_login") == LOGIN


@pytest.mark.parametrize("page", ["signup", "logout", "reset_password", "change_password", "email", "inactive"])
def test_no_other_page_of_allauth_has_an_address(page):
    with pytest.raises(NoReverseMatch):
        reverse(f"account_{page}")


def test_nobody_looks_after_mail_addresses_that_nothing_uses():
    assert not admin.site.is_registered(EmailAddress)


def test_a_form_from_elsewhere_is_refused(mira):
    strict = Client(enforce_csrf_checks=True)

    assert log_in(strict, "mira", PASSWORD).status_code == 403
    assert not is_in(strict)


def test_the_door_answers_with_a_page_whatever_a_client_says_it_takes(client, mira):
    answer = client.post(LOGIN, {"login": "mira", "password": WRONG}, headers={"accept": "application/json"})

    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("middleware", [DeskAccounts, DeskThrottle])
def test_nothing_of_the_login_runs_where_readers_are(rf, middleware):
    def page(request):
        request.axes_locked_out = True
        return "the page", hasattr(request, "allauth")

    assert middleware(page)(rf.get("/briefings/one/")) == ("the page", False)
