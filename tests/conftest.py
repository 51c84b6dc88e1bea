"""What every test may use. What one subject needs stands beside its tests."""

import gc
import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests import browsers

# Machines differ in speed: no example fails for being slow. A quick run takes the same few examples each time, `make
# test-all` many others; in CI these are the same each time, too.
settings.register_profile("quick", deadline=None, max_examples=20, derandomize=True, database=None)
settings.register_profile("thorough", deadline=None, max_examples=300, derandomize=bool(os.environ.get("CI")))
settings.load_profile("thorough" if os.environ.get("THOROUGH") else "quick")

# Thousands of tests are collected and stay: looking through them for what can go, as often as usual, takes seconds.
gc.set_threshold(20_000, 20, 100)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: from the first on, Playwright keeps an event loop, in which Django refuses its ORM.

    Of these the walks come first, which take longest, so that no worker waits for the other at the end.
    """
    items.sort(key=lambda item: (item.get_closest_marker("browser") is not None, item.path.name != "test_walk.py"))


def pytest_collection_finish() -> None:
    """What was collected stays to the end: it is looked through no more."""
    gc.freeze()


@pytest.fixture(scope="module")
def module_db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A database for what a module builds once: each test's own writes are taken back after it, the rest after all."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; its absence is an error with a sentence, never a skip."""
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        executable = browsers.chromium(playwright)
        if not executable:
            pytest.fail(browsers.MISSING)
        chromium = playwright.chromium.launch(executable_path=executable, args=browsers.FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page in a profile of its own: no cookie of another test."""
    with browser.new_context() as context:
        yield context.new_page()
