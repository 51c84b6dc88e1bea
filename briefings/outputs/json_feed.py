"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with the full text: the same entries as in RSS and Atom."""

import json
from collections.abc import Iterable
from typing import Any

from django.utils.feedgenerator import rfc3339_date

from briefings.outputs.facts import Site
from briefings.outputs.feed_facts import FeedArchive, FeedEntry
from briefings.outputs.feed_items import WrittenEntry, briefing_item, feed_description, feed_language, feed_title

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(
    site: Site,
    entries: Iterable[FeedEntry | WrittenEntry],
    *,
    feed_url: str,
    page_url: str = "",
    name: str = "",
    archive: FeedArchive | None = None,
) -> bytes:
    """JSON Feed as UTF-8; arguments as for `feeds.rss`. The older entries are what its `next_url` leads to."""
    written = [entry if isinstance(entry, WrittenEntry) else json_entry(entry) for entry in entries]
    head = {
        "version": VERSION,
        "title": feed_title(site, name),
        "home_page_url": page_url or f"{site.url}/",
        "feed_url": feed_url,
        "description": feed_description(site),
        "icon": f"{site.url}{site.icon.src}" if site.icon else "",
        "language": feed_language(site, (entry.language for entry in written)),
        "authors": [{"name": site.name, "url": f"{site.url}/"}],
        "next_url": archive.previous if archive else "",
    }
    items = ",".join(entry.text for entry in written)
    return f'{_text(head)[:-1]},"items":[{items}]}}'.encode()


def json_entry(entry: FeedEntry) -> WrittenEntry:
    """The entry as it stands in every JSON feed that holds it."""
    item = briefing_item(entry)
    values = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "content_html": item.html,
        "summary": item.summary,
        "image": item.picture.file.src if item.picture else "",
        "date_published": rfc3339_date(item.published),
        "date_modified": rfc3339_date(item.updated),
        "authors": [{"name": author} for author in item.authors],
        "tags": item.topics,
        "language": item.language,
    }
    return WrittenEntry(_text(values), entry.updated, item.language)


def _text(values: dict[str, Any]) -> str:
    """What says nothing is left out."""
    said = {name: value for name, value in values.items() if value}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
