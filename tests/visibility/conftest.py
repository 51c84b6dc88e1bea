"""What the truth table is asked with."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from briefings.models import Edition
from briefings.roles import ROLES
from tests import making
from tests.visibility.surfaces import Surfaces


@pytest.fixture
def make_edition(db: None) -> Callable[..., Edition]:
    return making.make_edition


@pytest.fixture
def surfaces(db: None, client: Client) -> Surfaces:
    """Every public surface; walking it reads the database anew."""
    return Surfaces(client)


@pytest.fixture
def editor(django_user_model: Any) -> Any:
    user = django_user_model.objects.create_user(
        username="secreteditor", first_name="Secretfirst", password="x", is_staff=True
    )
    user.groups.add(Group.objects.get(name=ROLES["chief"]))
    return user
