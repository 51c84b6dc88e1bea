"""Who logs in here."""

import pytest

from briefings.models import User
from briefings.staff import add_staff
from tests.desk.logging_in import PASSWORD
from tests.desk.logins.provider import CLIENT, SECRET, serving


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


@pytest.fixture(scope="module")
def running():
    with serving() as provider:
        yield provider


@pytest.fixture
def provider(running, settings):
    """The provider as it is at first, and a site that names it."""
    url, key = running.url, running.key
    running.__init__()
    running.url, running.key, running.published_key = url, key, key.public_key()
    settings.LOGIN_BY = "both"
    settings.OIDC = {"server_url": url, "client_id": CLIENT, "secret": SECRET, "name": "News ID"}
    return running


@pytest.fixture
def known(db):
    """Mira, whose address the provider vouches for."""
    return add_staff("mira", role="editor", password=PASSWORD, mail="Mira@news.example")
