"""How names are put in order: one function for every script, and none is spelled in another for it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.content.name_order import ARABIC, CYRILLIC, LATIN, OTHER, filed, in_order

PEOPLE = {
    "Mira Novak": "N",
    "Ursula von der Leyen": "L",
    "Robert F. Kennedy Jr.": "K",
    "Charles III": "C",
    "Pope Leo XIV": "L",
    "Éric O’Brien (minister)": "O",
    "Łukasz Żal": "Z",
    "Володимир Зеленський": "З",
    "أحمد الشرع": "ش",
    "Pelé": "P",
}
OTHERS = {
    "European Commission": "E",
    "Élysée": "E",
    "Ørsted": "O",
    "Ñuble": "Ñ",
    "Європейська комісія": "Є",
    "Їжа": "Ї",
    "Йод": "Й",
    "الاقتصاد": "ا",
    "التعليم": "ت",
    "إيران": "ا",
    "مُحَمَّد": "م",
    "«Nafta»": "N",
    "2024 treaty": OTHER,
    "日本": OTHER,
    "…": OTHER,
}


@pytest.mark.parametrize(("name", "letter"), PEOPLE.items())
def test_a_public_figure_stands_under_the_last_word_that_is_part_of_the_name(name, letter):
    assert filed(name, is_public_figure=True).letter == letter


@pytest.mark.parametrize(("name", "letter"), OTHERS.items())
def test_bodies_documents_and_topics_stand_under_the_first_in_the_letters_of_their_script(name, letter):
    assert filed(name).letter == letter


@pytest.mark.parametrize(
    "names",
    [
        ("Aeon", "Ägypten", "Eber", "Éclair", "Ecuador", "Łódź", "Lyon", "Nube", "Ñandú", "Oslo", "Zagreb"),
        ("Гай", "Ґава", "Дім", "Еней", "Єгипет", "Жук", "Зоря", "Имя", "Іван", "Їжак", "Йод", "Юрій", "Яна"),
        ("إيران", "بيروت", "التعليم", "جنيف", "السودان", "الشرق", "كييف", "لبنان", "مصر", "ؤام", "اليمن"),
    ],
    ids=["latin", "cyrillic", "arabic"],
)
def test_names_stand_in_the_order_of_their_alphabet_whatever_their_marks(names):
    mixed = sorted(names, key=lambda name: name[::-1])

    assert tuple(sorted(mixed, key=lambda name: filed(name).sort_key)) == names


def test_a_shorter_name_stands_before_the_longer_and_first_names_decide_between_namesakes():
    names = ["Kim van Doe", "Kim Doe", "Anna Doe", "Kim Do"]

    in_their_order = sorted(names, key=lambda name: filed(name, is_public_figure=True).sort_key)

    assert in_their_order == ["Kim Do", "Anna Doe", "Kim Doe", "Kim van Doe"]


def test_letters_stand_in_the_order_of_the_alphabets_one_after_the_other_and_the_rest_last():
    assert in_order([OTHER, "ب", "Є", "Б", "Z", "Ñ", "O", "N"]) == ["N", "Ñ", "O", "Z", "Б", "Є", "ب", OTHER]
    assert len(set(LATIN + CYRILLIC + ARABIC)) == len(LATIN + CYRILLIC + ARABIC)


@given(st.text(max_size=200), st.booleans())
def test_every_text_has_a_place_that_any_database_puts_in_the_same_order(name, is_public_figure):
    letter, sort_key = filed(name, is_public_figure=is_public_figure)

    assert len(letter) == 1
    assert re.fullmatch(r"([0-9a-f]{2}){0,160}", sort_key)
    assert in_order([letter]) == [letter]
