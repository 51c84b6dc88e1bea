"""What a page costs: a fixed number of queries, whatever the size."""

import pytest

from briefings.content import PersonName, SectionBlock
from briefings.content.keys import new_key
from briefings.outputs.facts import Link
from briefings.public import sites
from briefings.views import kept_entries
from tests.documented import queries
from tests.making import DAY, HOUR, NOON, make_question, make_quote
from tests.visibility.surfaces import Surfaces

ADDRESSES = {
    "/": "`/` ",
    "/briefings/one/": "`/briefings/SLUG/` ",
    "/briefings/one/history/": "`/briefings/SLUG/history/` ",
    "/briefings/one/v/1/": "`/briefings/SLUG/v/N/` ",
    "/topics/": "`/topics/` ",
    "/topics/?letter=M": "`/topics/?letter=` ",
    "/topics/marmots/": "`/topics/SLUG/` ",
    "/topics/marmots/rss.xml": "`/topics/SLUG/rss.xml`",
    "/topics/marmots/atom.xml": "`/topics/SLUG/rss.xml`",
    "/quotes/": "`/quotes/` ",
    "/quotes/?month=2040-05": "`/quotes/?person=`",
    "/people/": "`/people/` ",
    "/people/?letter=S": "`/people/?letter=` ",
    "/people/one-speaker/": "`/people/SLUG/` ",
    "/authors/one-author/": "`/authors/SLUG/` ",
    "/topics/marmots/feed.json": "`/topics/SLUG/rss.xml`",
    "/people/one-speaker/rss.xml": "`/people/SLUG/rss.xml`",
    "/authors/one-author/atom.xml": "`/people/SLUG/rss.xml`",
    "/feeds/": "`/feeds/` ",
    "/feeds/feed.json": "`/feeds/rss.xml`",
    "/corrections/": "`/corrections/` ",
    "/corrections/atom.xml": "`/corrections/rss.xml`",
    "/faq/": "`/faq/` ",
    "/faq/open/": "`/faq/open/` ",
    "/faq/rss.xml": "`/faq/rss.xml`",
    "/faq/atom.xml": "`/faq/rss.xml`",
    "/feeds/rss.xml": "`/feeds/rss.xml`",
    "/feeds/atom.xml": "`/feeds/rss.xml`",
    "/feeds/archive/2040-05-31/atom.xml": "`/feeds/archive/DAY/rss.xml`",
    "/search/": "`/search/` ",
    "/opensearch.xml": "`/opensearch.xml` ",
    "/archive/": "`/archive/` ",
    "/archive/2040/05/": "`/archive/YYYY/MM/` ",
    "/sitemap.xml": "`/sitemap.xml` ",
    "/sitemaps/pages.xml": "`/sitemaps/pages.xml` ",
    "/sitemaps/2040-05.xml": "`/sitemaps/YYYY-MM.xml` ",
    "/news-sitemap.xml": "`/news-sitemap.xml` ",
    "/robots.txt": "`/robots.txt` ",
    "/healthz": "`/healthz` ",
}
COST = {path: queries(row) for path, row in ADDRESSES.items()}
FOUR_AT_MOST = (
    "/faq/",
    "/faq/open/",
    "/quotes/",
    "/quotes/?month=2040-05",
    "/people/",
    "/people/?letter=S",
    "/search/",
)
AT = NOON + 30 * DAY
LAST_MONTH = NOON - DAY


def cost(surfaces: Surfaces, **headers: str) -> dict[str, int]:
    """Queries by path, of entries of feeds that are not kept yet."""
    counted = {}
    for path in COST:
        kept_entries.forget()
        counted[path] = surfaces[path].counted(AT, **headers)
    assert {answer.status for answer, _ in counted.values()} <= {200, 304}
    return {path: queries for path, (_, queries) in counted.items()}


def long_blocks():
    blocks = []
    for number in range(20):
        key = new_key("s")
        blocks.append(SectionBlock(key=key, heading=f"Part {number}", body=f"<p>He said “words no. {number};”.</p>"))
        blocks.append(make_quote(f"words no. {number};", speaker=f"Speaker {number}", section=key))
    blocks += [make_quote(f"Set off {number}", speaker=f"Speaker {number}") for number in range(20)]
    return tuple(blocks)


def test_one_short_briefing_costs_a_few_queries(surfaces, make_edition):
    make_edition("one", live_from=LAST_MONTH, topics=("marmots",))
    make_edition("two")

    assert cost(surfaces) == COST


@pytest.mark.parametrize(("path", "fewer"), [("/quotes/", 1), ("/corrections/", 2), ("/nothing/", 2)])
def test_in_a_period_of_the_front_door_a_page_costs_no_frame(surfaces, make_edition, path, fewer):
    make_edition("one", live_from=LAST_MONTH, topics=("marmots",))
    page = surfaces[path]

    known = {"frame": sites.frame(AT), "sections": (Link(name="marmots", path="/topics/marmots/"),)}

    assert page.counted(AT, known=known)[1] == page.counted(AT)[1] - fewer


