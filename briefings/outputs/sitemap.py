"""Sitemaps of what is live, and the index of them, after sitemaps.org."""

from collections.abc import Iterable
from io import StringIO

from django.utils.encoding import iri_to_uri
from django.utils.feedgenerator import rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from briefings.outputs.facts import SitemapEntry


def xml(entries: Iterable[SitemapEntry]) -> bytes:
    """The sitemap as UTF-8. A sitemap may hold 50,000 entries; the caller sees to that."""
    return _written("urlset", "url", entries)


def index(files: Iterable[SitemapEntry]) -> bytes:
    """The index of the sitemaps, as UTF-8: each file with the moment at which it last changed, if known."""
    return _written("sitemapindex", "sitemap", files)


def _written(root: str, element: str, entries: Iterable[SitemapEntry]) -> bytes:
    out = StringIO()
    handler = SimplerXMLGenerator(out, "utf-8", short_empty_elements=True)
    handler.startDocument()
    handler.startElement(root, {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for entry in entries:
        handler.startElement(element, {})
        handler.addQuickElement("loc", iri_to_uri(entry.url))
        if entry.updated:
            handler.addQuickElement("lastmod", rfc3339_date(entry.updated))
        handler.endElement(element)
    handler.endElement(root)
    return out.getvalue().encode()
