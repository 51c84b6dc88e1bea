"""Headline, lede, sections and FAQ, told by the shapes of lines."""

from briefings.importing import as_json
from tests.importing.drafts import PROSE, codes_of, understood


def _printed(*lines):
    return as_json(understood("\n".join(lines)))


def test_a_lone_short_first_line_above_longer_prose_is_the_headline():
    printed = _printed("Allies meet in Paris", "", PROSE)
    assert (printed["headline"], printed["lede"], printed["warnings"]) == ("Allies meet in Paris", PROSE, [])


def test_a_first_line_with_a_full_stop_is_no_headline():
    printed = _printed("Allies meet in Paris.", PROSE)
    assert (printed["headline"], printed["lede"]) == (None, "Allies meet in Paris.")


def test_prose_between_lede_and_first_heading_is_a_section_without_a_heading():
    printed = _printed(PROSE, "It went on.", "What is next", "More talks.")
    assert printed["sections"] == [
        {"heading": None, "paragraphs": ["It went on."]},
        {"heading": "What is next", "paragraphs": ["More talks."]},
    ]


def test_a_short_line_is_a_heading_only_above_prose():
    printed = _printed(PROSE, "It went on.", "Signed in Paris")
    assert printed["sections"] == [{"heading": None, "paragraphs": ["It went on.", "Signed in Paris"]}]


def test_of_two_short_lines_the_one_above_prose_is_the_heading():
    printed = _printed(PROSE, "It went on.", "A picture from the day", "What is next", "More talks.")
    assert [section["heading"] for section in printed["sections"]] == [None, "What is next"]
    assert printed["sections"][0]["paragraphs"] == ["It went on.", "A picture from the day"]


def test_items_of_a_list_are_no_headings():
    printed = _printed(PROSE, "Key points", "- Money for arms", "- Talks go on.")
    assert printed["sections"] == [{"heading": "Key points", "paragraphs": ["Money for arms", "Talks go on."]}]


def test_a_short_line_that_begins_small_or_ends_with_a_colon_is_no_heading():
    printed = _printed(PROSE, "and so on", "It went on.", "They said this:", "It went on again.")
    assert [section["heading"] for section in printed["sections"]] == [None]


def test_question_headings_outside_an_faq_are_sections():
    printed = _printed(PROSE, "What is the plan?", "To talk.", "Who pays?", "The allies.")
    assert [section["heading"] for section in printed["sections"]] == ["What is the plan?", "Who pays?"]
    assert printed["faq"] == []


def test_the_faq_is_known_by_its_many_names():
    for name in ("FAQ", "FAQs:", "Q&A", "Q & A", "Questions and answers", "KEY QUESTIONS", "Häufige Fragen", "F.A.Q."):
        printed = _printed(PROSE, name, "Who pays?", "The allies.")
        assert printed["faq"] == [{"question": "Who pays?", "answer": "The allies."}], name
        assert printed["labels"] == [name]


def test_an_answer_may_have_several_paragraphs_and_be_one_word():
    printed = _printed(PROSE, "FAQ", "Is it over?", "No", "The talks go on.", "Who pays?", "Nobody.")
    assert printed["faq"] == [
        {"question": "Is it over?", "answer": "No\nThe talks go on."},
        {"question": "Who pays?", "answer": "Nobody."},
    ]


def test_questions_without_an_answer_stay_open_wherever_they_stand():
    imported = understood("\n".join([PROSE, "FAQ", "Is it over?", "Who pays?", "Nobody.", "What next?"]))
    assert [entry.is_open for entry in imported.content.faq] == [True, False, True]
    assert {entry.open for entry in imported.content.faq} == {"undecided"}
    assert codes_of(imported).count("open-question") == 2


def test_a_heading_after_the_last_answer_ends_the_faq():
    printed = _printed(PROSE, "FAQ", "Who pays?", "Nobody.", "About this briefing", "It was written in Paris.")
    assert printed["faq"] == [{"question": "Who pays?", "answer": "Nobody."}]
    assert printed["sections"] == [{"heading": "About this briefing", "paragraphs": ["It was written in Paris."]}]


def test_a_heading_after_an_open_question_ends_the_faq_too():
    printed = _printed(PROSE, "FAQ", "Who pays?", "About this briefing", "It was written in Paris.")
    assert printed["faq"] == [{"question": "Who pays?", "answer": None}]


def test_an_faq_name_without_questions_is_a_plain_heading():
    printed = _printed(PROSE, "Key questions", "There are none.", "Next", "More talks.")
    assert [section["heading"] for section in printed["sections"]] == ["Key questions", "Next"]


def test_a_question_below_another_heading_makes_no_faq():
    printed = _printed(PROSE, "Key questions", "There are none.", "Next", "More talks.", "Who pays?")
    assert printed["faq"] == []
    assert [section["heading"] for section in printed["sections"]] == ["Key questions", "Next"]


def test_an_introduction_of_the_faq_is_unplaced_and_reported():
    imported = understood("\n".join([PROSE, "FAQ", "We answer what readers ask.", "Who pays?", "Nobody."]))
    assert imported.unplaced == ("We answer what readers ask.",)
    assert "unplaced" in codes_of(imported)


def test_a_draft_that_begins_with_a_heading_has_no_lede_and_says_so():
    assert "no-lede" in codes_of(understood("Allies meet in Paris\nWhat was said\nThey talked."))
