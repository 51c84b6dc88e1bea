"""Every kind of public address on a large site, each at its worst, and how many rows the database may read for it."""

from dataclasses import dataclass
from uuid import UUID

from tests.growth.large_site import LargeSite
from tests.visibility.surfaces import UNKNOWN

FEW = 200
"""What looking for one thing costs, with the frame of the page."""
A_MONTH = 12_000
"""What a file of a month of some 1,400 briefings costs, which holds them all by its nature."""
LOOKED_UP_TWICE = 4_000
"""What such a list costs where each row is looked up for a second thing: another filter, those merged into a name."""
A_PAGE = 3_000
"""What a list of 50 or 100 costs, with all that its entries show."""


@dataclass(frozen=True)
class Address:
    """`rows` is the most that the database may read to answer it, on a site of whatever size."""

    name: str
    pattern: str
    path: str
    status: int
    rows: int


def addresses(those: LargeSite) -> list[Address]:
    """The table. A new public pattern has to stand in it."""
    xml = ("rss.xml", "atom.xml")
    feeds = [
        Address(f"{name} feed, {file}", pattern, f"{path}{file}", 200, A_PAGE)
        for name, pattern, path, files in (
            ("site", "site-feed", "/feeds/", (*xml, "feed.json")),
            ("language", "language-feed", f"/{those.language}/feeds/", (*xml, "feed.json")),
            ("most used topic", "topic-feed", f"/topics/{those.topic}/", (*xml, "feed.json")),
            ("person most quoted", "person-feed", f"/people/{those.person}/", xml),
            ("author of most briefings", "author-feed", f"/authors/{those.author}/", xml),
            ("corrections", "corrections-feed", "/corrections/", xml),
            ("questions", "questions-feed", "/faq/", xml),
        )
        for file in files
    ]
    return [
        Address("home", "home", "/", 200, A_PAGE),
        Address("home, further back", "home", f"/{those.back}", 200, A_PAGE),
        Address("home, past the end", "home", f"/{those.past_the_end}", 404, A_PAGE),
        Address("home of a language", "language-home", f"/{those.language}/", 200, A_PAGE),
        Address("the same, further back", "language-home", f"/{those.language}/{those.back}", 200, A_PAGE),
        Address("home of the site's language", "language-home", "/en/", 301, FEW),
        Address("unknown language", "language-home", "/zxx/", 404, FEW),
        Address("feed of an unknown language", "language-feed", "/zxx/feeds/rss.xml", 404, FEW),
        Address("archive", "archive", "/archive/", 200, A_PAGE),
        Address("a month of the archive", "archive-month", f"/archive/{those.day:%Y/%m}/", 200, A_PAGE),
        *(
            Address(
                f"a day of the archived feed, {file}",
                "archived-feed",
                f"/feeds/archive/{those.day}/{file}",
                200,
                A_PAGE,
            )
            for file in (*xml, "feed.json")
        ),
        Address("briefing of most editions", "briefing", f"/briefings/{those.longest}/", 200, FEW),
        Address("its history", "editions", f"/briefings/{those.longest}/history/", 200, FEW),
        Address("its first edition", "edition", f"/briefings/{those.longest}/v/1/", 200, FEW),
        Address("all its changes", "changes", f"/briefings/{those.longest}/changes/1/{those.editions}/", 200, FEW),
        Address("the longest story", "story", f"/stories/{those.story}/", 200, A_PAGE),
        Address("a later briefing of it", "story", f"/stories/{those.later}/", 301, A_PAGE),
        Address("unknown story", "story", f"/stories/{UNKNOWN}/", 404, FEW),
        Address("an edition too many", "edition", f"/briefings/{those.longest}/v/{those.editions + 1}/", 404, FEW),
        Address("its share card", "card", those.card, 200, FEW),
        Address("another card", "card", f"/briefings/{those.longest}/card-{'0' * 16}.png", 404, FEW),
        Address("former slug", "briefing", f"/briefings/{those.former}/", 301, FEW),
        Address("withdrawn briefing", "briefing", f"/briefings/{those.withdrawn}/", 200, FEW),
        Address("removed briefing", "briefing", f"/briefings/{those.removed}/", 410, FEW),
        Address("merged briefing", "briefing", f"/briefings/{those.merged}/", 301, FEW),
        Address("unknown briefing", "briefing", f"/briefings/{UNKNOWN}/", 404, FEW),
        *_of_indexes(those),
        *_of_quotes(those),
        Address("most used topic", "topic", f"/topics/{those.topic}/", 200, A_PAGE),
        Address("most used topic, further back", "topic", f"/topics/{those.topic}/{those.back}", 200, A_PAGE),
        Address("unknown topic", "topic", f"/topics/{UNKNOWN}/", 404, FEW),
        Address("feed of an unknown topic", "topic-feed", f"/topics/{UNKNOWN}/rss.xml", 404, FEW),
        Address("renamed topic", "topic", f"/topics/{those.renamed}/", 200, A_PAGE),
        Address("former name of a topic", "topic", f"/topics/{those.former_topic}/", 301, A_PAGE),
        Address("topic merged into the most used", "topic", f"/topics/{those.merged_topic}/", 301, A_PAGE),
        Address("person most quoted", "person", f"/people/{those.person}/", 200, A_PAGE),
        Address("person most quoted, further back", "person", f"/people/{those.person}/{those.back}-0", 200, A_PAGE),
        Address("person merged into the most quoted", "person", f"/people/{those.merged_person}/", 301, A_PAGE),
        Address("unknown person", "person", f"/people/{UNKNOWN}/", 404, FEW),
        Address("author of most briefings", "author", f"/authors/{those.author}/", 200, A_PAGE),
        Address("feed of an unknown person", "person-feed", f"/people/{UNKNOWN}/rss.xml", 404, FEW),
        Address("feed of an unknown author", "author-feed", f"/authors/{UNKNOWN}/atom.xml", 404, FEW),
        Address("unknown author", "author", f"/authors/{UNKNOWN}/", 404, FEW),
        Address("corrections", "corrections", "/corrections/", 200, A_PAGE),
        Address("corrections, further back", "corrections", f"/corrections/{those.back}", 200, A_PAGE),
        Address("corrections, past the end", "corrections", f"/corrections/{those.past_the_end}", 404, A_PAGE),
        Address("questions", "questions", "/faq/", 200, A_PAGE),
        Address("questions, further back", "questions", f"/faq/{those.back}-0", 200, A_PAGE),
        Address("questions, past the end", "questions", f"/faq/{those.past_the_end}-0", 404, A_PAGE),
        Address("open questions", "open-questions", "/faq/open/", 200, A_PAGE),
        Address("open questions, further back", "open-questions", f"/faq/open/{those.back}-0", 200, A_PAGE),
        Address("open questions, past the end", "open-questions", f"/faq/open/{those.past_the_end}-0", 404, A_PAGE),
        Address("all feeds", "feeds", "/feeds/", 200, A_PAGE),
        *feeds,
        Address("most used picture", "media", f"/media/{those.token}/320.webp", 200, FEW),
        Address("unknown picture", "media", f"/media/{'x' * 22}/320.webp", 404, FEW),
        Address("unknown standing page", "standing-page", f"/about/{UNKNOWN}/", 404, FEW),
        Address("unknown link to a draft", "draft-link", f"/preview/{UNKNOWN}/", 404, FEW),
        Address("its picture", "draft-link-picture", f"/preview/{UNKNOWN}/{UUID(int=0)}/320.webp", 404, FEW),
        Address("sitemap", "sitemap", "/sitemap.xml", 200, A_PAGE),
        Address("sitemap of the pages", "sitemap-pages", "/sitemaps/pages.xml", 200, A_PAGE),
        Address("sitemap of a month", "sitemap-month", f"/sitemaps/{those.day:%Y-%m}.xml", 200, A_MONTH),
        Address("sitemap of the news", "news-sitemap", "/news-sitemap.xml", 200, A_PAGE),
        Address("search", "search", "/search/", 200, A_PAGE),
        Address("word of every briefing", "search", f"/search/?q={those.common}", 200, A_PAGE),
        Address("the same, its last page", "search", f"/search/?q={those.common}&page={those.last_page}", 200, A_PAGE),
        Address("the same, newest first", "search", f"/search/?q={those.common}&order=new", 200, A_PAGE),
        Address("the same, in a topic", "search", f"/search/?q={those.common}&topic={those.topic}", 200, A_PAGE),
        Address("the same, of a year", "search", f"/search/?q={those.common}&when={those.day.year}", 200, A_PAGE),
        Address("the same and of one briefing", "search", f"/search/?q={those.common}+{those.longest}", 200, A_PAGE),
        Address("beginning of a word", "search", f"/search/?q={those.common[:3]}*", 200, A_PAGE),
        Address("word of no briefing", "search", f"/search/?q={UNKNOWN}", 200, A_PAGE),
        Address("description of the search", "open-search", "/opensearch.xml", 200, FEW),
        Address("robots.txt", "robots", "/robots.txt", 200, FEW),
        Address("unknown address", "", f"/{UNKNOWN}/", 404, FEW),
        Address("healthz", "healthz", "/healthz", 200, 0),
        Address("readyz", "readyz", "/readyz", 200, FEW),
    ]


