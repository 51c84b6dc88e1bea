"""robots.txt: crawlers may read everything but the desk."""

from briefings.outputs.facts import Site


def txt(site: Site) -> bytes:
    """robots.txt as UTF-8, naming the sitemaps by their absolute addresses."""
    sitemaps = "".join(f"Sitemap: {site.url}/{name}.xml\n" for name in ("sitemap", "news-sitemap"))
    return f"User-agent: *\nDisallow: /admin/\n\n{sitemaps}".encode()
