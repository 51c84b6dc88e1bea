"""The renditions of a picture: the widths and formats that browsers choose from, and a master for later ones."""

import io
import re
from collections.abc import Iterator

from PIL import Image

from briefings.pictures.decoder import Picture

WIDTHS = (320, 640, 960, 1280, 1920)  # pixels
MASTER_SIDE = 4096  # pixels on the longer side of the master, at most
_NAME = re.compile(r"[1-9][0-9]{1,3}\.(avif|webp|jpg|png)")
_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}
_SAVED = {
    "avif": {"format": "AVIF", "quality": 58, "speed": 6},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "progressive": True, "optimize": True},
    "png": {"format": "PNG"},
}
_LARGE = 5_000_000  # pixels of one rendition: from there on it is very tall, and care would take half a minute
_SAVED_QUICKLY = _SAVED | {
    "avif": {"format": "AVIF", "quality": 58, "speed": 9},
    "webp": {"format": "WEBP", "quality": 78, "method": 2},
}
_MASTER = {"jpg": {"format": "JPEG", "quality": 92, "subsampling": "4:4:4"}, "png": {"format": "PNG"}}


def widths(width: int) -> tuple[int, ...]:
    """The widths of the renditions of a picture of that `width`, smallest first; none is wider than the picture."""
    widest = min(width, WIDTHS[-1])
    return (*(narrower for narrower in WIDTHS if narrower < widest), widest)


def is_rendition_name(name: str) -> bool:
    """Whether `name` could be a rendition, such as `640.avif`. The master is none: readers never get it."""
    return _NAME.fullmatch(name) is not None


def content_type(name: str) -> str:
    """The MIME type of a rendition. Raises ValueError where `name` is none."""
    if not is_rendition_name(name):
        raise ValueError(f"{name!r} names no rendition.")
    return _TYPES[name.rpartition(".")[2]]


def renditions(picture: Picture) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of all files of a picture: the master first, then each width, widest first, in three formats.

    The same picture gives the same bytes. Each width is made from the next wider one, which saves most of the time.
    """
    yield f"master.{picture.fallback}", _saved(_within(picture.image, MASTER_SIDE), _MASTER[picture.fallback])
    image = picture.image
    for width in reversed(widths(picture.width)):
        image = _resized(image, width, max(1, round(picture.height * width / picture.width)))
        how = _SAVED if image.width * image.height < _LARGE else _SAVED_QUICKLY
        for ending in ("avif", "webp", picture.fallback):
            yield f"{width}.{ending}", _saved(image, how[ending])


def _within(image: Image.Image, side: int) -> Image.Image:
    longer = max(image.size)
    if longer <= side:
        return image
    return _resized(image, *(max(1, round(length * side / longer)) for length in image.size))


def _resized(image: Image.Image, width: int, height: int) -> Image.Image:
    if image.size == (width, height):
        return image
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _saved(image: Image.Image, how: dict[str, object]) -> bytes:
    held = io.BytesIO()
    image.save(held, **how)
    return held.getvalue()
