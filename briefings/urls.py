"""Public addresses. They never change, since others link to them and subscribe to them."""

from django.urls import path, register_converter

from briefings import feeds, sitemaps
from briefings.views import health, media, named, pages


class FeedName:
    """rss.xml or atom.xml."""

    regex = r"rss\.xml|atom\.xml"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class EditionNumber:
    """The public number of an edition: without leading zeros, and small enough for every database."""

    regex = r"[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class PictureToken:
    """The random name of a picture."""

    regex = r"[A-Za-z0-9_-]{22}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FeedName, "feed")
register_converter(PictureToken, "token")
register_converter(EditionNumber, "number")

urlpatterns = [
    path("", pages.home, name="home"),
    path("briefings/<slug:slug>/", pages.briefing, name="briefing"),
    path("briefings/<slug:slug>/history/", pages.editions, name="editions"),
    path("briefings/<slug:slug>/v/<number:number>/", pages.edition, name="edition"),
    path("topics/<slug:slug>/", named.topic, name="topic"),
    path("topics/<slug:slug>/<feed:name>", feeds.topic_feed, name="topic-feed"),
    path("people/<slug:slug>/", named.person, name="person"),
    path("authors/<slug:slug>/", named.author, name="author"),
    path("about/<slug:slug>/", named.standing_page, name="standing-page"),
    path("corrections/", named.corrections, name="corrections"),
    path("corrections/<feed:name>", feeds.corrections_feed, name="corrections-feed"),
    path("media/<token:token>/<str:name>", media.media, name="media"),
    path("feeds/<feed:name>", feeds.site_feed, name="site-feed"),
    path("sitemap.xml", sitemaps.sitemap_xml, name="sitemap"),
    path("robots.txt", sitemaps.robots_txt, name="robots"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
