"""The demo newsroom, filled."""

import io
from importlib import import_module

import pytest
from PIL import Image

from briefings.demo import newsroom
from briefings.demo.drawings import PICTURES
from briefings.staff import add_staff


def sketched(name: str) -> bytes:
    """A small picture of one colour in the place of a drawing: what is asked is not how it looks."""
    file = io.BytesIO()
    Image.new("RGB", (480, 320), (20 * list(PICTURES).index(name), 90, 90)).save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
def sketches(monkeypatch):
    monkeypatch.setattr(newsroom, "drawn", sketched)


@pytest.fixture
def filled_newsroom(transactional_db, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "media"
    # Every picture is made with as little care as a very tall one: with all of it, most of the time goes into that.
    monkeypatch.setattr(import_module("briefings.pictures.renditions"), "_LARGE", 0)
    newsroom.fill(by=add_staff("mira", role="chief", password="correct horse battery"))
