"""The demo newsroom, walked once for all tests of a module."""

from importlib import import_module

import pytest
from django.test import override_settings
from django.utils import timezone

from briefings.demo import newsroom
from briefings.staff import add_staff
from tests.demo.sketches import sketched
from tests.outputs.page_tree import Element, tree
from tests.visibility.surfaces import UNKNOWN, walked


@pytest.fixture(scope="module")
def pages(module_db, tmp_path_factory) -> dict[str, Element]:
    """Every page of the newsroom, of each kind, by its path."""
    with pytest.MonkeyPatch.context() as patch, override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        patch.setattr(newsroom, "drawn", sketched)
        patch.setattr(import_module("briefings.pictures.renditions"), "_LARGE", 0)
        newsroom.fill(by=add_staff("mira", role="chief", password="correct horse battery"))
        with walked() as surfaces:
            seen = surfaces.seen(timezone.now())
    html = {path: one for path, one in seen.items() if one["Content-Type"].startswith("text/html")}
    return {
        path: tree(one.body.decode())
        for path, one in html.items()
        if one.status in (200, 410) or path == f"/{UNKNOWN}/"
    }


@pytest.fixture
def sketches(monkeypatch):
    monkeypatch.setattr(newsroom, "drawn", sketched)


@pytest.fixture
def filled_newsroom(transactional_db, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "media"
    # Every picture is made with as little care as a very tall one: with all of it, most of the time goes into that.
    monkeypatch.setattr(import_module("briefings.pictures.renditions"), "_LARGE", 0)
    newsroom.fill(by=add_staff("mira", role="chief", password="correct horse battery"))
