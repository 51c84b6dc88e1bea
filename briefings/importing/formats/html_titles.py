"""The title of a page: it is the headline where the text has none. The name of the site never is."""

import re
from collections.abc import Iterator, Mapping

from briefings.importing.findings import named
from briefings.importing.formats.entries import Entry
from briefings.importing.formats.sheet import PLAIN, Sheet
from briefings.messages import Message

_BETWEEN_PARTS = re.compile(r"\s+[|–—·•»-]\s+")
_SITE = {"og:site_name", "application-name"}
_HEADLINE = {"og:title", "twitter:title"}
_TOP = 20


class Titles:
    """`title`: what the page calls itself in its head."""

    def __init__(self) -> None:
        self.title = ""
        self._sites: set[str] = set()
        self._headlines: list[str] = []

    def see(self, attributes: Mapping[str, str]) -> None:
        """What a `meta` element says."""
        kind = (attributes.get("property") or attributes.get("name") or "").lower()
        if kind in _SITE:
            self._sites.add(_folded(attributes.get("content", "")))
        elif kind in _HEADLINE:
            self._headlines.append(attributes.get("content", ""))

    def place(self, sheet: Sheet) -> None:
        """Marks the headline, or writes it above the text, and sets the name of the site aside."""
        title = " ".join(self.title.split())
        parts = [part for part in _BETWEEN_PARTS.split(title) if part]
        headings = {_folded(_shown(entry)): entry for entry in reversed(list(_headings(sheet.entries)))}
        candidates = (_folded(part) for part in (*self._headlines, title, *parts))
        headline = next((part for part in candidates if part in headings and part not in self._sites), None)
        sites = self._sites | (
            {_folded(part) for part in parts} - {headline} if headline in map(_folded, parts) else set()
        )
        for entry in sheet.entries[:_TOP]:
            if _folded(_shown(entry)) in sites and not entry.aside:
                entry.aside, entry.style, entry.level = "header", "text", 0
        if any(map(is_headline, _headings(sheet.entries))):
            if title and all(title != entry.text for entry in sheet.entries):
                sheet.tell(
                    "page-title",
                    Message("Left out the title of the page, %(title)s, since it has a headline.", title=named(title)),
                )
        elif headline:
            headings[headline].style = "title"
        elif title:
            while len(parts) > 1 and _folded(parts[-1]) in self._sites:
                title = title[: title.rfind(parts.pop())].rstrip(" |–—·•»-")
            sheet.entries.insert(0, Entry([(title, PLAIN)], "title"))


def is_headline(entry: Entry) -> bool:
    return entry.style == "title" or (entry.style, entry.level) == ("heading", 1)


def _headings(entries: list[Entry]) -> Iterator[Entry]:
    """All entries that are shown as headings."""
    return (entry for entry in entries if entry.style in {"title", "heading"} and not entry.aside and _shown(entry))


def _shown(entry: Entry) -> str:
    return " ".join("".join(text for text, look in entry.pieces if not look.left_out).split())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
