"""Roles come out whole: the office up to the name, and what stands behind the name up to its clause."""

import pytest

from tests.importing.speech.section_quotations import kinds, spoken


def role_of(sentence: str, language: str = "en") -> tuple[str | None, str | None]:
    ((_, speaker, role, _),) = spoken(sentence, language=language)
    return speaker, role


@pytest.mark.parametrize(
    ("sentence", "speaker", "role"),
    [
        ("Minister of Trade Jamal Haddad said it was “far too late”.", "Jamal Haddad", "Minister of Trade"),
        (
            "“We go,” said the minister of Trade and Works Jamal Haddad.",
            "Jamal Haddad",
            "minister of Trade and Works",
        ),
        (
            "“We go,” said the Hon. Minister of Art, Culture and Public Works, Jamal Haddad.",
            "Jamal Haddad",
            "Hon. Minister of Art, Culture and Public Works",
        ),
        ("Lead author Dr Anna Bell said it was “far too late”.", "Anna Bell", "Lead author"),
        ("“We go,” said its director, Anna Bell.", "Anna Bell", "director"),
        ("“We go,” said state fire spokeswoman Anna Bell.", "Anna Bell", "state fire spokeswoman"),
        ("“We go,” said planning inspector Anna Bell.", "Anna Bell", "planning inspector"),
        (
            "Bank chairman and chief executive Anna Bell said it was “far too late”.",
            "Anna Bell",
            "Bank chairman and chief executive",
        ),
        ("Council chairman Cllr Anna Bell said it was “far too late”.", "Anna Bell", "Council chairman"),
        ("Its director, Anna Bell, suffered head injuries. Bell said it was “far too late”.", "Anna Bell", "director"),
    ],
)
def test_an_office_before_a_name_is_taken_whole(sentence, speaker, role):
    assert role_of(sentence) == (speaker, role)


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Anna Bell, a geophysicist at the tsunami center.", "geophysicist at the tsunami center"),
        ("Anna Bell, a teacher from Bogo who was on board.", "teacher from Bogo"),
        ("Anna Bell, then the director of nursing.", "director of nursing"),
        ("Anna Bell, Minister of Art, Culture and Works, on Monday.", "Minister of Art, Culture and Works"),
        ("co-author Anna Bell, a physicist at the college.", "physicist at the college"),
        ("coach Anna Bell, a former teacher from Bogo.", "coach"),
        ("councillor Anna Bell, one of two lawyers there.", "councillor"),
    ],
)
def test_what_somebody_is_stands_behind_the_name(said, role):
    assert role_of(f"“We will not wait,” said {said}") == ("Anna Bell", role)


@pytest.mark.parametrize(
    "sentence",
    [
        "Despite the lawyers’ demands, Anna Bell said it was “far too late”.",
        "While that led to fights over Supreme Court judges, Anna Bell said it was “far too late”.",
        "Anna Bell, a week later, said it was “far too late”.",
    ],
)
def test_what_a_comma_ends_before_a_name_is_no_office(sentence):
    assert role_of(sentence) == ("Anna Bell", None)


def test_no_person_has_an_article_before_the_full_name():
    ((_, speaker, role, _),) = spoken(
        "The mayor, Anna Bell, arrived. The Evening Standard reported it. “We go on,” she said."
    )
    assert (speaker, role) == ("Anna Bell", "mayor")
    assert kinds("“We go on,” the Evening Standard said.") == [("Evening Standard", "body")]


@pytest.mark.parametrize("title", ["president of the United States", "mayor of Rio Grande City"])
def test_an_office_without_a_name_names_nobody(title):
    assert role_of(f"“We go,” said the {title}.")[0] == title


def test_a_given_name_with_a_hyphen_is_no_compound_in_any_language():
    assert role_of("« Nous partons », a déclaré la présidente du jury, Yoon Seo-hyun.", "fr") == (
        "Yoon Seo-hyun",
        "présidente du jury",
    )


def test_an_office_between_two_names_is_that_of_the_second():
    sentence = "Chez Auchan, la ministre du Travail, Anna Bell, a affirmé que « les conditions se durcissaient »."
    assert role_of(sentence, "fr") == ("Anna Bell", "ministre du Travail")


def test_whoever_is_called_something_of_something_has_that_role_though_no_list_knows_it():
    text = (
        "La vicesecretaria de Sanidad y Política Social del PP, Carmen Ruiz, dijo que «no vamos a esperar más». "
        "Según el PP, «es una gran vergüenza para todos»."
    )
    assert [said[1:3] for said in spoken(text, language="es")] == [
        ("Carmen Ruiz", "vicesecretaria de Sanidad y Política Social del PP"),
        ("PP", None),
    ]


def test_the_field_before_an_office_is_kept_for_whoever_is_named_later():
    text = "“We go,” said state fire spokeswoman Anna Bell. “We will not wait any longer,” Bell said."
    assert [said[2] for said in spoken(text)] == ["state fire spokeswoman"] * 2


def test_an_office_with_its_field_in_capitals_is_that_of_whoever_was_named():
    text = "Anna Bell, the Minister of Works, came. The Minister of Works said it was “far too late”."
    assert role_of(text) == ("Anna Bell", "Minister of Works")
