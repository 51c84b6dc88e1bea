"""The search finds what readers get, at the moment at which they ask, and nothing else."""

import re
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from briefings import workflow
from briefings.content import SectionBlock
from briefings.content.keys import new_key
from briefings.models import PublishedWords, Topic
from tests.documented import queries
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND, make_edition
from tests.search_words.inflections import PAIRS
from tests.visibility.hidden import HIDDEN, SECRET
from tests.visibility.surfaces import Surface

pytestmark = pytest.mark.django_db

AT = NOON + DAY
HOSTILE = (
    *(
        '"',
        "'",
        "*",
        "AND",
        "NEAR(a b)",
        "a AND",
        "a*b",
        "^",
        ":",
        "h=headline",
        "b=the",
        "-",
        "(",
        "a:b",
        "{a}",
        "\\",
        "%",
    ),
    *(
        "  ",
        "\0",
        "a\0b",
        "x" * 5000,
        "é " * 2500,
        "';DROP TABLE x;--",
        "\ud7ff\u200e",
        "\u202e",
        "a & b | !c",
        "🎉",
        "<b>",
    ),
)


def found(words, at=AT, **parameters):
    """The answer, and the slugs that it leads to in their order."""
    query = "&".join(f"{name}={quote(value)}" for name, value in {"q": words, **parameters}.items())
    answer = Surface("search", f"/search/?{query}", Client()).answer(at)
    assert answer.status == 200
    return answer, re.findall(r'<h2><a href="/briefings/([^/]+)/"', answer.text)


def slugs(words, at=AT, **parameters):
    return found(words, at, **parameters)[1]


def with_text(word, text, **differences):
    return make_edition(word, blocks=(SectionBlock(key=new_key("s"), body=f"<p>{text}</p>"),), **differences)


@pytest.mark.parametrize(
    "words",
    ["headline", "lede", "heading", "aside", "speaker", "minister", "answer", "wording", "marmots", "HEADLINES ledes"],
)
def test_a_briefing_is_found_by_a_word_of_any_part(words):
    make_edition("one", topics=("marmots",))

    assert slugs(words) == ["one"]


def test_every_word_has_to_be_there():
    make_edition("one")
    make_edition("two")

    assert slugs("headline two") == ["two"]
    assert slugs("headline three") == []


def test_the_newest_come_first_and_the_best_match_where_that_is_asked_for():
    with_text("old", "About peace.", headline="Peace", live_from=NOON - DAY)
    with_text("new", "About peace.")

    assert slugs("peace") == ["new", "old"]
    assert slugs("peace", order="best") == ["old", "new"]


def test_words_are_marked_in_their_sentence_which_leads_to_its_place():
    edition = make_edition("one")
    key = re.search(r'"(f[a-z0-9]{8})"', edition.text.text)[1]

    answer = found("answers")[0]

    assert "The one <mark>answer</mark>." in answer.text
    assert f'href="/briefings/one/#{key}"' in answer.text


def test_inflected_words_find_their_briefing():
    by_language = {}
    for language, one, other in PAIRS:
        by_language.setdefault(language, []).append((one, other))
    for language, pairs in by_language.items():
        with_text(f"in-{language}", f"{'. '.join(one for one, _ in pairs)}.", language=language)

    missed = [(language, asked) for language, _one, asked in PAIRS if f"in-{language}" not in slugs(asked)]

    assert missed == []


def test_a_star_finds_beginnings_in_headlines_and_names():
    make_edition("negotiations", topics=("Wombat matters",))

    assert slugs("negot*") == slugs("womb* headl*") == ["negotiations"]
    assert slugs("egot*") == slugs("lede negox*") == []


def test_the_search_is_narrowed_by_topic_person_language_and_time():
    make_edition("one", topics=("marmots",))
    make_edition("zwei", language="de", live_from=NOON - 40 * DAY)
    by = {"one": ({"topic": "marmots"}, {"person": "one-speaker"}, {"language": "en"}, {"when": "2040-06"})}
    by["zwei"] = ({"person": "zwei-speaker"}, {"language": "de"}, {"when": "2040-04"})

    for slug, filters in by.items():
        for parameters in filters:
            assert slugs("headline", **parameters) == [slug], parameters
    assert slugs("headline", when="2040") == ["one", "zwei"]
    assert slugs("headline", when="nonsense") == ["one", "zwei"]
    assert (
        slugs("headline", topic="wombats")
        == slugs("headline", person="no one")
        == slugs("headline", language="xx")
        == []
    )


def test_what_is_on_a_topic_that_was_merged_is_found_in_the_other():
    make_edition("one", topics=("marmots",), live_from=LONG_AGO)
    make_edition("two", topics=("groundhogs",), live_from=LONG_AGO)
    marmots, groundhogs = (Topic.objects.get(name=name) for name in ("marmots", "groundhogs"))
    workflow.unite_topics(groundhogs, into=marmots, by=None)

    assert sorted(slugs("headline", timezone.now() + HOUR, topic="marmots")) == ["one", "two"]


