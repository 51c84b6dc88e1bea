"""Names as they stand: firms with “&”, members of a university, programmes before a presenter, party tags."""

import pytest

from tests.importing.speech.section_quotations import kinds, speakers, spoken


@pytest.mark.parametrize(
    "sentence",
    [
        "“We will not wait for it,” Clara Novak of Lindmoor University said.",
        "“We will not wait for it,” said Clara Novak of the University of Lindmoor.",
        "Clara Novak of Lindmoor University said the plan was “far too slow to work”.",
    ],
)
def test_whoever_is_of_a_university_speaks_and_not_the_university(sentence):
    assert speakers(sentence) == ["Clara Novak"]


def test_a_german_name_ends_before_the_body_that_it_belongs_to():
    assert speakers("„Wir warten nicht“, sagte Klara Winter von der Universität Kiel.", language="de") == [
        "Klara Winter"
    ]


@pytest.mark.parametrize("firm", ["Marks & Hale", "Peter Hale & Sons", "AT&T"])
def test_a_firm_with_an_ampersand_is_one_body(firm):
    assert kinds(f"“We will not wait for it,” {firm} said.") == [(firm, "body")]
    assert speakers(f"“We will not wait for it,” said analysts at {firm}.") == [f"analysts at {firm}"]


def test_what_stands_before_an_office_is_the_role_and_no_part_of_the_name():
    assert spoken("“We will not wait,” said Good Morning Britain presenter Clara Novak.") == [
        ("We will not wait", "Clara Novak", "Good Morning Britain presenter", False)
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("en", "“We will not wait for it,” said Clara Novak (D-Ohio).", "Clara Novak"),
        ("en", "“We will not wait for it,” Clara Novak (Labour) said.", "Clara Novak"),
        ("de", "„Wir warten nicht länger“, sagte Anna Bell (SPD).", "Anna Bell"),
        ("es", "«No vamos a esperar más», dijo Ana Ruiz (PSOE).", "Ana Ruiz"),
        ("fr", "« Nous n’attendrons pas », a déclaré Jean Petit (LR).", "Jean Petit"),
    ],
)
def test_a_party_behind_the_name_changes_nothing(language, sentence, speaker):
    ((_, name, role, confirmed),) = spoken(sentence, language=language)
    assert (name, role, confirmed) == (speaker, None, True)


def test_a_surname_that_is_also_an_office_is_that_of_whoever_was_named():
    assert speakers("Paul Expert came, and so did the clerk, Anna Bell. “We go,” Expert told the paper.") == [
        "Paul Expert"
    ]


def test_whoever_speaks_for_a_firm_is_no_firm():
    text = "A spokeswoman for the company, Dorothy Lane, declined to comment. “We will not wait,” she said."
    assert kinds(text) == [("Dorothy Lane", "private")]
