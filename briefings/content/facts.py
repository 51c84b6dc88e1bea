"""The facts of a briefing: what it says once, beside its parts.

What reads, writes, shows, compares, merges, carries over or erases facts goes by this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Fact:
    """One fact; `name` is its field of `BriefingContent`.

    `label` names it in a form or a comparison, `subject` begins a sentence about it. A plain fact is one text: the
    draft's column and the form's field have its name; where these are empty, content holds `empty`. `is_wording` says
    that readers read it word for word, so that an erasure asks where it still stands. `updated_by` says whose value the
    next draft of a known briefing gives: that draft's, where it has one, or always the desk's.
    """

    name: str
    label: str
    subject: str
    is_plain: bool = False
    is_wording: bool = False
    empty: str | None = ""
    updated_by: Literal["draft", "desk"] = "draft"


FACTS_BEFORE = (
    Fact("headline", "Headline", "The headline", is_plain=True, is_wording=True),
    Fact("slug", "Address", "The address", is_plain=True, empty=None, updated_by="desk"),
    Fact("lede", "Lede", "The lede", is_plain=True, is_wording=True),
    Fact("dateline", "Dateline", "The dateline", is_plain=True, is_wording=True),
    Fact("language", "Language", "The language", is_plain=True, updated_by="desk"),
)
FACTS_AFTER = (
    Fact("topics", "Topics", "The list of topics"),
    Fact("authors", "Authors", "The byline"),
    Fact("sources", "Sources", "The list of sources"),
    Fact("follows", "Follows", "The briefing that this one follows", updated_by="desk"),
)
"""The facts that stand before the blocks and the questions of a page, and after them."""

FACTS = {fact.name: fact for fact in (*FACTS_BEFORE, *FACTS_AFTER)}
PLAIN_FACTS = tuple(fact for fact in FACTS.values() if fact.is_plain)


def from_columns(values: Mapping[str, Any]) -> dict[str, str | None]:
    """The plain facts as content holds them, from a draft's columns or a form's fields (which may be empty)."""
    return {fact.name: values[fact.name] or fact.empty for fact in PLAIN_FACTS}


def to_columns(content: Any) -> dict[str, str]:
    """The plain facts of `content` (a BriefingContent) as a draft's columns and a form's fields hold them."""
    return {fact.name: getattr(content, fact.name) or "" for fact in PLAIN_FACTS}


def fact_passages(content: Any) -> set[str]:
    """What the facts of `content` say word for word."""
    return {getattr(content, fact.name) for fact in FACTS.values() if fact.is_wording} - {""}
