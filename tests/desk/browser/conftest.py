"""Editors at a real browser: who they are, what they opened, and what the browser complained of."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Dialog, Page, expect

from briefings.models import User
from tests.desk.browser import judging

PATIENCE = 30_000  # ms, for a machine that is busy: whatever is waited for is there long before
SIZE = {"width": judging.WIDE, "height": judging.HEIGHT}
NOBODY = '<!doctype html><title>Nobody</title><link rel="icon" href="data:,">'  # asks the server for nothing
FORGET = "() => (localStorage.clear(), sessionStorage.clear())"


@pytest.fixture(scope="session")
def seats(live_server, browser: Browser) -> Iterator[list[Page]]:
    """Browsers where nobody sits. The tests take them in turn, for in each the desk's scripts are there then."""
    expect.set_options(timeout=PATIENCE)
    pages: list[Page] = []
    yield pages
    for page in pages:
        page.context.close()


@pytest.fixture
def sits(seats, live_server, browser: Browser, staff: Callable[..., User]) -> Iterator[Callable[..., Page]]:
    """Seats somebody with a role at a browser of their own, logged in. What it complains of is in `page.complaints`.

    Whoever sat there before left nothing; with `new` or an option of a context nobody did, and nobody will.
    """
    taken, new_ones = [], []

    def seat(name: str = "mira", role: str = "chief", *, logged_in: bool = True, new: bool = False, **options) -> Page:
        page = seats.pop() if seats and not new and not options else _new_page(browser, live_server.url, **options)
        (new_ones if new or options else taken).append(page)
        page.complaints = []
        user = User.objects.filter(username=name).first() or staff(name, role)
        if logged_in:
            client = Client()
            client.force_login(user)
            key = client.cookies[settings.SESSION_COOKIE_NAME].value
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}
            page.context.add_cookies([cookie])
        return page

    yield seat
    for page in new_ones:
        page.context.close()
    for page in taken:
        _leave(page)
        seats.append(page)


def _new_page(browser: Browser, url: str, **options) -> Page:
    context = browser.new_context(base_url=url, viewport=SIZE, **options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda message: page.complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: page.complaints.append(f"{page.url}: {error}"))
    return page


def _leave(page: Page) -> None:
    """Takes back what whoever sat there did to the browser."""

    def leave(dialog: Dialog) -> None:
        dialog.accept()

    for other in page.context.pages:
        if other is not page:
            other.close()
    page.on("dialog", leave)
    page.route("**/nobody", lambda route: route.fulfill(content_type="text/html", body=NOBODY))
    page.goto("/nobody")
    page.unroute_all()
    page.remove_listener("dialog", leave)
    page.evaluate(FORGET)
    page.context.clear_cookies()
    page.context.clear_permissions()
    page.context.set_offline(False)
    page.set_viewport_size(SIZE)
    page.emulate_media(color_scheme="light")
