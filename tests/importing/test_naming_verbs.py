"""Sentences that give something its name in quotation marks."""

import pytest

from tests.importing.drafts import quotes_of, terms_of


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
        "The mayor called it the “biggest mistake”.",
        "James and Ana Torres call it “quite absurd”.",
        "The ministry calls the attack “cruel and senseless”.",
        "It was a plan that the firm calls “cruel and senseless”.",
        "It was a ploy in what Emmanuel Macron called a “witch hunt”.",
        "Emmanuel Macron said she had his “full confidence”.",
    ],
)
def test_a_judgement_is_no_name_that_is_given(sentence):
    assert terms_of(sentence) == []
    assert len(quotes_of(sentence)) == 1
