"""What stands beside a briefing for whoever wants more."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class RelatedBriefing:
    headline: str
    path: str
    language: str


@dataclass(frozen=True, kw_only=True)
class Related:
    """The briefing `before` this one in its story, and the newest others on its first topic."""

    before: RelatedBriefing | None = None
    on_topic: tuple[RelatedBriefing, ...] = ()
