"""robots.txt: crawlers may read everything but the desk."""

from briefings.outputs.facts import Site


def txt(site: Site) -> bytes:
    """robots.txt as UTF-8, naming the sitemap by its absolute address."""
    return f"User-agent: *\nDisallow: /admin/\n\nSitemap: {site.url}/sitemap.xml\n".encode()
