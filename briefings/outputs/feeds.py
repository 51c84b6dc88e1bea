"""RSS 2.0 and Atom with the full text.

Titles are plain text in both. What RSS calls a description is HTML, as its readers take it; a summary in Atom says that
it is text.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import StringIO
from typing import Any
from xml.sax.saxutils import escape

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from briefings.outputs.facts import Site
from briefings.outputs.feed_facts import FeedArchive, FeedEntry
from briefings.outputs.feed_items import (
    Entry,
    Item,
    ItemPicture,
    WrittenEntry,
    briefing_item,
    feed_description,
    feed_language,
    feed_title,
    item_of,
    language_of,
)
from briefings.outputs.pictures import Rendition

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_LOGO = (144, 400)
"""The most pixels that RSS allows the picture of a feed, in width and height."""


class _OurFeed(SyndicationFeed):
    """A feed with the full text beside the summary, dated by its newest entry or by `updated`, whichever is later."""

    element: str
    """What an entry is called."""

    @staticmethod
    def language_of_several(site: Site) -> str | None:
        """What a feed says of its language whose entries are in several: nothing, for each says its own."""
        return None

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
            if "text" in item:
                handler.ignorableWhitespace(item["text"])  # the one way of the handler to write XML as it is
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
            "xmlns:media": "http://search.yahoo.com/mrss/",
            **self.archive_attributes(),
        }

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if self.feed["logo"]:
            self.add_logo(handler, self.feed["logo"])
        self.add_archive_elements(handler, link="atom:link")

    def add_logo(self, handler: SimplerXMLGenerator, logo: Rendition) -> None:
        """The picture of the feed, at a size within what RSS allows; it has to name the feed's own title and link."""
        scale = min(1, _LOGO[0] / logo.width, _LOGO[1] / logo.height)
        handler.startElement("image", {})
        handler.addQuickElement("url", logo.src)
        handler.addQuickElement("title", self.feed["title"])
        handler.addQuickElement("link", self.feed["link"])
        handler.addQuickElement("width", str(max(1, int(logo.width * scale))))
        handler.addQuickElement("height", str(max(1, int(logo.height * scale))))
        handler.endElement("image")

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item | {"description": escape(item["description"])})
        for author in item["authors"]:
            handler.addQuickElement("dc:creator", author)
        handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        handler.addQuickElement("content:encoded", item["full_text"])
        if item["picture"]:
            self.add_picture(handler, item["picture"])

    def add_picture(self, handler: SimplerXMLGenerator, picture: ItemPicture) -> None:
        """No enclosure: for RSS that is something to fetch, such as an episode, and has to say its length."""
        file = picture.file
        size = {"width": str(file.width), "height": str(file.height)}
        handler.startElement("media:content", {"url": file.src, "type": file.type, "medium": "image", **size})
        for name, words in (("media:description", picture.alt), ("media:credit", picture.credit)):
            if words:
                handler.addQuickElement(name, words)
        handler.endElement("media:content")


class _Atom(_OurFeed, Atom1Feed):
    element = "entry"

    @staticmethod
    def language_of_several(site: Site) -> str | None:
        """Its own title and author are in the site's."""
        return site.language

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), **self.archive_attributes()}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if self.feed["logo"]:
            handler.addQuickElement("logo", self.feed["logo"].src)
        self.add_archive_elements(handler, link="link")

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        handler.addQuickElement("title", item["title"])
        handler.addQuickElement("link", "", {"href": item["link"], "rel": "alternate", "type": "text/html"})
        if item["picture"]:
            file = item["picture"].file
            handler.addQuickElement("link", "", {"href": file.src, "rel": "enclosure", "type": file.type})
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
    page_url: str = "",
    name: str = "",
    updated: datetime | None = None,
    archive: FeedArchive | None = None,
) -> bytes:
    """The feed as UTF-8. `feed_url` and `page_url` (the page it belongs to; the site's home) are absolute.

    `name` is that of a narrower feed ("Ukraine"). `updated` is the feed's own moment, used where no entry has a newer
    one: the feed may be empty, or may have lost an entry. `archive` says where the older entries are. The own id of
    Atom is the feed's address, in its archive too.
    """
    entries = list(entries)
    feed = form(
        title=feed_title(site, name),
        link=page_url or f"{site.url}/",
        description=feed_description(site),
        subtitle=site.tagline or None,
        language=feed_language(site, (language_of(entry) for entry in entries)) or form.language_of_several(site),
        author_name=site.name,
        feed_url=feed_url,
        feed_guid=archive.current or feed_url if archive else feed_url,
        updated=updated,
        archive=archive or FeedArchive(),
        logo=site.icon and replace(site.icon, src=f"{site.url}{site.icon.src}"),
    )
    for entry in entries:
        if isinstance(entry, WrittenEntry):
            feed.items.append({"text": entry.text, "updateddate": entry.updated})
        else:
            _add(feed, item_of(entry, site, page_url=feed.feed["link"]))
    return feed.writeString("utf-8").encode()


def _written_entry(form: type[_OurFeed], entry: FeedEntry) -> WrittenEntry:
    """The entry as it stands in every feed of that format that holds it."""
    feed = form(title="", link="", description="")
    text = StringIO()
    _add(feed, briefing_item(entry))
    feed.write_item(SimplerXMLGenerator(text, "utf-8", short_empty_elements=True), feed.items[0])
    return WrittenEntry(text.getvalue(), entry.updated, entry.content.language)


def _add(feed: _OurFeed, item: Item) -> None:
    feed.add_item(
        title=item.title,
        link=item.url,
        description=item.summary,
        pubdate=item.published,
        updateddate=item.updated,
        unique_id=item.id,
        unique_id_is_permalink=False,
        categories=item.topics,
        authors=item.authors,
        language=item.language,
        full_text=item.html,
        picture=item.picture,
    )


rss, atom = partial(_written, _Rss), partial(_written, _Atom)
rss_entry, atom_entry = partial(_written_entry, _Rss), partial(_written_entry, _Atom)
