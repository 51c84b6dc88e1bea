"""A picture on a page: the addresses and sizes of its renditions, and the point that a crop keeps."""

from dataclasses import dataclass
from datetime import date

from briefings.content import ImageName

MEDIA = "/media/{token}/"
_STEP = 10


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


def picture(image: ImageName, *, media: str = MEDIA) -> Picture:
    """`image` with its addresses under `media`, in which “{token}” and “{id}” are filled in."""
    base = media.format(token=image.token, id=image.id)
    widest = max(image.widths)
    shown = min((width for width in image.widths if width >= 960), default=widest)
    return Picture(
        src=f"{base}{shown}.{image.fallback}",
        largest=f"{base}{widest}.{image.fallback}",
        type="image/png" if image.fallback == "png" else "image/jpeg",
        srcset=_srcset(base, image, image.fallback),
        sources=tuple(Source(type=f"image/{form}", srcset=_srcset(base, image, form)) for form in ("avif", "webp")),
        width=widest,
        height=max(1, round(image.height * widest / image.width)),
        focal=f"x{_stepped(image.focal_x)} y{_stepped(image.focal_y)}",
    )


def may_be_shown(image: ImageName, on: date) -> bool:
    """Whether the picture may be used on that day."""
    return image.usable_until is None or on.isoformat() <= image.usable_until


def _srcset(base: str, image: ImageName, form: str) -> str:
    return ", ".join(f"{base}{width}.{form} {width}w" for width in sorted(image.widths))


def _stepped(percent: int) -> int:
    return round(percent / _STEP) * _STEP
