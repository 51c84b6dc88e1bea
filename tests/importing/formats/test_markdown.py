"""Markdown becomes lines. First of all: no word is lost."""

import textwrap

import pytest

from briefings.importing import read_text
from briefings.importing.lines import NOTE
from tests.importing.drafts import PROSE, understood
from tests.importing.formats.readings import (
    codes,
    set_apart,
    shapes,
    texts,
    words_of,
)


def test_headings_have_their_level():
    reading = read_text("# Allies meet\n\n## What happened\n\nAllies met.\n\nWhat is next\n---\n\nMore.")
    assert shapes(reading) == [
        ("heading", 1, "", "Allies meet"),
        ("heading", 2, "", "What happened"),
        ("text", 0, "", "Allies met."),
        ("heading", 2, "", "What is next"),
        ("text", 0, "", "More."),
    ]


def test_a_line_of_dashes_makes_no_heading_of_a_paragraph():
    reading = read_text("One line.\nTwo lines.\n---\nMore.", format="markdown")
    assert [line.style for line in reading.lines] == ["text"] * 3


def test_what_is_set_apart_becomes_runs():
    (line,) = read_text("So **it is**, *he* [said **so**](https://a.org/x), <b>loud</b>.", format="markdown").lines
    assert line.text == "So it is, he said so, loud."
    assert set_apart(line) == [
        ("it is", "strong", ""),
        ("he", "em", ""),
        ("said so", "link", "https://a.org/x"),
        ("so", "strong", ""),
        ("loud", "strong", ""),
    ]


def test_lists_have_markers_and_depth():
    draft = "- one\n  second line\n- two\n  1. deep\n\n     more of it\n\nText."
    assert shapes(read_text(draft, format="markdown")) == [
        ("bullet", 1, "-", "one"),
        ("text", 1, "", "second line"),
        ("bullet", 1, "-", "two"),
        ("numbered", 2, "1.", "deep"),
        ("text", 2, "", "more of it"),
        ("text", 0, "", "Text."),
    ]


def test_lines_of_one_paragraph_stay_lines_unless_they_are_broken_at_a_width():
    assert texts(read_text("**One** line.\nAnother line.")) == ["One line.", "Another line."]
    wrapped = "**The** allies met in Paris on Monday and talked for a long\ntime about what is next."
    (line,) = read_text(wrapped).lines
    assert line.place(line.text.index("what is")) == (2, 11)


def test_whoever_is_named_under_a_pull_quote_stays_with_it():
    draft = "> “We waited.”\n> — Hanne Rook, mayor\n\n> “So it is,”\n>\n> said Egon Falk\n\n> One line\n> another line"
    assert shapes(read_text(draft, format="markdown")) == [
        ("text", 0, "", "“We waited.”"),
        ("text", 0, "—", "Hanne Rook, mayor"),
        ("text", 0, "", "“So it is,” said Egon Falk"),
        ("text", 0, "", "One line"),
        ("text", 0, "", "another line"),
    ]


def test_what_a_program_would_fill_in_is_a_mark_for_the_editor_and_nobody_speaks_in_it():
    draft = (
        f'# Berth\n\n{PROSE}\n\n## Why\n\nIt {{{{ name "To do now" }}}} is {{% say “Later” %}} so.\n\n“We are glad.”'
    )
    imported = understood(draft)
    assert [(quote.words, quote.person) for quote in imported.content.quotes] == [("We are glad.", None)]
    assert [finding.sentence for finding in imported.findings if finding.code == "editor-mark"] == [
        'A note of the writer is still in the draft: “{{ name "To do now" }}”. Settle it and take it out.',
        "A note of the writer is still in the draft: “{% say “Later” %}”. Settle it and take it out.",
    ]
    assert "{{ name" in imported.content.sections[0].body


def test_an_address_that_tells_who_followed_it_stands_bare():
    (line,) = read_text("See https://www.google.com/url?q=https://board.example/x&sa=D, **please**.").lines
    assert line.text == "See https://board.example/x, please."


def test_values_stand_high_and_low_where_that_is_unmistakable():
    (line,) = read_text("**CO~2~** and 10^6^ m<sup>2</sup>, but ~5 and 2^3.", format="markdown").lines
    assert line.text == "CO₂ and 10⁶ m², but ~5 and 2^3."


def test_rows_of_a_table_are_lines():
    draft = "Seats:\n| Name | Seats |\n|:--|--:|\n| **Allies** | 12 | more |"
    assert shapes(read_text(draft)) == [
        ("text", 0, "", "Seats:"),
        ("row", 0, "", "Name | Seats"),
        ("row", 0, "", "Allies | 12 | more"),
    ]


def test_footnotes_and_the_ends_of_links_are_notes():
    reading = read_text(
        "Text[^1] of [the paper][p].\n\n[^1]: See *there*.\n  And here.\n\n[p]: https://p.org 'The paper'"
    )
    assert set_apart(reading.lines[0]) == [("[1]", "link", f"{NOTE}1"), ("the paper", "link", "https://p.org")]
    assert shapes(reading)[1:] == [
        ("note", 0, "[^1]:", "See there."),
        ("note", 0, "", "And here."),
        ("note", 0, "[p]:", "https://p.org 'The paper'"),
    ]


