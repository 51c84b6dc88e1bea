"""What a draft says about itself, apart from its text."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """The front matter of a draft, as far as a briefing has a place for it; empty where it says nothing.

    The words may be no content: whoever takes them checks them.
    """

    headline: str = ""
    slug: str = ""
    date: str = ""
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    description: str = ""
    is_draft: bool = False


NO_METADATA = Metadata()
