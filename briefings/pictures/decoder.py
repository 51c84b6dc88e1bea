"""Decodes an uploaded file into a picture that is upright, in sRGB and without metadata, or refuses it."""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageOps, PngImagePlugin

from briefings.messages import Message
from briefings.pictures import jpeg
from briefings.pictures.colours import in_srgb
from briefings.pictures.refusals import PictureRefused, damaged, moving

MOST_BYTES = 10_000_000
MOST_PIXELS = 40_000_000  # far below where Pillow begins to warn, so that it never does
MOST_SIDE = 16_000  # pixels; WebP holds 16,383
LEAST_SIDE = 16  # pixels
MOST_PROFILE_BYTES = 4_000_000  # profiles of presses hold 0.5 to 2.5 million bytes
PngImagePlugin.MAX_TEXT_CHUNK = MOST_PROFILE_BYTES  # of one text or profile, unpacked
_UNDECODABLE = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, AttributeError, RuntimeError),
    *(struct.error, zlib.error),
)
_KINDS = [(0, b"\xff\xd8\xff", "JPEG"), (0, b"\x89PNG\r\n\x1a\n", "PNG"), (8, b"WEBP", "WEBP")]
_OTHERS = [(0, b"GIF8", "GIF"), (0, b"II*\0", "TIFF"), (0, b"MM\0*", "TIFF"), (0, b"%PDF", "PDF"), (0, b"BM", "BMP")]
_OTHERS += [(4, b"ftypavi", "AVIF"), (4, b"ftyphe", "HEIC"), (4, b"ftypmif1", "HEIC"), (0, b"<svg", "SVG")]


@dataclass(frozen=True)
class Picture:
    """A decoded picture: `image` is upright sRGB in the mode RGB, or RGBA where a pixel is transparent.

    `width` and `height` are in pixels; `fallback` is the file ending of the format that every browser shows.
    """

    image: Image.Image

    @property
    def width(self) -> int:
        return self.image.width

    @property
    def height(self) -> int:
        return self.image.height

    @property
    def fallback(self) -> Literal["jpg", "png"]:
        return "png" if self.image.mode == "RGBA" else "jpg"


def read(data: bytes) -> Picture:
    """The picture in the bytes of a JPEG, PNG or WebP file. Its kind is told from the bytes alone.

    The size is read from the file's header and checked before a pixel is decoded. Raises only PictureRefused.
    """
    if not data:
        raise PictureRefused(Message("Choose another file: this one is empty."))
    if len(data) > MOST_BYTES:
        raise PictureRefused(
            Message(
                "Save the picture smaller, as JPEG of at most %(most)s MB: this file has %(size)s MB.",
                most=MOST_BYTES // 1_000_000,
                size=len(data) / 1_000_000,
            )
        )
    kind = _kind(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of broken metadata, which nobody here asks for
            return Picture(_decoded(data, kind))
    except PictureRefused:
        raise
    except _UNDECODABLE as error:
        raise damaged() from error
    except (MemoryError, Image.DecompressionBombError) as error:
        raise PictureRefused(
            Message("Save the picture with fewer pixels: the site has not the memory to open it.")
        ) from error


def _kind(data: bytes) -> str:
    """Pillow's name of the format. Raises PictureRefused for any other kind of file."""
    for at, magic, kind in _KINDS:
        if data.startswith(magic, at):
            return kind
    other = next((kind for at, magic, kind in _OTHERS if data.startswith(magic, at)), "")
    if other:
        raise PictureRefused(
            Message(
                "Save the picture as JPEG, PNG or WebP and choose that: this file is of the kind %(kind)s.", kind=other
            )
        )
    raise PictureRefused(
        Message(
            "Save the picture as JPEG, PNG or WebP and choose that: this file is none of the three, whatever its name "
            "says."
        )
    )


def _decoded(data: bytes, kind: str) -> Image.Image:
    if kind == "JPEG":
        jpeg.judge(data)
    image = _opened(data, kind)
    if kind != "JPEG" and getattr(image, "is_animated", False):
        raise moving()
    _judge_size(*image.size)
    if kind == "PNG":
        image.verify()  # every checksum, to the end of the file; after that it has to be opened anew
        image = _opened(data, kind)
        if image.mode == "P" and image.palette is None:
            raise damaged()
        _mend_transparency(image, depth=data[24])
    image.load()
    return in_srgb(_upright(image), image.info.get("icc_profile") or b"")


def _opened(data: bytes, kind: str) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=[kind])


def _mend_transparency(image: Image.Image, *, depth: int) -> None:
    """Scale the transparent colour, which Pillow leaves in `depth` bits, to eight bits; drop it for sixteen."""
    if depth == 16:
        image.info.pop("transparency", None)
    elif depth in (2, 4) and image.mode == "L" and "transparency" in image.info:
        image.info["transparency"] = image.info["transparency"] % 2**depth * (255 // (2**depth - 1))


def _upright(image: Image.Image) -> Image.Image:
    """The image, turned as its EXIF block says; unchanged where there is none, or it cannot be read."""
    try:
        return ImageOps.exif_transpose(image)
    except _UNDECODABLE:
        return image


def _judge_size(width: int, height: int) -> None:
    size = {"width": width, "height": height}
    if min(width, height) < LEAST_SIDE:
        raise PictureRefused(
            Message(
                "Choose a picture of at least %(least)s × %(least)s pixels: this one has %(width)s × %(height)s "
                "pixels.",
                least=LEAST_SIDE,
                **size,
            )
        )
    if max(width, height) > MOST_SIDE:
        raise PictureRefused(
            Message(
                "Save the picture with at most %(most)s pixels on its longer side: this one has %(width)s × %(height)s "
                "pixels.",
                most=MOST_SIDE,
                **size,
            )
        )
    if width * height > MOST_PIXELS:
        raise PictureRefused(
            Message(
                "Save the picture with at most %(most)s million pixels: this one has %(width)s × %(height)s pixels, "
                "%(millions)s million in all.",
                most=MOST_PIXELS // 1_000_000,
                millions=width * height / 1_000_000,
                **size,
            )
        )
