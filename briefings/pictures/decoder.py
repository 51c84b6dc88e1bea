"""A file that somebody chose becomes a picture: upright, in sRGB and without a word of metadata, or is refused."""

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PIL import Image
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from briefings.pictures import jpeg, png, webp
from briefings.pictures.colours import in_srgb
from briefings.pictures.parts import Parts, damaged
from briefings.pictures.refusals import PictureRefused

MOST_BYTES = 10_000_000
MOST_PIXELS = 40_000_000  # far below where Pillow begins to warn, so that it never does
MOST_SIDE = 16_000  # pixels; WebP holds 16,383
LEAST_SIDE = 16  # pixels
_UNDECODABLE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error, zlib.error)
_OTHERS = [(0, b"GIF8", "GIF"), (0, b"II*\0", "TIFF"), (0, b"MM\0*", "TIFF"), (0, b"%PDF", "PDF"), (0, b"BM", "BMP")]
_OTHERS += [(4, b"ftypavi", "AVIF"), (4, b"ftyphe", "HEIC"), (4, b"ftypmif1", "HEIC"), (0, b"<svg", "SVG")]
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True)
class Picture:
    """A picture as it is seen: `image` is upright sRGB in the mode RGB, or RGBA where transparency is used.

    `width` and `height` are in pixels; `fallback` is the ending of the format that every browser shows.
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
    """The picture in the bytes of a JPEG, PNG or WebP file, judged by its content; no name or type is asked for.

    The size is read from the file's header and judged before anything is decoded. Raises PictureRefused, and nothing
    else, for all that is no such picture.
    """
    if not data:
        raise PictureRefused("Choose another file: this one is empty.")
    if len(data) > MOST_BYTES:
        raise PictureRefused(
            f"Save the picture smaller, as JPEG of at most {MOST_BYTES // 1_000_000} MB: "
            f"this file has {len(data) / 1_000_000:.1f} MB."
        )
    take_apart, decoder = _kind(data)
    parts = take_apart(data)
    _judge_size(*parts.size)
    try:
        image = in_srgb(_decoded(parts, decoder), parts.profile)
        turn = _UPRIGHT.get(_orientation(parts.exif))
        if turn is not None:
            image = image.transpose(turn)
    except _UNDECODABLE as error:
        raise damaged() from error
    except MemoryError as error:
        raise PictureRefused("Save the picture with fewer pixels: the site has not the memory to open it.") from error
    return Picture(image)


def _kind(data: bytes) -> tuple[Callable[[bytes], Parts], type[ImageFile]]:
    if data.startswith(jpeg.MAGIC):
        return jpeg.take_apart, JpegImageFile
    if data.startswith(png.MAGIC):
        return png.take_apart, PngImageFile
    if data.startswith(webp.MAGIC) and data[8:12] == b"WEBP":
        return webp.take_apart, WebPImageFile
    found = next((kind for at, magic, kind in _OTHERS if data.startswith(magic, at)), "")
    raise PictureRefused(
        "Save the picture as JPEG, PNG or WebP and choose that: "
        f"this file is {f'of the kind {found}' if found else 'none of the three, whatever its name says'}."
    )


def _judge_size(width: int, height: int) -> None:
    stated = f"this one has {width:,} × {height:,} pixels"
    if min(width, height) < LEAST_SIDE:
        raise PictureRefused(f"Choose a picture of at least {LEAST_SIDE} × {LEAST_SIDE} pixels: {stated}.")
    if max(width, height) > MOST_SIDE:
        raise PictureRefused(f"Save the picture with at most {MOST_SIDE:,} pixels on its longer side: {stated}.")
    if width * height > MOST_PIXELS:
        raise PictureRefused(
            f"Save the picture with at most {MOST_PIXELS // 1_000_000} million pixels: {stated}, "
            f"{width * height / 1_000_000:.1f} million in all."
        )


def _decoded(parts: Parts, decoder: type[ImageFile]) -> Image.Image:
    image = decoder(io.BytesIO(parts.drawing))
    if image.size != parts.size:
        raise damaged()
    image.load()
    return image


def _orientation(exif: bytes) -> int:
    """How the picture is to be turned, 1 to 8, from the first directory of a TIFF block; 1 where nothing says so."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if not order:
        return 1
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        for number in range(count):
            tag, _type, _count, value = struct.unpack_from(f"{order}HHIH", exif, at + 2 + 12 * number)
            if tag == _ORIENTATION:
                return value
    except struct.error:
        pass
    return 1
