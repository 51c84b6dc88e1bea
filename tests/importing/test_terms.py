"""Names, terms and ironic words in quotation marks are told apart from quotations."""

import pytest

from tests.importing.drafts import INTRODUCTION, PROSE, quotes_of, terms_of, understood


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("The “Coalition of the Willing” met in Paris.", "Coalition of the Willing"),
        ("Emmanuel Macron said the “Coalition of the Willing” would meet.", "Coalition of the Willing"),
        ("The so-called “shadow fleet” sailed on.", "shadow fleet"),
        ("A ship known as “the grey one” sailed on.", "the grey one"),
        ("The group was called “Friends of peace” then.", "Friends of peace"),
        ("The talks were “frank”.", "frank"),
        ("The country wants “strategic autonomy” by 2040.", "strategic autonomy"),
    ],
)
def test_a_name_or_term_in_marks_is_no_quotation(sentence, term):
    assert terms_of(sentence) == [term]
    assert quotes_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("Mary Novak said a valve called a “trickler” will limit the flow.", "trickler"),
        ("Mary Novak told of a network called “smart water” in the north.", "smart water"),
        ("Gardeners call it “nature’s carpet”.", "nature’s carpet"),
        ("Rain falls in what locals call the “wet triangle”.", "wet triangle"),
        ("It was kept in what the team calls an “ice library”.", "ice library"),
        ("The method, known in Kanuri as “the kitchen army”, saved the crop.", "the kitchen army"),
        ("Fans held up a banner that read “Never on a Sunday”, the title of a song.", "Never on a Sunday"),
        ("Mary Novak warned of a red alert, which means “danger to life”.", "danger to life"),
        ("Newspapers of the time called it the “silver sausage”.", "silver sausage"),
        ("Aid groups speak of a “lost generation”.", "lost generation"),
        ("The firm said it will put its assistant, “Penny,” in all stores.", "Penny"),
        ("“It will fall,” said Mary Novak, who has a “buy” rating on the stock.", "buy"),
    ],
)
def test_a_sentence_that_gives_a_name_lets_nobody_speak(sentence, term):
    assert term in terms_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics call it “a gift to thieves”.",
        "Emmanuel Macron called it the “biggest mistake”.",
        "It was a ploy in what Emmanuel Macron called a “witch hunt”.",
        "Emmanuel Macron said she had his “full confidence”.",
        "Emmanuel Macron said it was a “grave” mistake.",
    ],
)
def test_a_judgement_is_no_name_that_is_given(sentence):
    assert terms_of(sentence) == []
    assert len(quotes_of(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron called the talks “frank”.",
        "It was a plan that Emmanuel Macron called “absurd”.",
        "“Never,” said Emmanuel Macron.",
        "There were binding commitments. The coalition may finalize the “binding commitments” anyway.",
    ],
)
def test_judgements_and_parts_of_sentences_are_quotations(sentence):
    assert terms_of(sentence) == []
    assert len(quotes_of(sentence)) == 1


def test_a_term_is_listed_with_its_place():
    imported = understood(INTRODUCTION + "The so-called “shadow fleet” sailed on.")
    (term,) = imported.terms
    assert (term.line, term.column, term.key) == (4, 15, imported.content.sections[0].key)


def test_terms_are_found_in_lede_and_faq_too():
    imported = understood("The “Coalition of the Willing” met.\nFAQ\nWho are the “Friends of Peace”?\nNobody.")
    assert [(term.words, term.key) for term in imported.terms] == [
        ("Coalition of the Willing", None),
        ("Friends of Peace", imported.content.faq[0].key),
    ]


def test_a_quotation_in_the_lede_or_the_faq_stays_text_and_is_reported():
    imported = understood(
        f"Emmanuel Macron said “we go on now” in Paris.\nWhat was said\n{PROSE}\nFAQ\n"
        "Who goes on?\nEmmanuel Macron said “all of us do”."
    )
    assert imported.content.quotes == ()
    assert [(quotation.words, quotation.speaker.name) for quotation in imported.elsewhere] == [
        ("we go on now", "Emmanuel Macron"),
        ("all of us do", "Emmanuel Macron"),
    ]
    assert [finding.sentence for finding in imported.findings if finding.code == "quote-elsewhere"] == [
        "“we go on now”, said by Emmanuel Macron it seems, stands in the lede, where quotations stay plain text.",
        "“all of us do”, said by Emmanuel Macron it seems, stands in the answer to “Who goes on?”, "
        "where quotations stay plain text.",
    ]
