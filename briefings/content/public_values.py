"""Public records as frozen values: the site, its front page, a topic, a person, a standing page."""

from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import Field, ValidationError, field_validator

from briefings.content import fields
from briefings.content.names import ImageName, PersonKind
from briefings.content.refusals import ContentRefused
from briefings.content.value import Value
from briefings.messages import Message

MOST_PLACES = 6
"""On the front page of a language. A record may name more: what readers do not have yet takes the place of nothing."""
MOST_IN_ALL = 60
"""On those of all languages, which one record holds."""


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
    """The site's identity. Each accent is for one colour scheme; None keeps the look's own accent there.

    `error_address` is where readers write about errors. Records from before there was one have none.
    """

    name: fields.Line = Field(min_length=1)
    tagline: fields.Line = ""
    footer: fields.Line = ""
    logo: ImageName | None = None
    accent_light: fields.Colour | None = None
    accent_dark: fields.Colour | None = None
    error_address: fields.MailAddress = ""


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


class FrontPlace(Value):
    """A briefing on the front page, for good or `until` a moment."""

    briefing: fields.Id
    until: fields.Moment | None = None


class FrontRecord(_Record):
    """What editors put first on the front page, first things first. The newest fill up. Where each language has a front
    page, a place is on that of its briefing.
    """

    places: tuple[FrontPlace, ...] = Field((), max_length=MOST_IN_ALL)

    @field_validator("places")
    @classmethod
    def _each_once(cls, places: tuple[FrontPlace, ...]) -> tuple[FrontPlace, ...]:
        if len({place.briefing for place in places}) < len(places):
            raise ValueError(Message("A briefing has one place on the front page."))
        return places

    def standing(self, at: datetime) -> tuple[UUID, ...]:
        """The briefings that have a place at that moment."""
        return tuple(UUID(place.briefing) for place in self.places if place.until is None or at < _moment(place.until))

    @property
    def ends(self) -> tuple[datetime, ...]:
        """The moments at which places end by themselves."""
        return tuple(_moment(place.until) for place in self.places if place.until)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


RecordContent = FrontRecord | SiteRecord | TopicRecord | PersonRecord | PageRecord
BY_KIND: dict[str, type[RecordContent]] = {
    "site": SiteRecord,
    "front": FrontRecord,
    "topic": TopicRecord,
    "person": PersonRecord,
    "page": PageRecord,
}
"""The types of record, by the kind of their subject."""


def record_from(kind: str, text: str) -> RecordContent:
    """The record of that kind in canonical JSON."""
    return BY_KIND[kind].model_validate_json(text)
