"""Public addresses. They never change, since others link to them and subscribe to them."""

from datetime import date

from django.urls import path, register_converter

from briefings import feeds, sitemaps
from briefings.views import (
    archive,
    cards,
    changes,
    draft_links,
    feed_list,
    health,
    indexes,
    media,
    named,
    pages,
    questions,
    quotes,
    search,
    stories,
)


class FeedName:
    """rss.xml or atom.xml."""

    regex = r"rss\.xml|atom\.xml"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class FeedNameOrJson(FeedName):
    """feed.json as well."""

    regex = r"rss\.xml|atom\.xml|feed\.json"


class Language:
    """A language without its territory, as in de or zh-Hant. No other address begins with so short a name."""

    regex = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?"

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


class CardDigest:
    """The name of what stands on a share card."""

    regex = r"[0-9a-f]{16}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Day:
    """A day, as in 2026-11-24."""

    regex = r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


class Month:
    """A month, as in 2026-11; in the code it is its first day."""

    regex = r"[12][0-9]{3}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(f"{value}-01")

    def to_url(self, value: date) -> str:
        return value.isoformat()[:7]


class MonthOfArchive:
    """A month, as in 2026/11."""

    regex = r"[12][0-9]{3}/[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(f"{value.replace('/', '-')}-01")

    def to_url(self, value: date) -> str:
        return value.isoformat()[:7].replace("-", "/")


register_converter(Day, "day")
register_converter(Month, "month")
register_converter(MonthOfArchive, "year-and-month")
register_converter(FeedName, "feed")
register_converter(FeedNameOrJson, "feed-or-json")
register_converter(PictureToken, "token")
register_converter(CardDigest, "digest")
register_converter(EditionNumber, "number")
register_converter(Language, "language")

urlpatterns = [
    path("", pages.home, name="home"),
    path("briefings/<slug:slug>/", pages.briefing, name="briefing"),
    path("briefings/<slug:slug>/history/", pages.editions, name="editions"),
    path("briefings/<slug:slug>/v/<number:number>/", pages.edition, name="edition"),
    path("briefings/<slug:slug>/changes/<number:before>/<number:after>/", changes.changes, name="changes"),
    path("briefings/<slug:slug>/card-<digest:digest>.png", cards.card, name="card"),
    path("stories/<slug:slug>/", stories.story, name="story"),
    path("topics/", indexes.topics, name="topics"),
    path("topics/<slug:slug>/", named.topic, name="topic"),
    path("topics/<slug:slug>/<feed-or-json:name>", feeds.topic_feed, name="topic-feed"),
    path("quotes/", quotes.quotes, name="quotes"),
    path("people/", indexes.people, name="people"),
    path("people/<slug:slug>/", named.person, name="person"),
    path("people/<slug:slug>/<feed:name>", feeds.person_feed, name="person-feed"),
    path("authors/<slug:slug>/", named.author, name="author"),
    path("authors/<slug:slug>/<feed:name>", feeds.author_feed, name="author-feed"),
    path("about/<slug:slug>/", named.standing_page, name="standing-page"),
    path("corrections/", named.corrections, name="corrections"),
    path("corrections/<feed:name>", feeds.corrections_feed, name="corrections-feed"),
    path("faq/", questions.questions, name="questions"),
    path("faq/open/", questions.open_questions, name="open-questions"),
    path("faq/<feed:name>", feeds.questions_feed, name="questions-feed"),
    path("search/", search.search_page, name="search"),
    path("opensearch.xml", search.open_search, name="open-search"),
    path("archive/", archive.archive, name="archive"),
    path("archive/<year-and-month:month>/", archive.month, name="archive-month"),
    path("media/<token:token>/<str:name>", media.media, name="media"),
    path("preview/<str:token>/", draft_links.draft_link, name="draft-link"),
    path("preview/<str:token>/<uuid:image>/<str:name>", draft_links.picture, name="draft-link-picture"),
    path("feeds/", feed_list.feed_list, name="feeds"),
    path("feeds/<feed-or-json:name>", feeds.site_feed, name="site-feed"),
    path("feeds/archive/<day:day>/<feed-or-json:name>", feeds.archived_feed, name="archived-feed"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap"),
    path("sitemaps/pages.xml", sitemaps.sitemap_of_pages, name="sitemap-pages"),
    path("sitemaps/<month:month>.xml", sitemaps.sitemap_of_month, name="sitemap-month"),
    path("news-sitemap.xml", sitemaps.sitemap_of_news, name="news-sitemap"),
    path("robots.txt", sitemaps.robots_txt, name="robots"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("<language:language>/", pages.language_home, name="language-home"),
    path("<language:language>/feeds/<feed-or-json:name>", feeds.language_feed, name="language-feed"),
]
