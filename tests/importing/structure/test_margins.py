"""What stands above the first paragraph and below the last is told by its place, in whatever words."""

import pytest

from briefings.importing.decisions import Decisions
from briefings.importing.structure import frames, margins
from tests.importing.drafts import understood
from tests.importing.structure.line_roles import LONG, headings, role_of, shaped

HEADLINE = "Allies meet in Paris to talk about the harbour"
LEDE = "The allies met in Paris on Monday, and they talked for a long time about the harbour."
REST = "They met again on Tuesday. Nobody said what comes next, and nobody asked for it."


def reason_of(imported, words):
    return next(part.reason for part in imported.parts if part.line.text == words)


def test_a_short_line_above_the_text_heads_nothing_where_no_other_does():
    imported = shaped(HEADLINE, "Checked by two members", LEDE, LONG, REST)
    assert headings(imported) == []
    assert reason_of(imported, "Checked by two members") == margins.ABOVE
    assert role_of(imported, LEDE) == "lede"


def test_a_short_line_above_the_text_heads_it_where_others_head_what_follows():
    imported = shaped(HEADLINE, "What was said", LEDE, LONG, "What comes next", REST)
    assert headings(imported) == ["What was said", "What comes next"]


def test_a_short_line_above_the_text_heads_it_where_an_editor_said_so():
    draft = (HEADLINE, "Checked by two members", LEDE, LONG, REST)
    address = next(part.line.address for part in shaped(*draft).parts if part.line.text == draft[1])
    assert headings(shaped(*draft, decisions=Decisions(roles={address: "heading"}))) == [draft[1]]


def test_a_standfirst_is_the_lede_though_it_is_no_sentence():
    standfirst = "Harbour talks go on as nobody says what comes next for the town"
    assert role_of(shaped(HEADLINE, standfirst, LEDE, LONG, REST), standfirst) == "lede"


def test_a_short_line_with_a_pages_own_words_below_heads_nothing():
    imported = shaped(HEADLINE, LEDE, LONG, "Mayor says harbour could go as talks begin", "Read more", REST, LONG)
    assert headings(imported) == []
    assert reason_of(imported, "Mayor says harbour could go as talks begin") == margins.LEADS


def test_a_line_above_a_link_to_another_text_does_not_make_one_above_the_text_a_heading():
    imported = shaped(HEADLINE, "Checked by two members", LEDE, LONG, "Mayor says harbour could go", "Read more", REST)
    assert headings(imported) == []


def test_a_picture_below_a_heading_leaves_it_one():
    figure = "<figure><img src=x.png alt=Harbour><figcaption>The harbour on Monday</figcaption></figure>"
    page = f"<p>{HEADLINE}</p><p>{LEDE}</p><p>What was said</p>{figure}<p>{LONG}</p><p>What comes next</p><p>{REST}</p>"
    assert headings(understood(page, format="html")) == ["What was said", "What comes next"]


@pytest.mark.parametrize("names", ["Ola Brackwell in Lindmoor", "Ola Brackwell"])
def test_names_above_the_day_are_a_byline(names):
    imported = shaped(HEADLINE, LEDE, names, "Tue 18 Feb 2025 17.39 EST", LONG, REST)
    assert role_of(imported, names) == "byline"
    assert [author.name for author in imported.content.authors] == ["Ola Brackwell"]


@pytest.mark.parametrize(
    "byline", ["By Ola Brackwell • 06 January 2023 • 12:49", "By Ola Brackwell | SAN LINDO", "By: Ola Brackwell"]
)
def test_a_byline_names_no_day_and_no_place(byline):
    assert [author.name for author in shaped(HEADLINE, byline, LEDE, LONG).content.authors] == ["Ola Brackwell"]


def test_short_lines_below_the_text_are_no_part_of_it():
    imported = shaped(HEADLINE, LEDE, LONG, REST, "Go back", "Our house")
    assert reason_of(imported, "Go back") == reason_of(imported, "Our house") == margins.BELOW


@pytest.mark.parametrize(
    "last",
    ["Who will pay for the harbour?", "“We will not leave”", "Ola Brackwell: We will not leave", "- the harbour"],
)
def test_a_question_words_in_marks_a_turn_and_a_point_at_the_end_are_text(last):
    imported = shaped(HEADLINE, LEDE, LONG, REST, last)
    assert imported.unplaced == ()


def test_a_last_paragraph_without_its_full_stop_is_text():
    last = "The mayor said that nobody would have to leave the harbour before the end of March"
    assert shaped(HEADLINE, LEDE, LONG, REST, last).unplaced == ()


