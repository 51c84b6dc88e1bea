"""Whoever has to set up a second factor first is led on to where they were going."""

import re
from html import unescape

import pytest

from briefings.staff import add_staff
from tests.desk.logging_in import PASSWORD, log_in
from tests.desk.logins.coming_back import go
from tests.desk.logins.factors import FACTOR, App, showed_who, with_app

pytestmark = pytest.mark.django_db
GOAL = "/admin/briefings/draft/?state=review&sort=next"
ELSEWHERE = ("https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example")


@pytest.fixture(autouse=True)
def everybody(settings) -> None:
    settings.SECOND_FACTOR = "everyone"


def leads(page, name: str = "app") -> str:
    """Where the button leads."""
    return unescape(re.search(rf'href="([^"]*second-factor/{name}/[^"]*)"', page.content.decode())[1])


def hidden(page) -> dict[str, str]:
    """What the page’s form sends by itself."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.content.decode())
    return {name: unescape(value) for name, value in found}


def set_up(client, page):
    """The recovery codes, which come when the app of `page` has shown its first code."""
    secret = re.search(r'class="secret">([A-Z2-7 ]+)<', page.content.decode())[1].replace(" ", "")
    return client.post(f"{FACTOR}app/", hidden(page) | {"code": App(secret).code()})


def is_led_on(page, to: str = GOAL) -> bool:
    return f'href="{to.replace("&", "&amp;")}"' in page.content.decode()


def test_from_the_login_by_a_password_over_the_app_and_its_codes(client, mira):
    first = client.get(log_in(client, "mira", PASSWORD, to=GOAL).headers["Location"])
    choice = client.get(first.headers["Location"])

    codes = set_up(client, client.get(leads(choice)))

    assert is_led_on(codes)
    assert client.get("/admin/").status_code == 200


def test_from_the_login_by_the_newsrooms_provider(client, provider, known):
    first = client.get(go(client, provider, f"?next={GOAL.replace('&', '%26')}").headers["Location"])
    choice = client.get(first.headers["Location"])

    assert is_led_on(set_up(client, client.get(leads(choice))))
    assert leads(choice, "passkey").endswith(leads(choice).partition("?")[2])


def test_also_where_who_they_are_is_asked_in_between(client, mira):
    client.force_login(mira)
    showed_who(client, ago=3600)
    page = client.get(leads(client.get(client.get(GOAL).headers["Location"])))
    assert page.status_code == 403
    address = unescape(re.search(r'action="([^"]*second-factor[^"]*)"', page.content.decode())[1])

    confirmed = client.post(address, hidden(page) | {"confirm_password": PASSWORD})

    assert is_led_on(set_up(client, confirmed))


def test_who_has_one_already_and_shows_it_goes_on_too(client):
    noor = add_staff("noor", role="editor", password=PASSWORD)
    _app, codes = with_app(noor)
    client.force_login(noor)
    page = client.get(client.get(GOAL).headers["Location"])

    assert client.post(FACTOR, hidden(page) | {"code": codes[0]}).headers["Location"] == GOAL


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_nobody_is_led_elsewhere(client, mira, elsewhere):
    client.force_login(mira)
    showed_who(client)
    for path in ("", "app/", "passkey/"):
        assert "evil" not in client.get(FACTOR + path, {"next": elsewhere}).content.decode()
        assert "alert(1)" not in client.get(FACTOR + path, {"next": elsewhere}).content.decode()
    page = client.get(f"{FACTOR}app/")
    secret = re.search(r'class="secret">([A-Z2-7 ]+)<', page.content.decode())[1].replace(" ", "")

    sent = hidden(page) | {"code": App(secret).code(), "next": elsewhere}
    codes = client.post(f"{FACTOR}app/", sent).content.decode()

    assert "They are not shown again." in codes
    assert "evil" not in codes
    assert "alert(1)" not in codes
