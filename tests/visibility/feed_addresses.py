"""The names of feeds, and for which of them a walk asks."""

import os

FEEDS = ("rss.xml", "atom.xml")
FEEDS_AND_JSON = (*FEEDS, "feed.json")
# A format writes the entries that every format gets: of feeds of which there are many, a quick walk asks for one alone.
IS_THOROUGH = bool(os.environ.get("THOROUGH"))
OF_MANY = FEEDS if IS_THOROUGH else FEEDS[:1]
OF_MANY_AND_JSON = FEEDS_AND_JSON if IS_THOROUGH else FEEDS[:1]


def feeds_of(*pages: str) -> set[str]:
    """The feeds of these pages, in every format in which a walk asks for them."""
    formats = {"/feeds/": FEEDS_AND_JSON, "/corrections/": FEEDS, "/faq/": FEEDS}
    return {
        f"{page}{name}"
        for page in pages
        for name in formats.get(page, OF_MANY_AND_JSON if _has_json(page) else OF_MANY)
    }


def all_feeds_of(*pages: str) -> set[str]:
    """The feeds of these pages, in every format."""
    return {f"{page}{name}" for page in pages for name in (FEEDS_AND_JSON if _has_json(page) else FEEDS)}


def _has_json(page: str) -> bool:
    return page.startswith(("/feeds/", "/topics/", "/en/", "/zxx/"))
