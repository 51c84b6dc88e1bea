"""What others make of the demo newsroom's pages is what its readers see there, and nothing else."""

import re
from collections.abc import Iterator
from itertools import chain

import pytest
from django.utils.translation import override

from briefings.outputs.page_parts import Author
from briefings.outputs.wording import furniture_language
from briefings.templatetags.briefing_page import byline
from tests.outputs.page_tree import Element

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SITE = "https://news.example"
# What is said in words of schema.org, and what every page has: no words of a text.
CODES = ("@type", "@id", "inLanguage", "position", "width", "height", "wordCount", "isAccessibleForFree")

STATES = {"first", "minor", "major", "correction", "withdrawn", "removed", "merged"}


@pytest.fixture(scope="module")
def articles(pages) -> dict[str, Element]:
    found = {path: page for path, page in pages.items() if page.things("NewsArticle")}
    assert len(found) > 10
    return found


def test_the_newsroom_holds_every_state_there_is_and_its_log_is_whole(newsroom_seen):
    assert newsroom_seen.kinds == STATES
    assert newsroom_seen.briefings == 19
    assert newsroom_seen.problems == []
    answers = {
        "/briefings/quarry-letter/": 200,
        "/briefings/appeal-court-custody/": 410,
        "/people/ilse-maranthe/": 200,
        "/corrections/rss.xml": 200,
        "/about/imprint/": 200,
    }
    assert {path: newsroom_seen.answers[path].status for path in answers} == answers


def article_of(page: Element) -> dict:
    [article] = page.things("NewsArticle")
    return article


def test_the_article_is_the_page_its_dates_its_authors_and_its_topics(articles):
    for path, page in articles.items():
        article, head = article_of(page), page.first("header", **{"class": "head"})
        assert article["headline"] == head.first("h1").text == page.meta("og:title")[0]
        assert article["@id"] == article["mainEntityOfPage"] == f"{SITE}{path}"
        moments = [one["datetime"] for one in head.all("time") if "T" in one["datetime"]]  # a newer one has its day
        assert [minutes(article["datePublished"]), minutes(article["dateModified"])] == [moments[0], moments[-1]]
        assert [minutes(one) for one in page.meta("article:published_time")] == moments[:1]
        assert [minutes(one) for one in page.meta("article:modified_time")] == moments[1:]
        names = [author["name"] for author in article.get("author", [])]
        with override(furniture_language(article["inLanguage"])):
            said = byline([Author(name=name) for name in names]) if names else ""
        assert next((one.text for one in head.all("p", **{"class": "byline"})), "") == said
        assert names == page.meta("author")
        linked = [f"{SITE}{one['href']}" for one in head.all("a", rel="author")]
        assert [author["url"] for author in article.get("author", []) if "url" in author] == linked
        assert page.meta("article:author") == linked
        topics = [one.text for one in head.first("ul", **{"class": "topics"}).all("li")]
        assert article["keywords"] == page.meta("article:tag") == topics
        assert [article["articleSection"]] == page.meta("article:section") == topics[:1]
        assert article["inLanguage"] == page.first("html")["lang"]
        assert article["description"] == page.meta("description")[0]
        assert article["isAccessibleForFree"] is True
        assert article["publisher"]["correctionsPolicy"] == f"{SITE}/corrections/"


def test_the_picture_of_the_article_is_the_first_of_the_page_at_its_widest(articles):
    pictured = {path: page for path, page in articles.items() if list(page.all("figure", **{"class": "figure"}))}

    assert 0 < len(pictured) < len(articles)
    for page in pictured.values():
        image = page.first("figure", **{"class": "figure"}).first("img")
        widest = max(image["srcset"].split(", "), key=lambda one: int(one.split()[1][:-1])).split()[0]
        made = article_of(page)["image"]
        assert made["url"] == f"{SITE}{widest}"
        assert [str(made["width"]), str(made["height"])] == [image["width"], image["height"]]


def test_others_show_the_card_beside_a_link(articles):
    for path, page in articles.items():
        assert page.meta("og:image")[0].startswith(f"{SITE}{path}card-")
        assert page.meta("og:image:type") == ["image/png"]
        assert (page.meta("og:image:width"), page.meta("og:image:height")) == (["1200"], ["630"])
        assert page.first("h1").text in page.meta("og:image:alt")[0]
        assert page.meta("twitter:card") == ["summary_large_image"]


