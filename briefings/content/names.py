"""Names in content: what it refers to by an id and by the words of that day. Without an id it is not on file yet."""

from typing import Annotated, Literal

from pydantic import Field

from briefings.content import fields
from briefings.content.value import Value

PersonKind = Literal["public", "body", "document", "private", "unnamed"]
PUBLIC_KINDS = ("public", "body", "document")
"""The kinds that may have a page, a list or a feed."""

_Percent = Annotated[int, Field(ge=0, le=100)]
_Pixels = Annotated[int, Field(ge=1, le=100_000)]


class PersonName(Value):
    """A person, body or document."""

    id: fields.Id | None = None
    name: fields.Line
    kind: PersonKind = "private"


class TopicName(Value):
    """A topic."""

    id: fields.Id | None = None
    name: fields.Line
    slug: fields.Slug


class SourceNote(Value):
    """A source of the briefing. Its excerpt is kept on file; content has the hash of it."""

    id: fields.Id | None = None
    title: fields.Line
    publisher: fields.Line = ""
    url: fields.WebAddress = ""
    read_on: fields.Day | None = None
    excerpt_sha256: fields.Sha256 | None = None


class ImageName(Value):
    """A picture. `token` is its name in addresses; `width` and `height` are in pixels.

    `widths` are the widths of its renditions, each made as AVIF, WebP and the `fallback`. The focal point is in per
    cent of the width from the left and of the height from the top. After the day `usable_until` it is not shown.
    """

    id: fields.Id
    token: fields.Token
    width: _Pixels
    height: _Pixels
    widths: tuple[_Pixels, ...] = Field(min_length=1)
    fallback: Literal["jpg", "png"]
    credit: fields.Line = ""
    focal_x: _Percent = 50
    focal_y: _Percent = 50
    usable_until: fields.Day | None = None