def test_pages_of_questions_quotations_and_people_cost_four_queries_at_most():
    assert {path: cost for path, cost in COST.items() if path in FOUR_AT_MOST and cost > 4} == {}


def test_a_dozen_briefings_cost_as_many_as_one(surfaces, make_edition):
    make_edition("one", live_from=LAST_MONTH, topics=("marmots",))
    for number in range(11):
        make_edition(f"other-{number}", live_from=NOON + number * HOUR, topics=("marmots", f"topic {number}"))

    assert surfaces["/"].at(AT).count("<article") == 12
    assert surfaces["/feeds/atom.xml"].at(AT).count("<entry") == 12
    assert cost(surfaces) == COST


def test_a_very_long_briefing_of_many_editions_costs_as_many_as_a_short_one(surfaces, make_edition):
    blocks = (*long_blocks(), make_quote("One more.", speaker="one speaker"))
    whole = {
        "blocks": blocks,
        "faq": tuple(make_question(f"No. {n}?", answer="<p>Yes.</p>") for n in range(40)),
        "authors": (PersonName(name="one author", kind="public"),),
    }
    first = make_edition("one", live_from=LAST_MONTH, topics=("marmots", "wombats"), **whole)
    for number in range(5):
        make_edition(
            f"change-{number}",
            slug="one",
            briefing=first.briefing,
            live_from=NOON + (number + 1) * HOUR,
            kind=("minor", "major", "correction")[number % 3],
            topics=("marmots", "wombats"),
            **whole,
        )

    for compared in ("1/2", "1/6"):
        assert surfaces[f"/briefings/one/changes/{compared}/"].counted(AT)[1] == queries(
            "`/briefings/SLUG/changes/M/N/` "
        )
    page = surfaces["/briefings/one/"].at(AT)
    assert "Edition 6" in page
    assert page.count('class="said"') == 20
    assert page.count('class="pull"') == 21
    assert page.count('class="question') == 40
    assert cost(surfaces) == COST


@pytest.mark.parametrize("path", ["/briefings/two/", "/briefings/quokka/", "/topics/quokka/", "/nothing/"])
def test_what_is_unknown_or_has_moved_costs_no_more(surfaces, make_edition, path):
    first = make_edition("two", live_from=NOON)
    make_edition("one", briefing=first.briefing, live_from=NOON + HOUR)

    assert surfaces[path].counted(AT)[1] <= 8


def test_looking_whether_a_page_is_still_the_same_costs_no_more(surfaces, make_edition):
    make_edition("one", live_from=LAST_MONTH, topics=("marmots",))
    make_edition("two")

    assert cost(surfaces, HTTP_IF_NONE_MATCH="*") == COST


@pytest.mark.parametrize("number", [1, 8, 9, 40])
def test_every_author_of_a_briefing_has_their_link_however_many_it_names(surfaces, make_edition, number):
    make_edition("one", authors=tuple(PersonName(name=f"author {place}", kind="public") for place in range(number)))

    page = surfaces["/briefings/one/"].at(NOON)

    assert [place for place in range(number) if f'href="/authors/author-{place}/"' not in page] == []


@pytest.mark.parametrize(("query", "cost"), [("person=one-speaker", 6), ("topic=marmots", 7), ("both", 9)])
def test_quotations_that_are_chosen_cost_what_they_say_however_many(surfaces, make_edition, query, cost):
    query = query.replace("both", "person=one-speaker&topic=marmots")
    for word in ("one", "two", "three"):
        make_edition(word, topics=("marmots",), blocks=(*long_blocks()[:4], make_quote("So.", speaker="one speaker")))

    assert surfaces[f"/quotes/?{query}"].counted(AT)[1] == cost
    assert cost <= 9


def test_a_front_page_and_a_feed_of_a_language_cost_what_they_say(surfaces, make_edition):
    make_edition("one")
    make_edition("two", language="de", topics=("marmots",))
    kept_entries.forget()

    assert surfaces["/de/"].counted(AT)[1] == queries("`/LANGUAGE/` ")
    assert surfaces["/de/feeds/rss.xml"].counted(AT)[1] == queries("`/LANGUAGE/feeds/rss.xml`")


def test_a_story_costs_what_it_says_and_one_more_for_each_step(surfaces, make_edition):
    before, documented = None, queries("`/stories/SLUG/` ")
    for day, slug in enumerate(("one", "two", "three")):
        follows = {"follows": str(before.uuid)} if before else {}
        before = make_edition(slug, live_from=NOON + day * DAY, **follows).briefing

    at_two, at_three = (surfaces["/stories/one/"].counted(NOON + day * DAY)[1] for day in (1, 2))

    assert (at_two, at_three) == (documented, documented + 1)
