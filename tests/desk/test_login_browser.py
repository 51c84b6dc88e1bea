"""The login in a real browser: in both colour schemes, on a narrow screen, by keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from briefings.staff import add_staff
from tests.desk.logging_in import LOGIN, PASSWORD, WRONG

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def open_login(live_server, browser):
    """Opens the login at a width in a colour scheme; what the browser complains of is in `page.complaints`."""
    add_staff("mira", role="editor", password=PASSWORD)
    contexts = []

    def opened(*, width=390, scheme="light"):
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme))
        page = contexts[-1].new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(f"{live_server.url}{LOGIN}?next=/admin/password_change/")
        has_its_cursor(page)
        return page

    yield opened
    for context in contexts:
        context.close()


def has_its_cursor(page):
    """Waits until the cursor is where the page puts it, which is a moment after it has come."""
    if (field := page.locator("[autofocus]")).count():
        expect(field).to_be_focused()


def send(page, password):
    """By keyboard alone, from where the page put the cursor."""
    if page.evaluate("document.activeElement.name") == "login":
        page.keyboard.type("mira")
        page.keyboard.press("Tab")
    page.keyboard.type(password)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    has_its_cursor(page)


def judge(page, *, width):
    violations = Axe().run(page).response["violations"]
    assert [(violation["id"], [node["target"] for node in violation["nodes"]]) for violation in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), pytest.param(1280, "light", marks=pytest.mark.slow)])
def test_every_page_of_the_login_is_accessible_and_quiet(open_login, width, scheme):
    page = open_login(width=width, scheme=scheme)
    judge(page, width=width)

    send(page, WRONG)
    judge(page, width=width)
    assert page.complaints == []

    for _ in range(4):
        send(page, WRONG)
    judge(page, width=width)
    assert page.locator("h1").inner_text() == "Too many attempts to log in"
    # Chromium itself notes each 429.
    assert [line for line in page.complaints if "429 (Too Many Requests)" not in line] == []


def test_an_editor_gets_in_by_keyboard_alone_and_sees_where_they_are(open_login, live_server):
    page = open_login()
    assert page.evaluate("document.activeElement.name") == "login"
    outlined = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outlined == "solid"

    send(page, WRONG)
    assert page.evaluate("document.activeElement.name") == "password"
    assert page.locator("#id_login").input_value() == "mira"

    send(page, PASSWORD)
    assert page.url == f"{live_server.url}/admin/password_change/"


def test_the_door_is_the_same_without_javascript(browser, live_server):
    add_staff("mira", role="editor", password=PASSWORD)
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}{LOGIN}")
        page.locator("#id_login").fill("mira")
        page.locator("#id_password").fill(PASSWORD)
        page.locator("button").click()
        assert page.url == f"{live_server.url}/admin/"
