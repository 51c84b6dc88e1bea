"""What the truth table is asked with."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group

from briefings.models import Edition
from briefings.roles import ROLES
from tests import making
from tests.visibility.surfaces import Surfaces, walked


@pytest.fixture
def make_edition(db: None) -> Callable[..., Edition]:
    return making.make_edition


@pytest.fixture
def surfaces(db: None) -> Iterator[Surfaces]:
    """Every public surface; walking it reads the database anew once something was written."""
    with walked() as surfaces:
        yield surfaces


@pytest.fixture(scope="module")
def standing_surfaces(module_db: None) -> Iterator[Surfaces]:
    """Every public surface of what stands for a whole module: its tests share the walks."""
    with walked() as surfaces:
        yield surfaces


@pytest.fixture
def editor(django_user_model: Any) -> Any:
    user = django_user_model.objects.create_user(
        username="secreteditor", first_name="Secretfirst", password="x", is_staff=True
    )
    user.groups.add(Group.objects.get(name=ROLES["chief"]))
    return user
