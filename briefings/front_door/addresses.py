"""Which addresses have answers that are kept: those of public patterns by name, with the query keys that they know."""

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from django.urls import Resolver404, resolve

NO_KEYS: frozenset[str] = frozenset()
PLACE = frozenset({"before", "after"})
LETTER = frozenset({"letter", "from"})

KEPT: dict[str, frozenset[str]] = {
    "home": PLACE,
    "language-home": PLACE,
    "language-feed": NO_KEYS,
    "briefing": NO_KEYS,
    "editions": NO_KEYS,
    "edition": NO_KEYS,
    "changes": NO_KEYS,
    "story": NO_KEYS,
    "topics": LETTER,
    "topic": PLACE,
    "topic-feed": NO_KEYS,
    "quotes": PLACE | {"person", "topic", "month"},
    "people": LETTER,
    "person": PLACE,
    "person-feed": NO_KEYS,
    "author": PLACE,
    "author-feed": NO_KEYS,
    "standing-page": NO_KEYS,
    "corrections": PLACE,
    "corrections-feed": NO_KEYS,
    "questions": PLACE,
    "open-questions": PLACE,
    "questions-feed": NO_KEYS,
    "archive": NO_KEYS,
    "archive-month": PLACE,
    "feeds": NO_KEYS,
    "site-feed": NO_KEYS,
    "archived-feed": frozenset({"before"}),
    "sitemap": NO_KEYS,
    "sitemap-pages": NO_KEYS,
    "sitemap-month": NO_KEYS,
    "robots": NO_KEYS,
    "open-search": NO_KEYS,
}
"""By the name of the URL pattern, the query keys on which its answer depends."""

OF_ONE_PERSON = frozenset({"draft-link", "draft-link-picture"})
"""A draft that is shown to somebody: nobody keeps it."""
NOT_KEPT = frozenset({"media", "card", "news-sitemap", "search", "healthz", "readyz"}) | OF_ONE_PERSON
"""Public patterns that Django answers each time: pictures and cards come from files, and a card is larger than many
pages; news grow old, searches have no end, and health is of this moment.
"""

# Every character that a public address can hold: no pattern that is kept matches another.
PLAIN = re.compile(r"/[A-Za-z0-9/_.-]{0,299}")
LONGEST_QUERY = 200


class Address(NamedTuple):
    """An address in the one spelling under which its answer is kept."""

    path: str
    query: str

    @property
    def key(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path


def find(path: str, query: str) -> Address | None:
    """The address that `path` (percent-decoded) and `query` (as sent) spell; None where its answer is not kept.

    An address without its last slash is kept too: it leads to the one with it.
    """
    if not PLAIN.fullmatch(path) or len(query) > LONGEST_QUERY or not query.isascii():
        return None
    name = _pattern(path) or (_pattern(f"{path}/") if not query and not path.endswith("/") else None)
    normalised = _normalised(query, known=KEPT[name]) if name in KEPT else None
    return None if normalised is None else Address(path, normalised)


def _pattern(path: str) -> str | None:
    """The name of the URL pattern that matches, with its namespace before it."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return None


def _normalised(query: str, *, known: frozenset[str]) -> str | None:
    """The same query in its one spelling; None where it says something that the pattern does not know."""
    if not query:
        return ""
    try:
        # As Django reads it.
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=LONGEST_QUERY)
    except ValueError:
        return None
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names) or not known.issuperset(names):
        return None
    return urlencode(sorted(pairs))
