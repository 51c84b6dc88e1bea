"""The values that views hand to templates and feeds. They are frozen, and none of them can reach the database.

Every moment is an aware datetime in the newsroom's time zone. A `path` begins with a slash, a `url` is absolute.
Tuples of editions run oldest first and hold only those that have gone live.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from briefings.content import BriefingContent, Correction
from briefings.outputs import stylesheet
from briefings.outputs.edition_facts import ENDS, EditionFacts, Kind, notices
from briefings.outputs.notes import Noted
from briefings.outputs.pictures import Picture, Rendition

Gone = Literal["", "withdrawn", "removed", "merged"]


@dataclass(frozen=True, kw_only=True)
class Link:
    """A name and where it leads; the `slug` there, of a topic or a person."""

    name: str
    path: str
    slug: str = ""


@dataclass(frozen=True, kw_only=True)
class Paths:
    """The pages that the people and topics of a briefing have today, by their ids. Those without a page are missing."""

    people: Mapping[str, str] = field(default_factory=dict)
    authors: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Site:
    """The site's identity. `url` has no slash at its end.

    `style` is CSS with the newsroom's own accents, or "". `accent` (#rrggbb) is that of the light scheme, theirs or the
    look's. `pages` are the links in the footer. `icon` is the smallest file of the logo, for feeds. `error_address` is
    the mail address for errors, or "".
    """

    name: str
    url: str
    language: str = "en"
    tagline: str = ""
    footer: str = ""
    logo: Picture | None = None
    icon: Rendition | None = None
    style: str = ""
    accent: str = stylesheet.ACCENT
    error_address: str = ""
    pages: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Masthead:
    """What stands on top of every page: the site, with the front page that its name leads to, and the topics of most of
    its newest briefings.
    """

    site: Site
    topics: tuple[Link, ...] = ()
    home: str = "/"


@dataclass(frozen=True, kw_only=True)
class TopicFacts:
    """A topic by its public name."""

    name: str
    path: str


@dataclass(frozen=True, kw_only=True)
class BriefingFacts:
    """One edition of a briefing, with its dates, its addresses and the list of all editions.

    `url` is the canonical address and `live_path` the briefing's own path. Where `as_published` is true the page shows
    an edition as it was published, and `path` is /…/v/N/. `text_hash` is the SHA-256 by which the log knows its text.
    Where the briefing is `gone`, `notice` is the text shown instead; it may be empty.
    """

    content: BriefingContent
    url: str
    path: str
    live_path: str
    number: int
    first_published: datetime
    updated: datetime
    editions: tuple[EditionFacts, ...]
    text_hash: str = ""
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
        """Those below the text: of an edition as published, what had been changed by then."""
        return notices(one for one in self.editions if not self.as_published or one.number <= self.number)

    @property
    def notices_since(self) -> tuple[EditionFacts, ...]:
        """What readers were told with every later edition, newest first."""
        later = (one for one in reversed(self.editions) if one.number > self.number)
        return tuple(one for one in later if one.correction or one.note)

    @property
    def edition_before(self) -> EditionFacts | None:
        """The nearest one that may be read."""
        return next((one for one in reversed(self.editions) if one.number < self.number and one.readable), None)

    @property
    def edition_after(self) -> EditionFacts | None:
        return next((one for one in self.editions if one.number > self.number and one.readable), None)

    @property
    def newest_change(self) -> EditionFacts | None:
        """The newest of the notices that readers may compare with the edition before it."""
        return next((edition for edition in self.notices if edition.before), None)

    @property
    def closed(self) -> tuple[int, ...]:
        """The numbers of the editions with which readers may not compare this one."""
        return tuple(edition.number for edition in self.editions if not edition.readable or edition.kind in ENDS)

    @property
    def newest(self) -> EditionFacts | None:
        """The last edition, where it may be read and this is an earlier one."""
        last = self.editions[-1] if self.editions else None
        return last if last and last.readable and last.number > self.number else None

    @property
    def is_newest(self) -> bool:
        return not any(edition.number > self.number for edition in self.editions)

    @property
    def this_edition(self) -> EditionFacts | None:
        """The facts of the edition shown; None where `editions` does not hold it."""
        return next((edition for edition in self.editions if edition.number == self.number), None)

    @property
    def live_from(self) -> datetime:
        """The moment from which the edition shown is live."""
        return self.this_edition.live_from if self.this_edition else self.updated


@dataclass(frozen=True, kw_only=True)
class ListEntry:
    """A briefing in a list, with the kind, the note and the correction of its live edition."""

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
    more_follows: bool = False
    picture: Picture | None = None

    @property
    def change_text(self) -> str:
        """The correction or the note of a major change, in plain text."""
        return self.correction.is_right if self.correction else self.note

    @property
    def is_updated(self) -> bool:
        return self.updated != self.published


@dataclass(frozen=True, kw_only=True)
class QuotationEntry:
    """A quotation in a list: the role held then, and the briefing it is from; `path` leads to the words.

    `name` is the speaker's of today, `page` that of theirs, or "" on that page. `translated_from` is a code, `updated`
    the day of the briefing. `citation` is the quotation as it is copied.
    """

    words: str
    role: str
    said_on: date | None
    headline: str
    path: str
    language: str = "en"
    name: str = ""
    page: str = ""
    translated_from: str = ""
    updated: date | None = None
    citation: str = ""


@dataclass(frozen=True, kw_only=True)
class CorrectionEntry(Noted):
    """A correction of a briefing, or its end; `id` is `urn:uuid:…`, `path` leads to the correction on its page.

    The headline and the words are empty where the text can no longer be read, the `path` where it was removed for legal
    reasons.
    """

    id: str
    kind: Kind
    headline: str
    path: str
    moment: datetime
    correction: Correction | None = None
    note: str = ""
    language: str = "en"
