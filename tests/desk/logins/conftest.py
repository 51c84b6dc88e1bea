"""Who logs in here."""

import pytest

from briefings.models import User
from briefings.staff import add_staff
from tests.desk.logging_in import PASSWORD


@pytest.fixture
def mira(db: None) -> User:
    return add_staff("mira", role="chief", password=PASSWORD)


@pytest.fixture
def noor(db: None) -> User:
    return add_staff("noor", role="writer", password=PASSWORD)


@pytest.fixture
def wanted(settings) -> None:
    """A second factor is wanted of chiefs and site admins."""
    settings.SECOND_FACTOR = "chiefs-and-admins"
