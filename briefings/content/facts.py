"""The facts of a briefing, which it has once, beside its parts: headline, lede, topics and so on.

This table is for all that reads, writes, shows, compares, merges, carries over or erases facts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from briefings.messages import Message


@dataclass(frozen=True)
class Fact:
    """One fact; `name` is its field of `BriefingContent`.

    `label` names it in a form or a comparison, `subject` begins a sentence about it. A plain fact is one text: the
    draft's column and the form's field have its name, and where these are empty content holds `empty`. `is_wording`
    marks words for readers, which an erasure looks for elsewhere. `updated_by` is the side whose value an update from a
    pasted draft takes: the draft's, where it has one, or always the desk's.
    """

    name: str
    label: str
    subject: str
    is_plain: bool = False
    is_wording: bool = False
    empty: str | None = ""
    updated_by: Literal["draft", "desk"] = "draft"


FACTS_BEFORE = (
    Fact("headline", Message("Headline"), Message("The headline"), is_plain=True, is_wording=True),
    Fact("slug", Message("Address"), Message("The address"), is_plain=True, empty=None, updated_by="desk"),
    Fact("lede", Message("Lede"), Message("The lede"), is_plain=True, is_wording=True),
    Fact("dateline", Message("Dateline"), Message("The dateline"), is_plain=True, is_wording=True),
    Fact("language", Message("Language"), Message("The language"), is_plain=True, updated_by="desk"),
)
FACTS_AFTER = (
    Fact("topics", Message("Topics"), Message("The list of topics")),
    Fact("authors", Message("Authors"), Message("The byline")),
    Fact("sources", Message("Sources"), Message("The list of sources")),
    Fact("follows", Message("Follows"), Message("The briefing that this one follows"), updated_by="desk"),
    Fact(
        "translation_of", Message("Translation of"), Message("The briefing that this one translates"), updated_by="desk"
    ),
)
"""The facts before and after the blocks and the questions, in the order of the page."""

FACTS = {fact.name: fact for fact in (*FACTS_BEFORE, *FACTS_AFTER)}
PLAIN_FACTS = tuple(fact for fact in FACTS.values() if fact.is_plain)


def from_columns(values: Mapping[str, Any]) -> dict[str, str | None]:
    """The plain facts as content holds them, from a draft's columns or a form's fields (which may be empty)."""
    return {fact.name: values[fact.name] or fact.empty for fact in PLAIN_FACTS}


def to_columns(content: Any) -> dict[str, str]:
    """The plain facts of `content` (a BriefingContent) as a draft's columns and a form's fields hold them."""
    return {fact.name: getattr(content, fact.name) or "" for fact in PLAIN_FACTS}


def fact_passages(content: Any) -> set[str]:
    """The words that readers read in the facts of `content`."""
    return {getattr(content, fact.name) for fact in FACTS.values() if fact.is_wording} - {""}
