"""What pages of people and of topics tell beside their lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefings.outputs.facts import Link, ListEntry


@dataclass(frozen=True, kw_only=True)
class RoleHeld:
    """A role by the words of the quotations that name it, with the days of the first and the last of these."""

    role: str
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class PersonOverview:
    """Of a speaker: roles, the last one first; topics, and whoever is quoted in the same briefings, most often first.
    Where it `is_cut`, there are quotations older than those that it is made of.
    """

    roles: tuple[RoleHeld, ...] = ()
    topics: tuple[Link, ...] = ()
    quoted_with: tuple[Link, ...] = ()
    is_cut: bool = False


@dataclass(frozen=True, kw_only=True)
class OpenQuestion:
    """A question that has no answer yet, and the briefing that it is open in; `path` leads to it."""

    question: str
    path: str
    headline: str
    language: str = "en"


@dataclass(frozen=True, kw_only=True)
class TopicOverview:
    """Of a topic: the newest briefing, open questions, and whoever is quoted most."""

    newest: ListEntry | None = None
    questions: tuple[OpenQuestion, ...] = ()
    people: tuple[Link, ...] = ()

    def others(self, entries: Iterable[ListEntry]) -> tuple[ListEntry, ...]:
        """The rest of the list, below the newest."""
        return tuple(entry for entry in entries if entry != self.newest)
