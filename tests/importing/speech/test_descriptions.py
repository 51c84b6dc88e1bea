"""Speakers who are described: the person, if the draft named one with that office, else a description."""

import pytest

from briefings.importing import as_json
from tests.importing.drafts import INTRODUCTION, codes_of, understood
from tests.importing.speech.section_quotations import kinds, said, spoken


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ("Mayor Ann Lee arrived. “We go on,” the mayor said.", ("Ann Lee", "Mayor")),
        ("Ann Lee, the mayor of Paris, arrived. “We go on,” said the mayor.", ("Ann Lee", "mayor of Paris")),
        ("Ann Lee, a doctor, arrived. “We go on,” the doctor said.", ("Ann Lee", "doctor")),
        (
            "Mayor Ann Lee arrived with governor Omar Diaz. “We go on,” the governor said.",
            ("Omar Diaz", "governor"),
        ),
        (
            "Health minister Ann Lee and prime minister Omar Diaz came. “We go on,” the prime minister said.",
            ("Omar Diaz", "prime minister"),
        ),
    ],
)
def test_a_description_means_the_person_with_that_office_as_a_guess(sentences, expected):
    assert spoken(sentences) == [("We go on", *expected, False)]


@pytest.mark.parametrize(
    ("language", "sentences", "name", "role"),
    [
        (
            "de",
            "Der Bürgermeister Jan Vogel kam. „Wir gehen“, sagte der Bürgermeister.",
            "Jan Vogel",
            "Bürgermeister",
        ),
        ("fr", "Le maire Paul Durand est venu. « Nous partons », a dit le maire.", "Paul Durand", "maire"),
        ("es", "El alcalde Luis Pérez llegó. «Nos vamos», dijo el alcalde.", "Luis Pérez", "alcalde"),
        ("uk", "Мер Андрій Шевчук приїхав. «Ми йдемо», — сказав мер.", "Андрій Шевчук", "Мер"),
        ("ar", "وصل الوزير سامي حداد. وقال الوزير: «لن ننتظر».", "سامي حداد", "الوزير"),
    ],
)
def test_a_description_means_the_person_in_every_language(language, sentences, name, role):
    ((_, speaker, office, confirmed),) = spoken(sentences, language=language)
    assert (speaker, office, confirmed) == (name, role, False)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("“We go on,” the minister said.", "minister"),
        ("“We go on,” said a spokeswoman for the port.", "a spokeswoman for the port"),
        ("“We go on,” one resident said.", "one resident"),
        ("“We go on,” residents said.", "residents"),
        ("“We go on,” two officials said.", "two officials"),
        ("“We go on,” a senior official told reporters.", "a senior official"),
        ("Ann Lee’s mother said “we will go on now”.", "Ann Lee’s mother"),
    ],
)
def test_somebody_whom_the_draft_does_not_name_stays_unnamed_and_a_guess(sentence, name):
    assert kinds(sentence) == [(name, "unnamed")]
    assert [confirmed for *_, confirmed in spoken(sentence)] == [False]
    assert "speaker-guessed" in codes_of(said(sentence))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The report said it was “far too slow and too costly”.", "report"),
        ("According to the report, it was “far too slow and too costly”.", "report"),
        ("The study found that it was “far too slow and too costly”.", "study"),
        ("“We go on,” said the statement from the Health Ministry.", "statement from the Health Ministry"),
    ],
)
def test_a_document_speaks_for_itself(sentence, name):
    assert kinds(sentence) == [(name, "document")]


@pytest.mark.parametrize("name", ["Health Ministry", "White House", "World Health Organization"])
def test_a_body_with_a_name_is_found_as_a_guess(name):
    assert spoken(f"“We go on,” said the {name}.") == [("We go on", name, None, False)]
    assert kinds(f"“We go on,” said the {name}.") == [(name, "body")]


def test_a_body_without_a_name_is_a_guess():
    assert spoken("“We go on,” the ministry said.") == [("We go on", "ministry", None, False)]


def test_nobody_is_no_speaker():
    assert spoken("Nobody said “we will not wait any longer than that”.") == [
        ("we will not wait any longer than that", None, None, False)
    ]


def test_a_name_and_a_verb_before_a_name_are_no_office():
    quotes = as_json(understood(INTRODUCTION + "Mary Smith met Ann Lee. “We will not wait,” Lee said."))["quotes"]
    assert [(quote["speaker"], quote["role"]) for quote in quotes] == [("Ann Lee", None)]


def test_where_something_was_said_is_no_part_of_who_said_it():
    (quote,) = as_json(understood(INTRODUCTION + "“We will not wait,” said the ministry in a statement."))["quotes"]
    assert quote["speaker"] == "ministry"


def test_she_is_not_several():
    draft = INTRODUCTION + "Ann Lee came. The allies met. “We will not wait,” she said."
    assert [quote["speaker"] for quote in as_json(understood(draft))["quotes"]] == ["Ann Lee"]


def test_who_is_no_body():
    (quote,) = understood(
        INTRODUCTION + "An engineer who lives nearby spoke of “a loud and sudden crack”."
    ).content.quotes
    assert (quote.person.kind, quote.confirmed) == ("unnamed", False)


def test_a_body_is_a_guess_where_no_capitals_say_how_far_its_name_goes():
    draft = "قالت وزارة الصحة إن الوضع “تحت السيطرة الكاملة الآن”."
    imported = understood(f"{INTRODUCTION}{draft}", language="ar")
    assert [quote.confirmed for quote in imported.content.quotes] == [False]
