"""RSS 2.0 and Atom with the full text. The ids outlive the addresses; `updated` is the reader-facing time.

Deterministic: the same entries give the same bytes, and no clock is read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from typing import Any

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed, rfc3339_date
from django.utils.html import format_html
from django.utils.translation import gettext, override
from django.utils.xmlutils import SimplerXMLGenerator

from briefings.outputs import wording
from briefings.outputs.facts import CorrectionEntry, FeedArchive, FeedEntry, Site
from briefings.outputs.fulltext import correction_text, full_text, gone_notice

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class WrittenEntry:
    """An entry as XML, in one format, with its `updated`."""

    xml: str
    updated: datetime


Entry = FeedEntry | CorrectionEntry | WrittenEntry


def rss(
    site: Site,
    entries: Iterable[Entry],
    *,
    feed_url: str,
    page_url: str = "",
    name: str = "",
    updated: datetime | None = None,
    archive: FeedArchive | None = None,
) -> bytes:
    """RSS 2.0 as UTF-8. `feed_url` and `page_url` (the page it belongs to; the site's home) are absolute.

    `name` is the topic of a narrower feed ("Ukraine"). `updated` is the feed's own moment, used where no entry has a
    newer one: the feed may be empty, or may have lost an entry. `archive` says where the older entries are.
    """
    return _written(
        _Rss, site, entries, feed_url=feed_url, page_url=page_url, name=name, updated=updated, archive=archive
    )


def atom(
    site: Site,
    entries: Iterable[Entry],
    *,
    feed_url: str,
    page_url: str = "",
    name: str = "",
    updated: datetime | None = None,
    archive: FeedArchive | None = None,
) -> bytes:
    """Atom 1.0 as UTF-8; arguments as for `rss`. The feed's own id is its address, in its archive too."""
    return _written(
        _Atom, site, entries, feed_url=feed_url, page_url=page_url, name=name, updated=updated, archive=archive
    )


def rss_entry(entry: FeedEntry) -> WrittenEntry:
    """The entry as it stands in every RSS feed that holds it."""
    return _entry_xml(_Rss, entry)


def atom_entry(entry: FeedEntry) -> WrittenEntry:
    """The entry as it stands in every Atom feed that holds it."""
    return _entry_xml(_Atom, entry)


class _OurFeed(SyndicationFeed):
    """A feed with the full text beside the summary, dated by its newest entry or by `updated`, whichever is later."""

    element: str
    """What an entry is called."""

    def latest_post_date(self) -> datetime:
        moments = [item["updateddate"] for item in self.items]
        return max([*moments, self.feed["updated"] or _NEVER])

    def archive_attributes(self) -> dict[str, str]:
        return {"xmlns:fh": "http://purl.org/syndication/history/1.0"} if self.feed["archive"].is_archived else {}

    def add_archive_elements(self, handler: SimplerXMLGenerator, *, link: str) -> None:
        """RFC 5005, section 4: links to the documents beside this one, and that it is no feed to subscribe to."""
        archive = self.feed["archive"]
        for rel, url in (("current", archive.current), ("prev-archive", archive.previous)):
            if url:
                handler.addQuickElement(link, "", {"rel": rel, "href": url})
        if archive.is_archived:
            handler.addQuickElement("fh:archive")

    def write_items(self, handler: SimplerXMLGenerator) -> None:
        for item in self.items:
            if "xml" in item:
                handler.ignorableWhitespace(item["xml"])  # the one way of the handler to write XML as it is
            else:
                self.write_item(handler, item)

    def write_item(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        handler.startElement(self.element, self.item_attributes(item))
        self.add_item_elements(handler, item)
        handler.endElement(self.element)


class _Rss(_OurFeed, Rss201rev2Feed):
    element = "item"

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            **self.archive_attributes(),
        }

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        self.add_archive_elements(handler, link="atom:link")

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.addQuickElement("dc:creator", author)
        handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        handler.addQuickElement("content:encoded", item["full_text"])


class _Atom(_OurFeed, Atom1Feed):
    element = "entry"

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), **self.archive_attributes()}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        self.add_archive_elements(handler, link="link")

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        handler.addQuickElement("title", item["title"])
        handler.addQuickElement("link", "", {"href": item["link"], "rel": "alternate", "type": "text/html"})
        handler.addQuickElement("id", item["unique_id"])
        handler.addQuickElement("published", rfc3339_date(item["pubdate"]))
        handler.addQuickElement("updated", rfc3339_date(item["updateddate"]))
        for author in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", author)
            handler.endElement("author")
        for category in item["categories"]:
            handler.addQuickElement("category", "", {"term": category})
        handler.addQuickElement("summary", item["description"], {"type": "text"})
        handler.addQuickElement("content", item["full_text"], {"type": "html"})


def _written(
    form: type[_OurFeed],
    site: Site,
    entries: Iterable[Entry],
    *,
    feed_url: str,
    page_url: str,
    name: str,
    updated: datetime | None,
    archive: FeedArchive | None,
) -> bytes:
    feed = form(
        title=f"{name} · {site.name}" if name else site.name,
        link=page_url or f"{site.url}/",
        description=site.tagline or gettext("Briefings by %(site)s") % {"site": site.name},
        subtitle=site.tagline or None,
        language=site.language,
        author_name=site.name,
        feed_url=feed_url,
        feed_guid=archive.current or feed_url if archive else feed_url,
        updated=updated,
        archive=archive or FeedArchive(),
    )
    for entry in entries:
        if isinstance(entry, WrittenEntry):
            feed.items.append({"xml": entry.xml, "updateddate": entry.updated})
        elif isinstance(entry, FeedEntry):
            with override(wording.furniture_language(entry.content.language)):
                _add(feed, entry)
        else:
            with override(wording.furniture_language(entry.language)):
                _add_correction(feed, entry, site)
    return feed.writeString("utf-8").encode()


def _entry_xml(form: type[_OurFeed], entry: FeedEntry) -> WrittenEntry:
    feed = form(title="", link="", description="")
    text = StringIO()
    with override(wording.furniture_language(entry.content.language)):
        _add(feed, entry)
        feed.write_item(SimplerXMLGenerator(text, "utf-8", short_empty_elements=True), feed.items[0])
    return WrittenEntry(text.getvalue(), entry.updated)


def _add(feed: _OurFeed, entry: FeedEntry) -> None:
    gone = entry.gone
    feed.add_item(
        title=wording.gone_headline(gone, entry.headline) if gone else entry.headline,
        link=entry.url,
        description=gone_notice(entry) if gone else entry.content.lede,
        pubdate=entry.published,
        updateddate=entry.updated,
        unique_id=entry.id,
        unique_id_is_permalink=False,
        categories=() if gone else [topic.name for topic in entry.content.topics],
        authors=() if gone else [author.name for author in entry.content.authors],
        language=entry.content.language,
        full_text=full_text(entry),
    )


def _add_correction(feed: _OurFeed, entry: CorrectionEntry, site: Site) -> None:
    words = correction_text(entry)
    label = wording.label(entry)
    feed.add_item(
        title=f"{label}: {entry.headline}" if entry.headline else label,
        link=f"{site.url}{entry.path}" if entry.path else feed.feed["link"],
        description=words,
        pubdate=entry.moment,
        updateddate=entry.moment,
        unique_id=entry.id,
        unique_id_is_permalink=False,
        categories=(),
        authors=(),
        language=entry.language,
        full_text=format_html(
            '<div lang="{}" dir="{}"><p>{}</p></div>', entry.language, wording.direction(entry.language), words
        ),
    )
