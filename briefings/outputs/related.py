"""What stands beside a briefing for whoever wants more."""

from dataclasses import dataclass
from datetime import date

from briefings.outputs.languages import own_name


@dataclass(frozen=True, kw_only=True)
class RelatedBriefing:
    headline: str
    path: str
    language: str
    published: date | None = None

    @property
    def language_name(self) -> str:
        return own_name(self.language)


@dataclass(frozen=True, kw_only=True)
class Related:
    """The briefing `before` this one in its story, the `newer` one that follows it (with its day), the newest others on
    its first topic, the `original` that this one translates, and the same briefing in other languages, `elsewhere`.
    """

    before: RelatedBriefing | None = None
    newer: RelatedBriefing | None = None
    on_topic: tuple[RelatedBriefing, ...] = ()
    original: RelatedBriefing | None = None
    elsewhere: tuple[RelatedBriefing, ...] = ()

    @property
    def is_in_a_story(self) -> bool:
        return bool(self.before or self.newer)

    @property
    def in_other_languages(self) -> tuple[RelatedBriefing, ...]:
        return (*([self.original] if self.original else []), *self.elsewhere)
