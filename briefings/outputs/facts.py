"""What the doors hand to templates and feeds: plain frozen facts, nothing that could reach a database.

Every moment is an aware datetime in the newsroom's zone: it is shown as it comes. A `path` begins with a slash, a
`url` is absolute. Tuples of editions run oldest first and hold only those that have gone live.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from briefings.content import BriefingContent, Correction

Kind = Literal["first", "minor", "major", "correction", "withdrawn"]


@dataclass(frozen=True, kw_only=True)
class Site:
    """The site as readers know it; `url` has no slash at its end."""

    name: str
    url: str
    language: str = "en"
    tagline: str = ""


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
    (`as_published`; `path` is then /…/v/N/). `withdrawn_note` is None unless the briefing is withdrawn.
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
    withdrawn_note: str | None = None

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
    """A briefing in a list. `note` is the correction or major note that readers should see there, in plain text."""

    headline: str
    path: str
    lede: str
    published: datetime
    updated: datetime
    topics: tuple[TopicFacts, ...] = ()
    note: str = ""
    language: str = "en"

    @property
    def is_updated(self) -> bool:
        return self.updated != self.published


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    """A briefing in a feed. `id` is `urn:uuid:…` of the briefing, `updated` the reader-facing moment.

    With a `withdrawn_note` (may be empty) the entry holds the notice and no word of the content but its headline.
    """

    id: str
    url: str
    headline: str
    published: datetime
    updated: datetime
    content: BriefingContent
    editions: tuple[EditionFacts, ...] = ()
    withdrawn_note: str | None = None

    @property
    def withdrawn(self) -> bool:
        return self.withdrawn_note is not None


@dataclass(frozen=True, kw_only=True)
class SitemapEntry:
    """An address for search engines, with the moment its text changed last, if known."""

    url: str
    updated: datetime | None = None
