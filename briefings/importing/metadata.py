"""What a draft says about itself, apart from its text."""

from dataclasses import dataclass

from briefings.importing.lines import Line


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """The front matter of a draft, as far as a briefing has a place for it; empty where it says nothing.

    The words may be such as content refuses: whoever takes them checks them.
    """

    headline: str = ""
    slug: str = ""
    date: str = ""
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    description: str = ""
    is_draft: bool = False


NO_METADATA = Metadata()

TOPICS = frozenset({"tags", "tag", "categories", "category", "keywords", "topics", "topic"})
AUTHORS = frozenset({"author", "authors", "byline"})
DESCRIPTION = frozenset({"description", "summary", "excerpt", "abstract", "lede", "standfirst"})
_TAKEN = TOPICS | AUTHORS | {"slug", "draft", "subject", "from"}


def is_taken(line: Line) -> bool:
    """Whether a line of front matter, or of a mail’s head, needs no other place: topics, authors, address, sender."""
    return line.aside == "front matter" and _key(line) in _TAKEN


def describes(line: Line) -> bool:
    """Whether a line of front matter says in a sentence what the draft is about."""
    return line.aside == "front matter" and _key(line) in DESCRIPTION


def has_own_line(key: str) -> bool:
    """Whether the words behind a key of front matter are a line without the key."""
    return key.lower() in _TAKEN | DESCRIPTION


def _key(line: Line) -> str:
    return line.marker.partition(":")[0].lower()
