"""What stands on a share card, and the name of that card."""

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256

from briefings.cards import fonts

SIZE = (1200, 630)
DESIGN = 1
"""The number of the way in which cards are drawn. One that would draw the same words otherwise gets the next."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """The words of a card and what they look like. `direction` (“rtl”, “ltr”) is that of the headline and of the whole,
    `accent` is #rrggbb; `topic` may be "".
    """

    headline: str
    topic: str
    date: str
    site: str
    accent: str
    language: str
    direction: str

    @property
    def words(self) -> str:
        """All of it, for those who do not see it."""
        return " · ".join(words for words in (self.headline, self.topic, self.date, self.site) if words)

    @property
    def can_be_drawn(self) -> bool:
        """Whether the fonts have every character of it, and this machine can set every script."""
        return fonts.can_set(self.words)

    @cached_property
    def digest(self) -> str:
        """16 hex digits, others for whatever is drawn otherwise."""
        drawn = {"design": DESIGN, "fonts": fonts.version(), **asdict(self)}
        return sha256(json.dumps(drawn, sort_keys=True).encode()).hexdigest()[:16]
