"""Transcripts, lists that lost a mark, numbers of notes and captions: what stands out and heads nothing."""

from dataclasses import replace

import pytest

from briefings.importing import Reading, read_text, understand
from tests.importing.structure.line_roles import LONG, headings, markdown, role_of, roles, shaped

HEADLINE = "Allies meet in Paris to talk about the harbour"
TURNS = (
    "David Gregory: When did you know about this?",
    "McClellan: Some time between seven and half past seven.",
    "Gregory: Did you tell anybody at the harbour?",
    "McClellan: Nobody. They all knew it, and they told us so.",
)


def test_a_turn_of_a_transcript_is_a_paragraph_though_it_asks():
    imported = shaped(markdown(HEADLINE, LONG, *TURNS))
    assert [role for role, text in roles(imported) if text in TURNS] == ["text"] * 4
    assert imported.content.faq == ()


@pytest.mark.parametrize("label", ["Interviewer", "MACRON", "MR. DEERE", "SPICER, SECRETARY", "Журналістка"])
def test_a_label_that_stands_three_times_heads_nothing(label):
    turns = [f"{label}: {words}" for words in ("Why now?", "And who pays for it?", "So the talks go on?")]
    answer = "We do not know. They have not told us."
    imported = shaped(markdown(HEADLINE, LONG, *(part for turn in turns for part in (turn, answer))))
    assert (headings(imported), imported.content.faq) == ([], ())


def test_a_heading_with_a_colon_is_one_while_no_label_comes_back():
    draft = markdown(HEADLINE, LONG, "Background: the long way to Paris", LONG, "Money: who pays for it all", LONG)
    assert headings(shaped(draft)) == ["Background: the long way to Paris", "Money: who pays for it all"]


def test_the_last_point_of_a_list_without_its_mark_is_a_point():
    points = "- Three bridges closed\n- Two roads closed\nFour roads opened"
    imported = shaped(markdown(HEADLINE, LONG, "What we know", points, LONG))
    assert "<li>Four roads opened</li>" in imported.content.sections[0].body
    assert headings(imported) == ["What we know"]


@pytest.mark.parametrize(
    "line",
    [
        "\nFour roads opened",
        "Four roads opened again, and nobody on the harbour could say for how long",
        "Four roads opened.",
        "four roads opened",
    ],
)
def test_a_line_that_reads_otherwise_than_the_points_above_it_is_none(line):
    draft = f"{HEADLINE}\n\n{LONG}\n\nWhat we know\n\n- Three bridges closed\n- Two roads closed\n{line}\n\n{LONG}"
    assert shaped(draft).content.sections[0].body.count("<li>") == 2


def test_a_point_is_told_only_where_blank_lines_part_the_text():
    draft = f"{HEADLINE}\n{LONG}\n- Three bridges closed\n- Two roads closed\nFour roads opened"
    assert shaped(draft).content.sections[0].body.count("<li>") == 2


def test_groups_of_notes_behind_a_heading_do_not_hide_it():
    assert headings(shaped(markdown(HEADLINE, LONG, "What comes next [3–5][7]", f"{LONG} [1][2]"))) == [
        "What comes next [3–5][7]"
    ]


def test_a_short_sentence_before_a_group_of_notes_is_no_heading():
    assert headings(shaped(markdown(HEADLINE, LONG, "They all met. [3–5]", LONG))) == []


def test_a_paragraph_that_begins_with_two_notes_is_text():
    assert role_of(shaped(markdown(HEADLINE, LONG, f"[1][2] {LONG}")), f"[1][2] {LONG}") == "text"


def test_a_caption_is_neither_heading_nor_paragraph():
    reading = read_text(markdown(HEADLINE, LONG, "The harbour in spring", LONG))
    lines = [replace(line, aside="caption") if line.text.startswith("The harbour") else line for line in reading.lines]
    imported = understand(Reading(lines=tuple(lines)), briefing_id="00000000-0000-0000-0000-000000000001")
    assert (headings(imported), imported.unplaced) == ([], ("The harbour in spring",))
