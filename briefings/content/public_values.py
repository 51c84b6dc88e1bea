"""What is public and is no briefing: the site, a topic, a person, a standing page. Each is one frozen value."""

from typing import Any, Literal, Self

from pydantic import Field, ValidationError

from briefings.content import fields
from briefings.content.names import ImageName, PersonKind
from briefings.content.refusals import ContentRefused
from briefings.content.value import Value


class _Record(Value):
    schema_version: Literal[1] = 1

    @classmethod
    def offered(cls, **values: Any) -> Self:
        """The value that `values` make; raises ContentRefused with every reason at once."""
        try:
            return cls(**values)
        except ValidationError as error:
            raise ContentRefused.from_validation(error) from error


class SiteRecord(_Record):
    """The site as readers know it. The accents belong to the light and to the dark scheme; None: the look's own."""

    name: fields.Line = Field(min_length=1)
    tagline: fields.Line = ""
    footer: fields.Line = ""
    logo: ImageName | None = None
    accent_light: fields.Colour | None = None
    accent_dark: fields.Colour | None = None


class TopicRecord(_Record):
    """The public name and address of a topic; merged into another, it leads there."""

    id: fields.Id
    name: fields.Line
    slug: fields.Slug
    merged_into: fields.Id | None = None


class PersonRecord(_Record):
    """The public name and address of a person, body or document. Whoever is private by now has no page."""

    id: fields.Id
    name: fields.Line
    slug: fields.Slug
    kind: PersonKind
    merged_into: fields.Id | None = None


class PageRecord(_Record):
    """A page that stays, such as the corrections policy; in the footer by `position`, unless it has none. `gone`: it
    was taken down."""

    id: fields.Id
    slug: fields.Slug
    heading: fields.Line = Field(min_length=1)
    body: fields.Rich = ""
    language: fields.Language = "en"
    position: int | None = None
    gone: bool = False


RecordContent = SiteRecord | TopicRecord | PersonRecord | PageRecord
BY_KIND: dict[str, type[RecordContent]] = {
    "site": SiteRecord,
    "topic": TopicRecord,
    "person": PersonRecord,
    "page": PageRecord,
}
"""By the kind of subject that it stands for."""


def record_from(kind: str, text: str) -> RecordContent:
    """The value of that kind that canonical JSON spells."""
    return BY_KIND[kind].model_validate_json(text)
