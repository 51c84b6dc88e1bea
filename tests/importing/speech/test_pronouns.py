"""Whom a pronoun means: by gender, bodies by “it”, else whoever was met last; always a guess."""

import pytest

from tests.importing.speech.section_quotations import speakers, spoken


@pytest.mark.parametrize(
    ("pronoun", "name"),
    [("she", "Mary Novak"), ("he", "Omar Diaz")],
)
@pytest.mark.parametrize(
    "before",
    ["Mary Novak arrived. Omar Diaz left.", "Omar Diaz left. Mary Novak arrived.", "Omar Diaz met with Mary Novak."],
)
def test_a_pronoun_agrees_in_gender_with_the_one_it_means(pronoun, name, before):
    assert spoken(f"{before} “We will not wait,” {pronoun} said.") == [("We will not wait", name, None, False)]


@pytest.mark.parametrize(
    ("sentences", "name"),
    [
        ("The spokeswoman Robin Lee met the chairman Kim Diaz. “We go on,” she said.", "Robin Lee"),
        ("The spokeswoman Robin Lee met the chairman Kim Diaz. “We go on,” he said.", "Kim Diaz"),
    ],
)
def test_offices_tell_the_gender(sentences, name):
    assert speakers(sentences) == [name]


@pytest.mark.parametrize(
    ("language", "sentences", "name"),
    [
        ("de", "Anna Weber kam. Jan Vogel ging. „Ja“, sagte sie.", "Anna Weber"),
        ("fr", "Claire Petit est là. Paul Durand est parti. « Oui », a-t-elle dit.", "Claire Petit"),
        ("es", "Ana García llegó. Luis Pérez se fue. «Sí», dijo ella.", "Ana García"),
        ("uk", "Олена Коваль приїхала. Андрій Шевчук пішов. «Так», — сказала вона.", "Олена Коваль"),
    ],
)
def test_gender_counts_in_every_language(language, sentences, name):
    assert speakers(sentences, language=language) == [name]


def test_of_several_who_may_be_meant_it_is_the_last():
    assert speakers("Mary Novak arrived. Then Anna Weber arrived. “We go on,” she said.") == ["Anna Weber"]


@pytest.mark.parametrize(
    "sentences",
    [
        "The White House sent a letter. “We go on,” it said.",
        "The White House sent a letter to Mary Novak. “We go on,” it said.",
    ],
)
def test_it_means_a_body_and_no_person(sentences):
    assert spoken(sentences) == [("We go on", "White House", None, False)]


def test_she_means_a_person_and_no_body():
    assert speakers("Mary Novak arrived. The White House sent a letter. “We go on,” she said.") == ["Mary Novak"]


def test_a_pronoun_goes_on_with_whoever_spoke():
    assert spoken("“We go on,” said Mary Novak. She added: “We will win.”") == [
        ("We go on", "Mary Novak", None, True),
        ("We will win.", "Mary Novak", None, False),
    ]


def test_a_pronoun_may_mean_somebody_without_a_name():
    assert spoken("A spokesman said “we will not wait”. He added: “We will win.”") == [
        ("we will not wait", "a spokesman", None, False),
        ("We will win.", "a spokesman", None, False),
    ]


def test_a_pronoun_that_means_nobody_is_no_guess():
    assert spoken("“We will not wait,” she said.") == [("We will not wait", None, None, False)]


def test_somebody_named_in_a_heading_alone_is_not_meant():
    assert speakers("Mary Novak wins\n\nIt was a long night in the town. “We will not wait,” she said.") == [None]


def test_whoever_is_named_in_the_lede_may_be_meant_below():
    assert speakers("Mary Novak came to the hall.\n\nIt was a long night. “We will not wait,” she said.") == [
        "Mary Novak"
    ]
