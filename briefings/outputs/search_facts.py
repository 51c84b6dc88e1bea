"""What the page of the search shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from briefings.outputs.facts import Link, TopicFacts
from briefings.search_words import Passage, Run

PATH = "/search/"


@dataclass(frozen=True, kw_only=True)
class PlacedPassage:
    """A passage and the `path` of its place."""

    passage: Passage
    path: str


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A briefing that was found. Where no passage holds what was found, as of a topic, its `lede` stands for it."""

    headline: tuple[Run, ...]
    path: str
    language: str
    published: datetime
    passages: tuple[PlacedPassage, ...]
    lede: str
    topics: tuple[TopicFacts, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """What may have been meant where nothing was found: another spelling, a topic, a person."""

    spelling: str = ""
    path: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SearchPage:
    """The answer to a query. `count` is that of all hits, of which `is_cut` says that there may be more."""

    hits: tuple[Hit, ...] = ()
    count: int = 0
    is_cut: bool = False
    suggestion: Suggestion | None = None
    newer: str = ""
    older: str = ""


def path(asked: Mapping[str, str], **differences: str) -> str:
    """The address of the search with these parameters, without those that are empty."""
    values = {name: value for name, value in {**asked, **differences}.items() if value}
    return f"{PATH}?{urlencode(values)}" if values else PATH
