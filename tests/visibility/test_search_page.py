"""The page of the search: passages, what it says, and that anything may be typed."""

import re

import pytest
from django.db import connection
from django.test import Client

from briefings.models import Person
from briefings.workflow import file_person
from tests.documented import queries
from tests.making import NOON, SECOND, make_edition, make_quote
from tests.visibility.searching import AT, found, slugs
from tests.visibility.surfaces import Surface

pytestmark = pytest.mark.django_db

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
        "ـ headline",
        "\u00ad",
        "ﷺ headline",
        "2⒈5 a⑴b*",
        "\ufe70",
        "🎉",
        "<b>",
    ),
)


def test_words_are_marked_in_their_sentence_which_leads_to_its_place():
    edition = make_edition("one")
    key = re.search(r'"(f[a-z0-9]{8})"', edition.text.text)[1]

    answer = found("answers")[0]

    assert "The one <mark>answer</mark>." in answer.text
    assert f'href="/briefings/one/#{key}"' in answer.text


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


def test_of_nothing_found_nobody_is_offered_who_is_private_by_now():
    speaker = "Wilhelmina Quaggafield"
    make_edition("one", blocks=(make_quote("Aside", speaker=speaker),))
    assert 'href="/people/wilhelmina-quaggafield/"' in found("quaggafeld")[0].text

    file_person(Person.objects.get(name=speaker), name="Wilhelmina Quaggafeldt", kind="private", by=None)

    for asked in ("quaggafeld", "quaggafelds"):
        answer = found(asked)[0].text
        assert "Nothing was found." in answer
        assert "quaggafield" not in answer.lower()
        assert "quaggafeldt" not in answer.lower()


@pytest.mark.parametrize("query", ["headline", "headline&topic=marmots", "headlnie"])
def test_an_answer_costs_the_same_queries_whatever_is_published(query):
    page = Surface("search", f"/search/?q={query}", Client())
    make_edition("one", topics=("marmots",))
    make_edition("two", topics=("marmots",))
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
    assert "The first 3 briefings that hold these words." in answer.text
    assert slugs("headline", page="2") == ["no-1"]


def test_the_page_stays_out_of_search_engines_and_browsers_are_told_of_it():
    make_edition("one")

    assert '<meta name="robots" content="noindex">' in found("headline")[0].text
    assert "/search/?q={searchTerms}" in Surface("open-search", "/opensearch.xml", Client()).at(AT)
