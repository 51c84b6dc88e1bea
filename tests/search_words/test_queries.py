import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from briefings.search_words import Filters, find_passages, index_words, mark, read_query
from briefings.search_words.queries import MOST_WORDS, QueryWord
from tests.search_words.making import content_named

LANGUAGES = ("en", "de", "fr", "es", "ar", "uk", "ja")
HOSTILE = ["AND", "NEAR(a b)", "*", "h=the", '"', "'", "a:b", "^x", "-", "(", "\0", "b=the*", "\\", "%", "é" * 5000]
ANYTHING = st.lists(st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE))).map(" ".join)


def test_each_word_counts_once_and_eight_at_most():
    query = read_query("peace peace " + " ".join(f"word{number}" for number in range(20)))

    assert len(query.words) == MOST_WORDS
    assert query.is_cut
    assert not read_query("peace now").is_cut


def test_a_star_makes_a_beginning_of_three_letters_or_more():
    assert read_query("negot* ab* *the").words == (
        QueryWord("negot", is_beginning=True),
        QueryWord("ab"),
        QueryWord("the"),
    )


def test_a_beginning_finds_words_of_headlines_and_names_however_long_it_is():
    word = QueryWord(["Negotiations", "and", "more"][0], is_beginning=True)

    assert word.alternatives(["en"]) == ("b=negotiatio",)


@given(ANYTHING)
def test_whatever_is_typed_becomes_words_without_any_sign_of_a_query_language(text):
    query = read_query(text)

    for word in query.words:
        for one in word.alternatives(LANGUAGES):
            assert re.fullmatch(r"(?:b=)?[^\s\"'\\*:&|!()<>=^-]+", one)
    assert len(query.words) <= MOST_WORDS


@given(ANYTHING)
def test_whatever_is_typed_the_runs_of_a_text_are_that_text(text):
    for said in ("The peace of “all”, and Ukraine’s.", text):
        assert "".join(run.text for run in mark(said, read_query(text), "en")) == said


@given(st.text(st.characters(exclude_categories=["C"]), max_size=80), ANYTHING)
def test_what_stands_in_a_text_is_in_its_index_and_its_passages(headline, words):
    content = content_named(headline)
    index = set(index_words(content, first_published=date(2026, 1, 1)).split(" "))

    for word in read_query(content.headline.replace("*", " ")).words:
        assert index & set(word.alternatives(["en"]))
    find_passages(content, read_query(words))


def test_no_word_of_a_text_is_taken_for_a_mark():
    index = index_words(content_named("l=de m=2026-11 t=abc"), first_published=date(2025, 3, 1)).split(" ")

    assert "l=de" not in index
    assert {"l=en", "m=2025-03"} < set(index)


def test_filters_ask_for_one_of_each_kind():
    filters = Filters(language="de", topics=("11111111-1111-4111-8111-111111111111", "2" * 36))

    assert filters.conditions() == [("l=de",), ("t=1111111111114111", "t=2222222222222222")]
    assert not Filters()


def test_a_month_and_a_year_are_days():
    assert Filters(month=date(2026, 12, 1)).days == (date(2026, 12, 1), date(2027, 1, 1))
    assert Filters(year=date(2026, 1, 1)).days == (date(2026, 1, 1), date(2027, 1, 1))
