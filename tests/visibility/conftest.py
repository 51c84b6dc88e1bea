"""What the truth table is asked with."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group

from briefings.content import FAQEntry
from briefings.models import Briefing, Edition
from briefings.roles import ROLES
from tests import making
from tests.making import DAY, NOON
from tests.visibility.surfaces import Surfaces, walked


@pytest.fixture
def make_edition(db: None) -> Callable[..., Edition]:
    return making.make_edition


@pytest.fixture
def publish(make_edition: Callable[..., Edition]) -> Callable[..., Edition]:
    """Publishes the next edition of one briefing, with these questions."""
    made: list[Edition] = []

    def next_edition(*faq: FAQEntry, live_from: datetime, kind: str = "major", **differences: Any) -> Edition:
        changes = {"briefing": made[0].briefing, "kind": kind} if made else {}
        made.append(make_edition("quokka", faq=faq, live_from=live_from, **changes, **differences))
        return made[-1]

    return next_edition


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


@pytest.fixture
def make_story(make_edition: Callable[..., Edition]) -> Callable[..., list[Briefing]]:
    """Briefings by these words, each of which follows the one before, a day apart from the given moment on."""

    def made(*words: str, live_from: datetime = NOON, **differences: Any) -> list[Briefing]:
        before, briefings = None, []
        for day, word in enumerate(words):
            follows = {"follows": str(before.uuid)} if before else {}
            before = make_edition(word, live_from=live_from + day * DAY, **follows, **differences).briefing
            briefings.append(before)
        return briefings

    return made
