"""Each test has a folder of its own for the files of pictures."""

import pytest

from briefings.models import User


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def mira(desk):
    """Who sits at the desk."""
    return User.objects.get(username="mira")
