"""Quotations over several paragraphs, those introduced in the paragraph above, and those that go on alone."""

import pytest

from tests.importing.drafts import codes_of
from tests.importing.speech.section_quotations import said, speakers, spoken


def _spans(text, **arguments):
    return [[span.text for span in quote.spans] for quote in said(text, **arguments).content.quotes]


@pytest.mark.parametrize(
    ("language", "first", "last", "speaker"),
    [
        ("en", "Mary Novak said: “We go on.", "“We will win.”", "Mary Novak"),
        ("en", 'Mary Novak said: "We go on.', '"We will win."', "Mary Novak"),
        ("de", "Anna Weber sagte: „Wir gehen.", "„Wir gewinnen.“", "Anna Weber"),
        ("fr", "Paul Durand a dit : « Nous partons.", "« Nous gagnons. »", "Paul Durand"),
        ("es", "Ana García dijo: «Nos vamos.", "«Ganamos.»", "Ana García"),
        ("uk", "Олена Коваль сказала: «Ми йдемо.", "«Ми переможемо.»", "Олена Коваль"),
    ],
)
def test_a_quotation_that_every_paragraph_opens_again_is_one(language, first, last, speaker):
    imported = said(f"{first}\n\n{last}", language=language)
    (quote,) = imported.content.quotes
    assert (len(quote.spans), quote.person.name) == (2, speaker)
    assert "unbalanced-mark" not in codes_of(imported)


def test_a_quotation_over_three_paragraphs_has_three_spans():
    assert _spans("Mary Novak said: “We go on.\n\n“We will win.\n\n“And we will rest.”") == [
        ["We go on.", "We will win.", "And we will rest."]
    ]


def test_a_quotation_may_be_attributed_in_its_last_paragraph():
    assert spoken("“We go on.\n\n“We will win,” said Mary Novak.") == [
        ("We go on. … We will win", "Mary Novak", None, True)
    ]


def test_a_quotation_that_is_closed_and_one_in_the_next_paragraph_are_two():
    assert _spans("Mary Novak said: “We go on.”\n\n“We will win,” said Omar Diaz.") == [["We go on."], ["We will win"]]


def test_a_mark_that_is_never_closed_takes_no_further_paragraph():
    imported = said("Mary Novak said: “We go on.\n\nThey left.\n\n“We will win,” said Omar Diaz.")
    assert _spans("Mary Novak said: “We go on.\n\nThey left.\n\n“We will win,” said Omar Diaz.") == [["We will win"]]
    assert "unbalanced-mark" in codes_of(imported)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Mary Novak said on Monday:\n\n“We will not wait any longer.”", "Mary Novak"),
        ("de", "Anna Weber sagte am Montag:\n\n„Wir warten nicht länger.“", "Anna Weber"),
        ("fr", "Paul Durand a déclaré lundi :\n\n« Nous partons demain. »", "Paul Durand"),
        ("es", "Ana García dijo el lunes:\n\n«No esperamos más.»", "Ana García"),
        ("uk", "Олена Коваль сказала:\n\n«Ми більше не чекатимемо.»", "Олена Коваль"),
    ],
)
def test_a_colon_in_the_paragraph_above_says_who_speaks_as_a_guess(language, text, speaker):
    ((_, found, _, confirmed),) = spoken(text, language=language)
    assert (found, confirmed) == (speaker, False)


@pytest.mark.parametrize("above", ["Mary Novak, the mayor:", "Then came Mary Novak:"])
def test_a_colon_needs_no_verb(above):
    assert speakers(f"{above}\n\n“We will not wait any longer.”") == ["Mary Novak"]


def test_a_paragraph_that_ends_with_a_full_stop_introduces_nobody():
    assert speakers("Mary Novak came on Monday.\n\n“We will not wait any longer.”") == [None]


def test_a_colon_introduces_the_next_paragraph_alone():
    assert speakers("Mary Novak said:\n\nIt was late.\n\n“We will not wait any longer.”") == [None]


def test_a_paragraph_that_is_all_quotation_goes_on_with_the_one_above():
    assert spoken("“We go on,” said Mary Novak.\n\n“We will win in the end.”") == [
        ("We go on", "Mary Novak", None, True),
        ("We will win in the end.", "Mary Novak", None, False),
    ]


def test_a_paragraph_in_between_ends_that():
    assert speakers("“We go on,” said Mary Novak.\n\nIt was late.\n\n“We will win in the end.”") == ["Mary Novak", None]


def test_a_quotation_that_closes_without_opening_again_confirms_nobody():
    ((_, speaker, _, confirmed),) = spoken("“We go on. We are ready.\n\nWe will win,” said Mary Novak.")
    assert (speaker, confirmed) == ("Mary Novak", False)


@pytest.mark.parametrize(
    "before",
    [
        "She paid tribute to the goalkeeper Luca Petrov.",
        "The plan, she explained, was a good one.",
        "Novak paid tribute to the goalkeeper.",
    ],
)
def test_words_that_stand_alone_go_on_from_the_person_of_the_sentence_before(before):
    found = spoken(f"“We go on,” said Mary Novak.\n\n{before} “We will win in the end.”")
    assert found[-1] == ("We will win in the end.", "Mary Novak", None, False)


def test_a_sentence_that_begins_with_no_person_lets_nobody_speak_behind_it():
    assert speakers("The bridge fell on Mary Novak. “We will win in the end.”") == [None]
