"""Who sits at the desk."""

from collections.abc import Callable

import pytest
from django.test import Client

from briefings.models import User
from briefings.staff import add_staff
from tests.desk.logins.factors import showed_who

PASSWORD = "correct horse battery"


@pytest.fixture
def staff(db: None) -> Callable[..., User]:
    """Makes a member of staff with a role."""
    return lambda name, role: add_staff(name, role=role, password=PASSWORD)


@pytest.fixture
def at_desk(staff: Callable[..., User]) -> Callable[..., Client]:
    """Seats somebody with a role at the desk, in a browser of their own."""

    def seat(name: str = "mira", role: str = "editor") -> Client:
        client = Client()
        client.force_login(User.objects.filter(username=name).first() or staff(name, role))
        showed_who(client)
        return client

    return seat


@pytest.fixture(scope="module")
def chief(module_db: None) -> Client:
    """Mira as below, at her desk once for a module that builds something with her there."""
    client = Client()
    client.force_login(add_staff("mira", role="chief", password=PASSWORD))
    showed_who(client)
    return client


@pytest.fixture
def desk(at_desk: Callable[..., Client]) -> Client:
    """Mira, who may do all that there is to do with a briefing."""
    return at_desk("mira", "chief")