def test_what_only_looks_like_the_end_of_a_link_stays_text():
    draft = "So it is,\n[p]: https://p.org\n\n[q]:\nhttps://q.org\n\n```\n\n[r]: https://r.org\n```"
    reading = read_text(draft, format="markdown")
    assert texts(reading) == ["So it is,", "[p]: https://p.org", "[q]:", "https://q.org", "[r]: https://r.org"]
    assert {line.style for line in reading.lines} == {"text"}


def test_tags_that_nobody_knows_are_words():
    assert texts(read_text("So <foo bar> on<br>and <u>on</u>.", format="markdown")) == ["So <foo bar> on and on."]


def test_a_gap_that_looks_like_a_tag_is_words():
    assert texts(read_text("<insert quote here>\n\nSo.", format="markdown")) == ["<insert quote here>", "So."]


def test_a_line_that_is_broken_by_hand_stays_one():
    lines = textwrap.wrap("word " * 60, 60)
    broken = "\n".join([*lines[:2], f"{lines[2]}  ", *lines[3:]])
    assert len(read_text(broken, format="markdown").lines) == 2


def test_front_matter_gives_the_title_and_stands_aside():
    reading = read_text("---\ntitle: 'Allies meet'\nauthor: Ann B.\ntags:\n  - peace\n---\n\nText.")
    assert [(line.style, line.aside, line.text) for line in reading.lines] == [
        ("title", "", "Allies meet"),
        ("text", "front matter", "Ann B."),
        ("text", "front matter", "peace"),
        ("text", "", "Text."),
    ]


def test_a_rule_at_the_top_is_no_front_matter():
    assert texts(read_text("---\nText goes on here.\n---\nAnd **here**.")) == ["Text goes on here.", "And here."]


def test_a_picture_is_a_line_beside_the_text_and_told():
    reading = read_text("See ![A dog](https://a.org/d.png 'Rex') here.", format="markdown")
    assert [(line.text, line.aside) for line in reading.lines] == [
        ("See here.", ""),
        ("A dog Rex https://a.org/d.png", "picture"),
    ]
    assert codes(reading) == ["picture"]


def test_code_and_html_are_words():
    draft = "```py\nx = 1\n```\n\n<table><tr><td>a<td>b</table>\n\n<script>alert(1)</script>\n\n    indented **words**"
    reading = read_text(draft, format="markdown")
    assert texts(reading) == ["py", "x = 1", "a | b", "indented words"]
    assert codes(reading) == ["left-out"]


def test_a_link_to_nowhere_is_told():
    reading = read_text("[here](/a/b) and [there](https://a.org 'Title')", format="markdown")
    assert set_apart(reading.lines[0]) == [("there", "link", "https://a.org")]
    assert codes(reading) == ["link-left-out", "link-title"]


def test_places_are_those_of_the_draft():
    (line,) = read_text("\n> So **it** [was](https://a.org/so) *said*.", format="markdown").lines
    assert line.text == "So it was said."
    assert [line.place(offset) for offset in (0, 3, 6, 10)] == [(2, 2), (2, 7), (2, 13), (2, 37)]


def test_nesting_without_end_becomes_words():
    assert texts(read_text("> " * 50_000 + "deep", format="markdown")) == ["deep"]
    assert words_of(read_text("1. " * 5_000 + "deep", format="markdown"))["1"] == 5_000


def test_a_text_that_is_too_long_keeps_its_marks_as_words():
    line = "**bold** words " * 20
    reading = read_text(f"{line}\n" * 4_000, format="markdown")
    assert codes(reading) == ["marks-unread"]
    assert reading.lines[0].text == line.strip()


def test_a_paragraph_of_nothing_but_marks_keeps_them():
    for draft in ("[" * 5_000 + "a", "[a](https://b.c) " * 500 + "a", "*a* " * 3_000 + "a"):
        assert texts(read_text(draft, format="markdown")) == [draft]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_no_link_leads_to_a_script(href):
    reading = read_text(f"[here]({href}) <a href='{href}'>there</a>", format="markdown")
    assert [run for line in reading.lines for run in line.runs] == []


def test_what_goes_on_in_a_point_is_neither_a_heading_nor_the_lede():
    draft = (
        f"# Berth\n\n{PROSE}\n\nWhy\n\n- Build the quay.\n\n  Stone of the county\n\n{PROSE}\n\nWhat next\n\n{PROSE}"
    )
    imported = understood(draft, format="markdown")
    assert [section.heading for section in imported.content.sections] == ["Why", "What next"]
    first = understood("# Berth\n\n- one\n\n  more of it is said.\n\n- two\n\nThe lede is this sentence here.")
    assert first.content.lede == "The lede is this sentence here."
