"""The demo newsroom, walked once for all tests."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from briefings.demo import newsroom
from briefings.log import verify_log
from briefings.models import Briefing, Edition, User
from briefings.staff import add_staff
from tests.demo.sketches import sketched
from tests.outputs.page_tree import Element, tree
from tests.visibility.surfaces import UNKNOWN, Answer, walked


@dataclass(frozen=True)
class Newsroom:
    """What stands in it, and every address that readers can ask with its answer."""

    kinds: set[str]
    briefings: int
    problems: list[str]
    answers: dict[str, Answer]


@pytest.fixture(scope="session")
def newsroom_seen(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """The newsroom is filled and walked once, and taken back: what was seen is for all who look at it."""
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        pytest.MonkeyPatch.context() as patch,
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
    ):
        patch.setattr(newsroom, "drawn", sketched)
        fill(patch)
        with walked() as surfaces:
            seen = surfaces.seen(timezone.now())
        kinds = set(Edition.objects.values_list("kind", flat=True))
        filled = Newsroom(kinds, Briefing.objects.count(), verify_log().problems, seen)
        transaction.set_rollback(True)
    return filled


@pytest.fixture(scope="session")
def pages(newsroom_seen: Newsroom) -> dict[str, Element]:
    """Every page of the newsroom, of each kind, by its path."""
    return {
        path: tree(one.body.decode())
        for path, one in newsroom_seen.answers.items()
        if one["Content-Type"].startswith("text/html") and (one.status in (200, 410) or path == f"/{UNKNOWN}/")
    }


@pytest.fixture
def sketches(monkeypatch):
    monkeypatch.setattr(newsroom, "drawn", sketched)


@pytest.fixture
def filled_newsroom(transactional_db, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "media"
    fill(monkeypatch)


def fill(patch: pytest.MonkeyPatch, **people: User) -> None:
    # Every picture is made with as little care as a very tall one: with all of it, most of the time goes into that.
    patch.setattr(import_module("briefings.pictures.renditions"), "_LARGE", 0)
    newsroom.fill(by=add_staff("mira", role="chief", password="correct horse battery"), **people)
