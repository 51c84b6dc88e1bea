"""Editors at a real browser: who they are, what they opened, and what the browser complained of."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from briefings.models import User
from tests.desk.browser import judging

PATIENCE = 30_000  # ms, for a machine that is busy: whatever is waited for is there long before


@pytest.fixture
def sits(live_server, browser: Browser, staff: Callable[..., User]) -> Iterator[Callable[..., Page]]:
    """Seats somebody with a role at a browser of their own, logged in. What it complains of is in `page.said`."""
    contexts = []
    expect.set_options(timeout=PATIENCE)

    def seat(name: str = "mira", role: str = "chief", *, logged_in: bool = True, **options) -> Page:
        size = {"width": judging.WIDE, "height": judging.HEIGHT}
        context = browser.new_context(base_url=live_server.url, viewport=size, **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        user = User.objects.filter(username=name).first() or staff(name, role)
        if logged_in:
            client = Client()
            client.force_login(user)
            key = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}])
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: page.said.append(f"{page.url}: {error}"))
        return page

    yield seat
    for context in contexts:
        context.close()
