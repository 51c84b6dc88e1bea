"""A picture as the desk knows it: its id, the addresses of its files, and the facts that pages and scripts get."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy
from briefings.content import ImageName
from briefings.desk_words import day_in_words
from briefings.models import Image, User


def identity(given: object) -> str | None:
    """An id as the file has it; None for what is none."""
    try:
        return str(UUID(str(given)))
    except ValueError:
        return None


def files() -> str:
    """Where the desk has the files of a picture, with `{id}` for its id, as `outputs.pictures` takes it."""
    return reverse("admin:briefings_image_file", args=["ID", "NAME"]).replace("/ID/", "/{id}/").removesuffix("NAME")


def address(image: Image | ImageName, *, width: int = 320) -> str:
    """Where the desk has the narrowest rendition that is at least that wide, or else the widest."""
    identity = image.uuid if isinstance(image, Image) else image.id
    shown = min((one for one in image.widths if one >= width), default=max(image.widths))
    return reverse("admin:briefings_image_file", args=[identity, f"{shown}.webp"])


def name(image: Image) -> str:
    """The words by which editors recognise a picture."""
    return image.caption or image.people or image.credit or _("Picture without a caption")


def until(day: date | None) -> str:
    """Until when a picture may be used, in a few words; "" for one without an end."""
    if day is None:
        return ""
    sentence = _("usable until %(day)s") if day >= timezone.localdate() else _("was usable until %(day)s")
    return sentence % {"day": day_in_words(day)}


def of(images: Sequence[Image], *, by: User) -> list[dict[str, Any]]:
    """What the page's script needs of them."""
    theirs = policy.described_by(by, images)
    return [_facts(image, may_describe=image in theirs) for image in images]


def _facts(image: Image, *, may_describe: bool) -> dict[str, Any]:
    return {
        "id": str(image.uuid),
        "name": name(image),
        "thumbnail": address(image),
        "width": image.width,
        "height": image.height,
        "credit": image.credit,
        "caption": image.caption,
        "people": image.people,
        "usable_until": image.usable_until.isoformat() if image.usable_until else "",
        "until": until(image.usable_until),
        "version": image.version,
        "details": reverse("admin:briefings_image_change", args=[image.pk]) if may_describe else "",
    }
