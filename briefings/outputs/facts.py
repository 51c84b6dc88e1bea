"""What the doors hand to templates and feeds: plain frozen facts, nothing that could reach a database.

Every moment is an aware datetime in the newsroom's zone: it is shown as it comes. A `path` begins with a slash, a
`url` is absolute. Tuples of editions run oldest first and hold only those that have gone live.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from briefings.content import BriefingContent, Correction
from briefings.outputs.pictures import Picture

Kind = Literal["first", "imported", "minor", "major", "correction", "withdrawn", "removed", "merged"]
Gone = Literal["", "withdrawn", "removed", "merged"]


@dataclass(frozen=True, kw_only=True)
class Link:
    """A name and where it leads."""

    name: str
    path: str


@dataclass(frozen=True, kw_only=True)
class Paths:
    """Where the people and topics of a briefing have a page today, by their ids; whoever has none is not in it."""

    people: Mapping[str, str] = field(default_factory=dict)
    authors: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Site:
    """The site as readers know it; `url` has no slash at its end.

    `style` is CSS with the newsroom's own accents, `pages` what stands in the footer.
    """

    name: str
    url: str
    language: str = "en"
    tagline: str = ""
    footer: str = ""
    logo: Picture | None = None
    style: str = ""
    pages: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TopicFacts:
    """A topic by its public name."""

    name: str
    path: str


@dataclass(frozen=True, kw_only=True)
class EditionFacts:
    """One edition: its public number, when it went live, what it told readers.

    `readable` False: nobody may read it at its address, so no link leads there (`erased_on` says so, if that is why).
    """

    number: int
    live_from: datetime
    kind: Kind
    headline: str
    note: str = ""
    correction: Correction | None = None
    erased_on: date | None = None
    readable: bool = True


def notices(editions: Iterable[EditionFacts]) -> tuple[EditionFacts, ...]:
    """What readers have to be told of a briefing's past, newest first: every correction, and the newest major note.

    One rule for the page and the feeds: a correction never vanishes under a later edition.
    """
    told: list[EditionFacts] = []
    major_told = False
    for edition in sorted(editions, key=lambda edition: edition.number, reverse=True):
        if edition.correction or (edition.kind == "correction" and edition.note):
            told.append(edition)
        elif edition.kind == "major" and edition.note and not major_told:
            told.append(edition)
            major_told = True
    return tuple(told)


@dataclass(frozen=True, kw_only=True)
class BriefingFacts:
    """One edition of a briefing with what stands around it.

    `url` is the canonical address and `live_path` the briefing's own path, also where this is an edition as published
    (`as_published`; `path` is then /…/v/N/). Of one that is `gone`, `notice` is what readers
    are told (may be empty).
    """

    content: BriefingContent
    url: str
    path: str
    live_path: str
    number: int
    first_published: datetime
    updated: datetime
    editions: tuple[EditionFacts, ...]
    as_published: bool = False
    gone: Gone = ""
    notice: str = ""

    @property
    def is_updated(self) -> bool:
        return self.updated != self.first_published

    @property
    def history_path(self) -> str:
        return f"{self.live_path}history/"

    @property
    def notices(self) -> tuple[EditionFacts, ...]:
        return notices(self.editions)

    @property
    def is_newest(self) -> bool:
        return not any(edition.number > self.number for edition in self.editions)

    @property
    def this_edition(self) -> EditionFacts | None:
        """The facts of the edition shown; None where they were not handed over."""
        return next((edition for edition in self.editions if edition.number == self.number), None)

    @property
    def live_from(self) -> datetime:
        """Since when the edition shown is live."""
        return self.this_edition.live_from if self.this_edition else self.updated


@dataclass(frozen=True, kw_only=True)
class ListEntry:
    """A briefing in a list, with the kind of its live edition and what that tells readers."""

    headline: str
    path: str
    lede: str
    published: datetime
    updated: datetime
    topics: tuple[TopicFacts, ...] = ()
    kind: Kind = "first"
    note: str = ""
    correction: Correction | None = None
    language: str = "en"
    picture: Picture | None = None

    @property
    def told(self) -> str:
        """The correction or the note of a major change, in plain text."""
        return self.correction.is_right if self.correction else self.note

    @property
    def is_updated(self) -> bool:
        return self.updated != self.published


@dataclass(frozen=True, kw_only=True)
class QuotationEntry:
    """A quotation on its speaker's page: the role held then, the briefing it stands in, and its place there."""

    words: str
    role: str
    said_on: date | None
    headline: str
    path: str
    published: datetime
    language: str = "en"


@dataclass(frozen=True, kw_only=True)
class CorrectionEntry:
    """What a briefing had to put right, or that it is gone; `id` is `urn:uuid:…`, `path` leads to the place.

    Of what can be read no more the headline and the words are empty; of what was removed by law the `path` is.
    """

    id: str
    kind: Kind
    headline: str
    path: str
    moment: datetime
    correction: Correction | None = None
    note: str = ""
    language: str = "en"


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    """A briefing in a feed. `id` is `urn:uuid:…` of the briefing, `updated` the reader-facing moment.

    Of one that is `gone` the entry holds the `notice` (may be empty) and no word of the content but its headline, if
    that remains. `shown_on` is the day for which pictures are judged.
    """

    id: str
    url: str
    headline: str
    published: datetime
    updated: datetime
    content: BriefingContent
    editions: tuple[EditionFacts, ...] = ()
    gone: Gone = ""
    notice: str = ""
    shown_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class SitemapEntry:
    """An address for search engines, with the moment its text changed last, if known."""

    url: str
    updated: datetime | None = None