def test_a_scheduled_edition_is_in_the_index_and_found_from_its_moment_on():
    first = make_edition("wombat")
    make_edition("quokka", briefing=first.briefing, live_from=NOON + HOUR)

    assert PublishedWords.objects.count() == 2
    assert (slugs("quokka", NOON + HOUR - SECOND), slugs("wombat", NOON + HOUR - SECOND)) == ([], ["wombat"])
    assert (slugs("quokka", NOON + HOUR), slugs("wombat", NOON + HOUR)) == (["quokka"], [])


def end_by_withdrawal(briefing):
    workflow.withdraw(briefing, by=None, notice="Sorry.")


def end_by_removal(briefing):
    workflow.remove(briefing, by=None)


def end_by_merging(briefing):
    workflow.merge_into(briefing, into=make_edition("other", live_from=LONG_AGO).briefing, by=None)


@pytest.mark.parametrize("end", [end_by_withdrawal, end_by_removal, end_by_merging])
def test_what_has_ended_is_found_no_more_and_out_of_the_index(end):
    briefing = make_edition("quokka", live_from=LONG_AGO).briefing
    assert slugs("quokka", timezone.now()) == ["quokka"]

    end(briefing)

    assert slugs("quokka", timezone.now()) == []
    assert not any("quokka" in row.words for row in PublishedWords.objects.all())


def test_an_edition_takes_the_place_of_the_one_before():
    first = make_edition("wombat", live_from=LONG_AGO)
    make_edition("quokka", briefing=first.briefing, live_from=LONG_AGO + HOUR)

    assert slugs("wombat", timezone.now()) == []
    assert slugs("quokka", timezone.now()) == ["quokka"]
    assert PublishedWords.objects.count() == 1


QUERIES = ("q=headline", "q=quok*", "q=quoka", "q=headline&topic=marmots", "q=headline&order=best", "q=Secretfirst")


@pytest.mark.parametrize("hide", HIDDEN, ids=lambda hide: hide.__name__)
def test_no_query_tells_of_what_is_hidden(hide):
    ordinary = make_edition("ordinary", live_from=LONG_AGO).briefing
    at = timezone.now() + HOUR
    surfaces = [Surface("search", f"/search/?{query}", Client()) for query in QUERIES]
    surfaces += [Surface("search", f"/search/?q=headline&{name}={{}}", Client()) for name in ("topic", "person")]
    before = [surface.answer(at) for surface in surfaces]

    hide(ordinary, at)

    assert [surface.answer(at) for surface in surfaces] == before
    assert SECRET not in "".join(answer.text.lower() for answer in before)
    for name, hidden in (("topic", "quokka-matters"), ("person", "quokka-speaker"), ("topic", SECRET)):
        unknown = Surface("search", f"/search/?q=headline&{name}=nothing", Client()).answer(at)
        assert Surface("search", f"/search/?q=headline&{name}={hidden}", Client()).answer(at) == unknown


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_is_typed_is_answered_as_words(words):
    make_edition("one")

    answer, _slugs = found(words)

    assert "<b>" not in answer.text


def test_without_words_there_is_a_form_and_without_a_word_in_them_a_sentence():
    make_edition("one")

    assert 'name="q"' in found("")[0].text
    assert "There is no word in that." in found("*-*")[0].text


def test_of_nothing_found_the_nearest_spelling_and_name_are_offered():
    make_edition("negotiations", topics=("Wombat matters",))

    answer = found("negotiatoins")[0].text
    assert re.search(r'q=negotiations"[^>]*>negotiations</a>', answer)
    assert 'href="/topics/wombat-matters/"' in found("wombatt")[0].text


@pytest.mark.parametrize("query", ["headline", "headline&topic=marmots", "headlnie"])
def test_an_answer_costs_the_same_queries_whatever_is_published(query):
    page = Surface("search", f"/search/?q={query}", Client())
    make_edition("one", topics=("marmots",))
    one = page.counted(AT)[1]

    for number in range(5):
        make_edition(f"no-{number}", topics=("marmots", f"topic {number}"), live_from=NOON + number * SECOND)

    assert page.counted(AT)[1] == one
    if connection.vendor == "sqlite" and query == "headline":
        assert one == queries("`/search/?q=` ")


def test_a_page_past_the_end_is_unknown():
    make_edition("one")

    assert Surface("search", "/search/?q=headline&page=2", Client()).answer(AT).status == 404
    assert Surface("search", "/search/?q=headline&page=0", Client()).answer(AT).status == 404


def test_more_than_a_page_goes_on_and_more_than_can_be_shown_is_said(monkeypatch):
    monkeypatch.setattr("briefings.public.search.MOST", 3)
    monkeypatch.setattr("briefings.public.search.ON_A_PAGE", 2)
    for number in range(4):
        make_edition(f"no-{number}", live_from=NOON + number * SECOND)

    answer, first = found("headline")
    assert first == ["no-3", "no-2"]
    assert "The newest 3 briefings that hold these words." in answer.text
    assert slugs("headline", page="2") == ["no-1"]


def test_the_page_stays_out_of_search_engines_and_browsers_are_told_of_it():
    make_edition("one")

    assert '<meta name="robots" content="noindex">' in found("headline")[0].text
    assert "/search/?q={searchTerms}" in Surface("open-search", "/opensearch.xml", Client()).at(AT)
