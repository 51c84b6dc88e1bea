"""Public records as frozen values: the site, a topic, a person, a standing page."""

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
        """The record with these `values`; raises ContentRefused with every reason at once."""
        try:
            return cls(**values)
        except ValidationError as error:
            raise ContentRefused.from_validation(error) from error


class SiteRecord(_Record):
    """The site's identity. Each accent is for one colour scheme; None keeps the look's own accent there."""

    name: fields.Line = Field(min_length=1)
    tagline: fields.Line = ""
    footer: fields.Line = ""
    logo: ImageName | None = None
    accent_light: fields.Colour | None = None
    accent_dark: fields.Colour | None = None


class TopicRecord(_Record):
    """The public name and address of a topic. `merged_into` is the topic that its address leads to."""

    id: fields.Id
    name: fields.Line
    slug: fields.Slug
    merged_into: fields.Id | None = None


class PersonRecord(_Record):
    """The public name and address of a person, body or document. A private person has no page."""

    id: fields.Id
    name: fields.Line
    slug: fields.Slug
    kind: PersonKind
    merged_into: fields.Id | None = None


class PageRecord(_Record):
    """A standing page, such as the corrections policy. `position` is its place in the footer, None if it is not there.

    `gone` says that it was taken down.
    """

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
"""The types of record, by the kind of their subject."""


def record_from(kind: str, text: str) -> RecordContent:
    """The record of that kind in canonical JSON."""
    return BY_KIND[kind].model_validate_json(text)