def _of_indexes(those: LargeSite) -> list[Address]:
    return [
        Address("people", "people", "/people/", 200, LOOKED_UP_TWICE),
        Address("people under a letter", "people", f"/people/?letter={those.letter}", 200, LOOKED_UP_TWICE),
        Address(
            "the same, further on", "people", f"/people/?letter={those.letter}&from={those.name}", 200, LOOKED_UP_TWICE
        ),
        Address("no letter of people", "people", "/people/?letter=%D0%AF", 404, A_PAGE),
        Address("topics", "topics", "/topics/", 200, A_PAGE),
        Address("topics under a letter", "topics", f"/topics/?letter={those.topic_letter}", 200, A_PAGE),
        Address("no letter of topics", "topics", "/topics/?letter=%D0%AF", 404, A_PAGE),
    ]


def _of_quotes(those: LargeSite) -> list[Address]:
    month, back = f"month={those.day:%Y-%m}", those.back[1:]
    person, topic = f"person={those.person}", f"topic={those.topic}"
    return [
        Address(
            f"quotations, {query or 'all'}",
            "quotes",
            f"/quotes/?{query}",
            200,
            LOOKED_UP_TWICE if "&" in query else A_PAGE,
        )
        for query in ("", month, person, topic, f"{person}&{topic}", f"{month}&{person}", f"{month}&{topic}")
    ] + [
        Address("quotations, further back", "quotes", f"/quotes/?{back}-0", 200, A_PAGE),
        Address("those of a person, further back", "quotes", f"/quotes/?{back}-0&{person}", 200, A_PAGE),
        Address("those on a topic, further back", "quotes", f"/quotes/?{back}&{topic}", 200, A_PAGE),
        Address("quotations, past the end", "quotes", f"/quotes/{those.past_the_end}-0", 404, A_PAGE),
        Address("quotations of nobody", "quotes", f"/quotes/?person={UNKNOWN}", 404, FEW),
        Address("quotations on nothing", "quotes", f"/quotes/?topic={UNKNOWN}", 404, FEW),
    ]
