"""A picture on a page: the addresses and sizes of its renditions, and the point that a crop keeps."""

from dataclasses import dataclass
from datetime import date

from briefings.content import ImageName

MEDIA = "/media/{token}/"
_COLUMN = 960  # pixels: the column of text on a fine screen
_STEP = 10
_TYPES = {"jpg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, kw_only=True)
class Source:
    """Renditions of one format: `type` is a MIME type, `srcset` names each with its width."""

    type: str
    srcset: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """`src` is the fallback for browsers that know neither AVIF nor WebP; `width` and `height` (pixels) are its own.

    `largest` is the widest rendition of that format, whose MIME type is `type`: for whoever shows the picture
    elsewhere. `focal` is a pair of class names for the point that a crop keeps.
    """

    src: str
    largest: str
    type: str
    srcset: str
    sources: tuple[Source, ...]
    width: int
    height: int
    focal: str


@dataclass(frozen=True, kw_only=True)
class Rendition:
    """One file of a picture, in the fallback format: its address, MIME type and size in pixels."""

    src: str
    type: str
    width: int
    height: int


def picture(image: ImageName, *, media: str = MEDIA) -> Picture:
    """`image` with its addresses under `media`, in which “{token}” and “{id}” are filled in."""
    base = _base(image, media)
    widest = max(image.widths)
    return Picture(
        src=rendition(image, media=media).src,
        largest=rendition(image, media=media, at_least=widest).src,
        type=_TYPES[image.fallback],
        srcset=_srcset(base, image, image.fallback),
        sources=tuple(Source(type=f"image/{form}", srcset=_srcset(base, image, form)) for form in ("avif", "webp")),
        width=widest,
        height=_height(image, widest),
        focal=f"x{_stepped(image.focal_x)} y{_stepped(image.focal_y)}",
    )


def rendition(image: ImageName, *, media: str = MEDIA, at_least: int = _COLUMN) -> Rendition:
    """The narrowest file of `image` that is `at_least` so wide, else the widest."""
    width = min((width for width in image.widths if width >= at_least), default=max(image.widths))
    return Rendition(
        src=f"{_base(image, media)}{width}.{image.fallback}",
        type=_TYPES[image.fallback],
        width=width,
        height=_height(image, width),
    )


def may_be_shown(image: ImageName, on: date) -> bool:
    """Whether the picture may be used on that day."""
    return image.usable_until is None or on.isoformat() <= image.usable_until


def _base(image: ImageName, media: str) -> str:
    return media.format(token=image.token, id=image.id)


def _height(image: ImageName, width: int) -> int:
    return max(1, round(image.height * width / image.width))


def _srcset(base: str, image: ImageName, form: str) -> str:
    return ", ".join(f"{base}{width}.{form} {width}w" for width in sorted(image.widths))


def _stepped(percent: int) -> int:
    return round(percent / _STEP) * _STEP
