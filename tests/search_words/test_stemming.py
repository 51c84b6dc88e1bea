import pytest

from briefings.search_words.stemming import asked_forms, forms
from tests.search_words.inflections import INFLECTIONS, PAIRS


def find_each_other(language, one, other):
    return bool(set(forms(one, language)) & set(asked_forms(other, language)))


def test_there_are_twenty_words_of_each_language_with_a_catalogue():
    assert {language: len(pairs.split()) for language, pairs in INFLECTIONS.items()} == dict.fromkeys(INFLECTIONS, 20)


@pytest.mark.parametrize(("language", "one", "other"), PAIRS)
def test_an_inflected_word_finds_the_other_forms_of_it(language, one, other):
    other = other.replace("’s", "").replace("l’", "")

    assert find_each_other(language, one, other)
    assert find_each_other(language, other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("архів", "архіву"),
        ("Харків", "Харкова"),
        ("Харкова", "Харкові"),
        ("Київ", "Києва"),
        ("військовий", "військові"),
    ],
)
def test_a_ukrainian_word_that_ends_as_others_are_inflected_is_found_in_each_form(one, other):
    assert find_each_other("uk", one, other)
    assert find_each_other("uk", other, one)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "border", "order"),
        ("de", "Wahl", "Wal"),
        ("ar", "حرب", "حزب"),
        ("uk", "місто", "міст"),
        ("uk", "мій", "мої"),
    ],
)
def test_other_words_do_not(language, one, other):
    assert not find_each_other(language, one, other)


def test_a_word_of_a_language_without_rules_stands_for_itself():
    assert forms("Kalbanti", "eo") == ("kalbanti",)


def test_numbers_stay_as_they_are_and_digits_of_any_script_are_the_same():
    assert forms("2026", "de") == forms("٢٠٢٦", "ar") == ("2026",)
