"""What a feed is written from: its entries, and the documents beside it."""

from dataclasses import dataclass
from datetime import date, datetime

from briefings.content import BriefingContent
from briefings.outputs.edition_facts import EditionFacts
from briefings.outputs.facts import Gone


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    """A briefing in a feed. `id` is `urn:uuid:…` of the briefing, `updated` the reader-facing moment.

    Where the briefing is `gone` the entry shows the `notice` (may be empty) and of the content at most the headline.
    `shown_on` is the day on which its pictures must still be usable.
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
class FeedArchive:
    """The urls of the documents beside one of a feed: the one before it in the archive ("" where there is none), and,
    where it is of the archive itself, the feed's `current` one.
    """

    previous: str = ""
    current: str = ""

    @property
    def is_archived(self) -> bool:
        return bool(self.current)
