"""What content cannot hold is moved, cut or taken out, said in a finding, and never an exception."""

import pytest

from briefings.importing import Decisions
from tests.importing.drafts import PROSE, codes_of, tokens_of, understood

LONG = "word " * 100


def test_a_lede_that_is_too_long_becomes_a_section():
    imported = understood("Word " + "word " * 5_000 + ".")
    assert imported.content.lede == ""
    assert len(imported.content.sections) == 1
    assert "too-long" in codes_of(imported)


def test_a_question_that_is_too_long_joins_the_answer_before():
    decided = Decisions(roles={"4": "question"})
    imported = understood(f"{PROSE}\nFAQ\nWho pays?\nNobody.\n{LONG}?\nSo it is.", decisions=decided)
    assert [entry.question for entry in imported.content.faq] == ["Who pays?"]
    assert "too-long" in codes_of(imported)
    assert tokens_of(imported)["word"] == 100


def test_a_first_question_that_is_too_long_is_unplaced_with_its_answer():
    decided = Decisions(roles={"2": "question", "3": "answer"})
    imported = understood(f"{PROSE}\nFAQ\n{LONG}?\nSo it is.", decisions=decided)
    assert imported.content.faq == ()
    assert imported.unplaced == (f"{LONG}?", "So it is.")


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("& & & & & & ", 3),
        *(pytest.param(words, 15, marks=pytest.mark.slow) for words in ("Plain words ", "<b> </b> >< ")),
    ],
)
def test_a_section_that_is_too_long_goes_on_in_another(words, lines):
    draft = f"{PROSE}\nWhat was said\n" + f"{words * 5_000}.\n" * lines
    imported = understood(draft)
    assert len(imported.content.sections) > 1
    assert imported.content.sections[0].heading == "What was said"
    assert sum(tokens_of(imported).values()) == len(draft.split())


def test_a_word_that_no_paragraph_can_hold_is_unplaced():
    word = "a" * 70_000
    imported = understood(f"{PROSE}\nBefore {word} after.")
    assert imported.unplaced == (word,)
    assert "Before" in tokens_of(imported)
    assert "after." in tokens_of(imported)


def test_an_answer_that_is_too_long_is_cut_and_the_rest_unplaced():
    imported = understood(f"{PROSE}\nFAQ\nWho pays?\n" + ("word " * 10_000 + ".\n") * 10)
    assert len(imported.content.faq) == 1
    assert imported.unplaced
    assert tokens_of(imported)["word"] == 100_000


def test_characters_that_cannot_be_published_are_taken_out_and_named():
    imported = understood("A bell\x07 rings\x07 and half \ud83d a character.\nOne \u202eturned line.")
    assert imported.content.lede == "A bell rings and half a character."
    assert [finding.sentence for finding in imported.findings if finding.code == "characters-removed"] == [
        "Took out U+0007 BELL, which cannot be published: line 1, character 7; line 1, character 14.",
        "Took out U+202E RIGHT-TO-LEFT OVERRIDE, which cannot be published: line 2, character 5.",
        "Took out U+D83D half of a character, which cannot be published: line 1, character 25.",
    ]
    assert [finding.line for finding in imported.findings if finding.code == "characters-removed"] == [1, 2, 1]


def test_direction_marks_that_are_closed_stay():
    assert understood("He wrote \u2067شكرا\u2069 to us.").content.lede == "He wrote \u2067شكرا\u2069 to us."


def test_a_quotation_with_half_a_pair_of_direction_marks_stays_text():
    imported = understood(f"{PROSE}\nWhat was said\nAmal Said said “so \u2067it is” and\u2069 left.")
    assert imported.content.quotes == ()
    assert "quote-refused" in codes_of(imported)


def test_invisible_characters_and_no_break_spaces_do_not_hide_words():
    assert understood("Al\xadlies\u200b meet\ufeff\xa0in\u202fParis.").content.lede == "Allies meet in Paris."


def test_text_is_composed():
    assert understood("Cafe\u0301.").content.lede == "Caf\u00e9."


def test_every_kind_of_line_end_parts_lines():
    draft = f"{PROSE}\r\nOne.\rTwo.\vThree.\u2028Four.\u2029Five.\x85Six.\fSeven."
    body = understood(draft).content.sections[0].body
    assert body.count("<p>") == 7


def test_markup_in_a_draft_stays_words():
    imported = understood(f"{PROSE}\n<script>alert(1)</script> & <b>bold</b>.")
    assert imported.content.sections[0].body == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;.</p>"
    )


def test_a_combining_mark_that_would_join_a_tag_is_taken_out():
    assert understood(f"{PROSE}\n\u0338Word.").content.sections[0].body == "<p>Word.</p>"


def test_more_quotations_than_any_briefing_holds_are_left_as_text_and_reported():
    imported = understood("Ab Cd said “a b c d”.\n" * 1_000)
    assert len(imported.content.quotes) < 600
    assert codes_of(imported).count("too-many-marks") == 1
