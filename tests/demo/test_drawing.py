"""The demo pictures are those that the texts show: small, and the same each time."""

import io

import pytest
from PIL import Image

from briefings.demo.drawing import PICTURES, drawn
from briefings.demo.reading import texts


def test_every_picture_that_a_text_shows_is_drawn_and_no_other():
    assert {figure["picture"] for text in texts() for figure in text["figures"]} == set(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_a_small_jpeg_and_the_same_each_time(name):
    file = drawn(name)

    with Image.open(io.BytesIO(file)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1600, 1067))
    assert len(file) < 400_000
    assert drawn(name) == file


def test_two_pictures_differ():
    assert len({drawn(name) for name in PICTURES}) == len(PICTURES)


def test_a_picture_of_no_such_name_is_refused():
    with pytest.raises(KeyError):
        drawn("sunflower")
