"""The demo pictures are those that the texts show: small, and the same each time."""

import io

import pytest
from PIL import Image

from briefings.demo.demo_texts import texts
from briefings.demo.drawings import PICTURES, drawn


def test_every_picture_that_a_text_shows_is_drawn_and_no_other():
    assert {figure["picture"] for text in texts() for figure in text["figures"]} == set(PICTURES)


@pytest.fixture(scope="module")
def files():
    return {name: drawn(name) for name in PICTURES}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_a_small_jpeg(files, name):
    with Image.open(io.BytesIO(files[name])) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1600, 1067))
    assert len(files[name]) < 400_000


@pytest.mark.slow
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_the_same_each_time(files, name):
    assert drawn(name) == files[name]


def test_two_pictures_differ(files):
    assert len(set(files.values())) == len(PICTURES)


def test_a_picture_of_no_such_name_is_refused():
    with pytest.raises(KeyError):
        drawn("sunflower")
