"""The sitemap of what is live, after sitemaps.org."""

from collections.abc import Iterable
from io import StringIO

from django.utils.encoding import iri_to_uri
from django.utils.feedgenerator import rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from briefings.outputs.facts import SitemapEntry


def xml(entries: Iterable[SitemapEntry]) -> bytes:
    """The sitemap as UTF-8. A sitemap may hold 50,000 entries; the caller sees to that."""
    out = StringIO()
    handler = SimplerXMLGenerator(out, "utf-8", short_empty_elements=True)
    handler.startDocument()
    handler.startElement("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for entry in entries:
        handler.startElement("url", {})
        handler.addQuickElement("loc", iri_to_uri(entry.url))
        if entry.updated:
            handler.addQuickElement("lastmod", rfc3339_date(entry.updated))
        handler.endElement("url")
    handler.endElement("urlset")
    return out.getvalue().encode()