def test_every_quotation_of_the_page_is_one_of_the_data_with_its_speaker_and_its_anchor(articles):
    number = 0
    for path, page in articles.items():
        shown = [one for one in page.all() if (one.tag == "li" and is_said(one)) or one.has("class", "pull")]
        quotations = page.things("Quotation")
        assert len(quotations) == len(shown), path
        number += len(shown)
        for said, place in zip(quotations, shown, strict=True):
            words = " ".join(said["text"].split())
            if place.tag == "figure":
                assert place.first("blockquote").text[1:-1].strip() == words
            else:
                assert words.startswith(place.first("", **{"class": "words"}).text[1:-1].strip().removesuffix("…"))
                assert all(span.strip() in page.first("article").text for span in words.split("…")), words
            shown_name = place.first("b")
            speaker = said.get("spokenByCharacter") or said.get("isBasedOn") or {"name": "Speaker not named"}
            assert speaker["name"] == shown_name.text
            assert [f"{SITE}{one['href']}" for one in shown_name.all("a")] == [
                speaker[name] for name in ("url",) if name in speaker
            ]
            assert list(page.all("", id=said["url"].removeprefix(f"{SITE}{path}#")))
    assert number > 20


def test_the_answered_questions_are_those_of_the_page_word_for_word_and_no_open_one(articles):
    answered, left_open = 0, 0
    for path, page in articles.items():
        shown = list(page.all("section", **{"class": "question"}))
        closed = [one for one in shown if not one.has("class", "open")]
        answered, left_open = answered + len(closed), left_open + len(shown) - len(closed)
        asked = [question for faq in page.things("FAQPage") for question in faq["mainEntity"]]
        assert [one["name"] for one in asked] == [one.first("h3").text for one in closed]
        assert [one["url"] for one in asked] == [f"{SITE}{path}#{one['id']}" for one in closed]
        for question, place in zip(asked, closed, strict=True):
            heading = place.first("h3").text
            assert " ".join(question["acceptedAnswer"]["text"].split()) == place.text.removeprefix(heading).strip()
    assert answered > 10
    assert left_open > 0


def test_every_correction_of_the_page_is_one_of_the_data_with_its_words_and_its_moment(articles):
    number = 0
    for path, page in articles.items():
        shown = [one for one in page.all("section", **{"class": "notice"}) if not one.has("class", "quiet")]
        made = article_of(page).get("correction", [])
        number += len(shown)
        assert [minutes(one["datePublished"]) for one in made] == [one.first("time")["datetime"] for one in shown]
        for correction, place in zip(made, shown, strict=True):
            label = place.first("h3", **{"class": "label"}).text
            assert label.startswith(correction["name"])
            way_on = " ".join(link.text for link in place.all("p", **{"class": "under"}))
            assert sorted(correction["text"].split()) == sorted(
                place.text.removeprefix(label).removesuffix(way_on).split()
            )
            assert list(place.all("", id=correction["url"].removeprefix(f"{SITE}{path}#")))
    assert number > 1


def test_no_word_and_no_address_stands_in_the_data_that_the_page_does_not_show(pages):
    for path, page in pages.items():
        text = page.text
        addresses = {f"{SITE}{one[name]}" for name in ("href", "src") for one in page.all() if name in one.attributes}
        addresses |= {f"{SITE}{path}#{one['id']}" for one in page.all() if "id" in one.attributes}
        sets = (one["srcset"].split(", ") for one in page.all() if "srcset" in one.attributes)
        addresses |= {f"{SITE}{one.split()[0]}" for one in chain.from_iterable(sets)}
        addresses |= {link["href"] for link in page.all("link", rel="canonical")} | set(page.meta("og:image"))
        for name, value in said(page.data):
            if name in CODES or name.startswith("date") or (name == "description" and [value] == page.meta(name)):
                continue
            if isinstance(value, str) and value.startswith(SITE):
                assert value in addresses, (path, name, value)
            else:
                assert all(" ".join(line.split()) in text for line in str(value).split("…")), (path, name, value)


def test_the_front_page_is_that_of_the_web_site_and_every_other_says_the_way_to_it(pages):
    [site] = pages["/"].things("WebSite")

    assert (site["name"], site["url"]) == (pages["/"].meta("og:site_name")[0], f"{SITE}/")
    for path, page in pages.items():
        if page.meta("robots") or path == "/":
            continue
        [trail] = page.things("BreadcrumbList")
        items = trail["itemListElement"]
        assert [one["position"] for one in items] == list(range(1, len(items) + 1))
        assert (items[0]["item"], items[-1]["item"]) == (f"{SITE}/", f"{SITE}{path}")


def minutes(stamp: str) -> str:
    """A moment without its seconds, as the page has it."""
    return re.sub(r"(T\d\d:\d\d):\d\d", r"\1", stamp)


def is_said(element: Element) -> bool:
    return any(True for _ in element.all("", **{"class": "words"})) and any(True for _ in element.all("b"))


def said(value: object, name: str = "") -> Iterator[tuple[str, object]]:
    """Every value of the data that is none of things, with its name."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from said(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from said(inner, name)
    else:
        yield name, value
