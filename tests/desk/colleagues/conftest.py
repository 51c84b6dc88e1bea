"""A site admin at the desk who has just shown who they are, and a colleague."""

import pytest
from django.test import Client

from briefings.models import User
from briefings.staff import add_staff
from tests.desk.logging_in import PASSWORD
from tests.desk.logins.factors import showed_who


@pytest.fixture
def boss(db: None) -> User:
    return add_staff("boss", role="admin", password=PASSWORD)


@pytest.fixture
def noor(db: None) -> User:
    return add_staff("noor", role="editor", password=PASSWORD, mail="noor@news.example")


@pytest.fixture
def at_desk(boss: User) -> Client:
    client = Client()
    client.force_login(boss)
    showed_who(client)
    return client
