import re

import pytest

from briefings.search_words.folding import LONGEST, cased, spelled, words


def said(text):
    return [word.text for word in words(text)]


def spelling(word):
    return spelled(cased(word))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peace, now: 1,200 men", ["Peace", "now", "1", "200", "men"]),
        ("l’accord d'Élysée, Ukraine’s", ["accord", "Élysée", "Ukraine"]),
        ("п’ять і п'ять", ["п’ять", "і", "п'ять"]),
        ("مُحَمَّدٌ قال", ["مُحَمَّدٌ", "قال"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("Trump–Putin AND a_b \0 ^ * - \" '", ["Trump", "Putin", "AND", "a", "b"]),
        ("", []),
    ],
)
def test_words_are_letters_and_what_belongs_to_them(text, found):
    assert said(text) == found


def test_a_word_knows_where_it_stands():
    text = "An e\u0301lan, vital."

    assert [text[word.start : word.end] for word in words(text)] == said(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ÉLYSÉE", "elysee"),
        ("Straße", "STRASSE"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("ﬁnal", "final"),
        ("e\u0301lan", "élan"),
        ("co\u00adoperate", "cooperate"),
        ("مُحَمَّد", "محمد"),
        ("أوروبا", "اوروبا"),
        ("مستشفى", "مستشفي"),
        ("حكومة", "حكومه"),
        ("ســـلام", "سلام"),
        ("ещё", "ЕЩЕ"),
        ("ґанок", "ганок"),
        ("за\u0301мок", "замок"),
        ("Ἀθήνα", "Αθηνα"),
    ],
)
def test_case_accents_and_forms_of_letters_make_no_difference(one, other):
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize("word", ["київ", "йод", "москва", "حرب", "हिन्दी", "東京"])
def test_a_word_stays_in_its_script_with_all_its_letters(word):
    assert spelling(word) == word


def test_a_word_without_end_is_cut_off():
    assert said("x" * 5000) == ["x" * LONGEST]


@pytest.mark.parametrize("text", ["ـ", "ــ", "\u0301", "\u00ad", "ʼʼ", "\ufe70", f"{'ـ' * LONGEST}a"])
def test_marks_alone_are_no_word(text):
    assert said(text) == []


def test_every_sign_that_is_a_word_is_one_in_the_index_that_no_database_takes_apart():
    signs = [sign for sign in map(chr, (*range(0xD800), *range(0xE000, 0x20000))) if sign.isalnum() and said(sign)]

    assert len(signs) > 50_000
    assert [sign for sign in signs if not spelling(sign)] == []
    assert [sign for sign in signs if re.search(r"[\x00-\x7f]", re.sub(r"[A-Za-z0-9]", "", spelling(sign)))] == []
