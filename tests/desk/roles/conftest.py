"""What the tests of the role table share."""

import logging
from collections.abc import Callable

import pytest

from tests.desk.roles.people import make_somebody
from tests.desk.roles.things import Things


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Refusals are what is tested here: none of the thousands goes into the log with its trace."""
    caplog.set_level(logging.CRITICAL, logger="django.request")


@pytest.fixture(scope="module")
def _things(module_db: None) -> Things:
    return Things(make_somebody("newcomer"))


@pytest.fixture
def knocks(db: None, _things: Things) -> Callable[[str], Things]:
    """Somebody of a role knocks: what is on file is built once, and what each test does to it is taken back."""
    return _things.before
