"""Sitemaps of what is live, and the index of them, after sitemaps.org; and that of the news, after Google's rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from django.utils.encoding import iri_to_uri
from django.utils.feedgenerator import rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from briefings.outputs.facts import Site

_SITEMAPS = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
_NEWS = {"xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9"}


@dataclass(frozen=True, kw_only=True)
class SitemapEntry:
    """An address for search engines, with the moment at which its text last changed, if known."""

    url: str
    updated: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class NewsEntry:
    """A briefing for the search engines' news, by its first publication."""

    url: str
    headline: str
    published: datetime
    language: str


def xml(entries: Iterable[SitemapEntry]) -> bytes:
    """The sitemap as UTF-8. A sitemap may hold 50,000 entries; the caller sees to that."""
    return _written("urlset", "url", entries)


def index(files: Iterable[SitemapEntry]) -> bytes:
    """The index of the sitemaps, as UTF-8: each file with the moment at which it last changed, if known."""
    return _written("sitemapindex", "sitemap", files)


def news(site: Site, entries: Iterable[NewsEntry]) -> bytes:
    """The sitemap of the news, as UTF-8. The caller sees to it that they are news, and 1,000 at most."""
    out = StringIO()
    handler = SimplerXMLGenerator(out, "utf-8", short_empty_elements=True)
    handler.startDocument()
    handler.startElement("urlset", _SITEMAPS | _NEWS)
    for entry in entries:
        handler.startElement("url", {})
        handler.addQuickElement("loc", iri_to_uri(entry.url))
        handler.startElement("news:news", {})
        handler.startElement("news:publication", {})
        handler.addQuickElement("news:name", site.name)
        handler.addQuickElement("news:language", news_language(entry.language))
        handler.endElement("news:publication")
        handler.addQuickElement("news:publication_date", rfc3339_date(entry.published))
        handler.addQuickElement("news:title", entry.headline)
        handler.endElement("news:news")
        handler.endElement("url")
    handler.endElement("urlset")
    return out.getvalue().encode()


def news_language(language: str) -> str:
    """The language alone, without script and territory; of Chinese alone the news want to know which script."""
    primary, *rest = language.lower().split("-")
    if primary == "zh":
        return "zh-tw" if {"tw", "hk", "mo", "hant"} & set(rest) else "zh-cn"
    return primary


def _written(root: str, element: str, entries: Iterable[SitemapEntry]) -> bytes:
    out = StringIO()
    handler = SimplerXMLGenerator(out, "utf-8", short_empty_elements=True)
    handler.startDocument()
    handler.startElement(root, _SITEMAPS)
    for entry in entries:
        handler.startElement(element, {})
        handler.addQuickElement("loc", iri_to_uri(entry.url))
        if entry.updated:
            handler.addQuickElement("lastmod", rfc3339_date(entry.updated))
        handler.endElement(element)
    handler.endElement(root)
    return out.getvalue().encode()
