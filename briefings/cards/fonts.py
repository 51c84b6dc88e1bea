"""The two fonts of share cards, which come with the site: what they can set, in which size."""

import unicodedata
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from struct import iter_unpack, unpack_from

from PIL import ImageFont, features

FOLDER = Path(__file__).parent / "typefaces"
HEADLINE, LABEL = "headline.ttf", "label.ttf"


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(_data(name)), size, layout_engine=ImageFont.Layout.RAQM)


@cache
def version() -> str:
    """Another one for other fonts."""
    return sha256(_data(HEADLINE) + _data(LABEL)).hexdigest()


def sets_every_script() -> bool:
    """Whether this machine has what puts Arabic letters together and lines of two directions in order.

    Pillow brings it along, but for FriBidi, which it takes from the system.
    """
    return features.check_feature("raqm")


def can_set(text: str) -> bool:
    """Whether both fonts have every character of `text` that is seen, so that none becomes an empty box."""
    seen = {ord(sign) for sign in text if unicodedata.category(sign) != "Cf"}
    return sets_every_script() and all(seen <= _covered(name) for name in (HEADLINE, LABEL))


@cache
def _data(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


@cache
def _covered(name: str) -> frozenset[int]:
    """The characters that a font has, by the one table of them that ours hold (“cmap”, in format 12).

    Source: https://learn.microsoft.com/en-us/typography/opentype/spec/cmap.
    """
    data = _data(name)
    (tables,) = unpack_from(">4xH", data)
    directory = {tag: start for tag, _, start, _ in iter_unpack(">4s3I", data[12 : 12 + 16 * tables])}
    (within,) = unpack_from(">8xI", data, directory[b"cmap"])
    start = directory[b"cmap"] + within
    (groups,) = unpack_from(">12xI", data, start)
    return frozenset(
        code
        for first, last, _ in iter_unpack(">3I", data[start + 16 : start + 16 + 12 * groups])
        for code in range(first, last + 1)
    )