def test_a_name_under_a_quotation_at_the_end_is_no_scrap():
    assert shaped(HEADLINE, LEDE, LONG, REST, "“We will not leave.”", "Ola Brackwell, mayor").unplaced == ()


def test_the_headline_of_another_text_and_its_day_at_the_end_are_no_text():
    other = "“We will not leave”: a mayor remembers"
    imported = shaped(HEADLINE, LEDE, LONG, REST, other, "Tuesday, 31 January 2026, 20:43")
    assert reason_of(imported, other) == margins.BELOW


def test_a_press_offices_name_and_office_below_the_text_are_no_part_of_it():
    signed = ("Ola Brackwell", "Deputy Director, Press", "Ministry of Works and Harbours.")
    assert shaped(HEADLINE, LEDE, LONG, REST, *signed).unplaced == signed
    assert shaped(HEADLINE, LEDE, LONG, REST, "The harbour will stay open.").unplaced == ()


def test_a_byline_without_its_name_is_no_headline():
    imported = shaped("Written by", HEADLINE, LEDE, LONG, REST)
    assert (imported.content.headline, imported.unplaced) == (HEADLINE, ("Written by",))


def test_short_lines_of_notes_without_sentences_are_text():
    imported = shaped(HEADLINE, LEDE, "harbour closed", "no word of the mayor")
    assert imported.unplaced == ()


@pytest.mark.parametrize("sign", ["EP", "0", "AFP"])
def test_an_agencys_sign_or_a_number_alone_is_no_heading(sign):
    imported = shaped(HEADLINE, LEDE, sign, LONG, REST)
    assert (headings(imported), role_of(imported, sign)) == ([], "unplaced")


def test_an_answer_in_capitals_is_no_sign():
    imported = shaped(HEADLINE, LEDE, "FAQ", "Will the harbour close?", "NO", "Who says so?", "The mayor.")
    assert role_of(imported, "NO") == "answer"


@pytest.mark.parametrize(
    "line",
    [
        "Ola Brackwell may be reached at ola@lindmoor.example. Follow her at @olabrack.",
        "Follow Ola Brackwell: @olabrack",
    ],
)
def test_how_a_reporter_may_be_reached_is_no_text_at_the_end(line):
    paragraphs = [f"{LONG} {number}." for number in range(7)]
    assert reason_of(shaped(HEADLINE, LEDE, *paragraphs, line), line) == frames.CONTACT


def test_an_address_in_the_middle_of_a_text_is_text():
    line = "Residents may write to the mayor until Friday, at mayor@lindmoor.example, he said."
    assert role_of(shaped(HEADLINE, LEDE, line, *[f"{LONG} {number}." for number in range(7)]), line) == "text"


def test_a_place_in_capitals_before_a_colon_is_a_dateline():
    imported = shaped(HEADLINE, f"LINDMOOR: {LEDE}", LONG)
    assert (imported.content.dateline, imported.content.lede) == ("LINDMOOR", LEDE)


@pytest.mark.parametrize("dateline", ["MADRID 22 ENE. (AGENCIA) -", "LINDMOOR, Bay —", "(Agency) -"])
def test_a_dateline_may_have_a_line_of_its_own(dateline):
    imported = shaped(HEADLINE, dateline, LEDE, LONG)
    assert (imported.content.dateline, imported.content.lede) == (dateline.rstrip(" -—"), LEDE)


@pytest.mark.parametrize(
    ("opened", "dateline"), [("(Agency) - ", "(Agency)"), ("(ANSA) - RIVA, 12 MAR - ", "RIVA, 12 MAR")]
)
def test_an_agency_alone_is_a_dateline_where_no_other_follows(opened, dateline):
    imported = shaped(HEADLINE, f"{opened}{LEDE}", LONG)
    assert imported.content.dateline.endswith(dateline)
    assert imported.content.lede == LEDE


def test_credits_and_other_scraps_above_the_text_are_no_lede():
    imported = shaped(HEADLINE, "Lindmoor Media", "french train", "Ola Brackwell/Pool/AFP", LEDE, LONG, REST)
    assert imported.content.lede == LEDE


def test_a_caption_above_a_paragraph_with_a_dateline_is_not_the_lede():
    imported = shaped(HEADLINE, "Smoke rises over the harbour on Monday, the mayor said.", f"LINDMOOR — {LEDE}", LONG)
    assert (imported.content.lede, imported.content.dateline) == (LEDE, "LINDMOOR")
    assert imported.unplaced == ("Smoke rises over the harbour on Monday, the mayor said.",)


@pytest.mark.parametrize("opener", ["Explainer", "Lindmoor"])
def test_another_word_before_a_colon_is_none(opener):
    assert shaped(HEADLINE, f"{opener}: {LEDE}", LONG).content.dateline == ""
