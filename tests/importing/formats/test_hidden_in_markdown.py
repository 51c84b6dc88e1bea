"""Comments and struck words of a Markdown draft: left out at their place, and what only looks like them stays."""

import pytest

from briefings.importing import read_text
from briefings.importing.left_out import fingerprint
from tests.importing.formats.readings import codes, left_out, shapes, texts


def shown(draft):
    return [line.text for line in read_text(draft, format="markdown").lines if not line.left_out]


def hidden(draft):
    lines = [line for line in read_text(draft, format="markdown").lines if line.left_out]
    return [(line.left_out.kind, line.text, line.inside) for line in lines]


@pytest.mark.parametrize(
    ("draft", "text", "left_out"),
    [
        ("It costs ~~40~~ 14 crowns.", "It costs 14 crowns.", [("struck", "40", "0:8")]),
        ("It ~~costs **40** crowns~~ is free.", "It is free.", [("struck", "costs 40 crowns", "0:2")]),
        ("It is <del>not</del> free.", "It is free.", [("deleted", "not", "0:5")]),
        ("So <!-- ask Egon first --> it is.", "So it is.", [("comment", "ask Egon first", "0:2")]),
        ("So %%ask Egon first%% it is.", "So it is.", [("comment", "ask Egon first", "0:2")]),
        ("**So <!-- ask --> it** is.", "So it is.", [("comment", "ask", "0:2")]),
        (
            "~~So <!-- ask --> it~~ is.",
            "is.",
            [("struck", "So", "0:0"), ("comment", "ask", "0:0"), ("struck", "it", "0:0")],
        ),
    ],
)
def test_what_a_paragraph_strikes_out_or_comments_is_left_out_where_it_stood(draft, text, left_out):
    assert shown(draft) == [text]
    assert hidden(draft) == left_out


def test_a_comment_with_blank_lines_in_it_is_one_and_what_follows_keeps_its_place():
    draft = "One.\n\n<!-- Legal:\n\ndo not name\nthe builder -->\n\nTwo <b>words</b>."
    reading = read_text(draft)
    assert [(line.text, line.number, bool(line.left_out)) for line in reading.lines] == [
        ("One.", 1, False),
        ("Legal: do not name the builder", 3, True),
        ("Two words.", 8, False),
    ]


def test_a_comment_between_percent_signs_runs_over_lines():
    assert hidden("One.\n%%\nask Egon\n\nand Hanne\n%%\nTwo.") == [("comment", "ask Egon and Hanne", "")]


def test_what_is_struck_out_over_the_end_of_a_line_is_left_out():
    assert shown("One ~~line\nand another~~ stays.\nThree.") == ["One stays.", "Three."]


def test_a_struck_point_keeps_its_marker_for_whoever_takes_it_in():
    assert shapes(read_text("- one\n- ~~two~~", format="markdown"))[1] == ("bullet", 1, "-", "two")


@pytest.mark.parametrize(
    "words",
    [
        "A share of 5%% and of 6%% is meant",
        "The code is `<!-- no comment -->` here",
        "What never <!-- ends is words",
        "The wave ~~ of ~~ signs",
        "The range is 3~~5",
    ],
)
def test_what_is_no_comment_and_not_struck_out_stays(words):
    assert shown(words) == [words.replace("`", "")]
    assert hidden(words) == []


def test_code_keeps_its_comments():
    assert shown("```\n<!-- stays -->\n```\n") == ["<!-- stays -->"]


@pytest.mark.parametrize(
    ("comment", "asks"),
    [
        ("<!-- call Egon -->", True),
        ("<!-- To do: call Egon -->", True),
        ("<!-- Nicht nennen, bevor das Gericht entscheidet -->", True),
        ("<!-- подзвонити меру -->", True),
        ("%%do not print%%", True),
        ("<!-- more -->", False),
        ("<!-- prettier-ignore-start -->", False),
        ("<!-- markdownlint-disable MD013 MD033 -->", False),
        ('<!-- wp:image {"id": 4, "align": "wide"} -->', False),
        ("<!-- /wp:image -->", False),
        ("<!-- toc depth=2 -->", False),
    ],
)
def test_prose_in_a_comment_has_to_be_seen_and_what_is_said_to_a_program_has_not(comment, asks):
    assert bool(fingerprint(read_text(f"One.\n\n{comment}\n\nTwo.", format="markdown").lines)) is asks


def test_a_comment_in_a_piece_of_html_is_left_out_as_well():
    assert "Egon" not in " ".join(shown("<div>\nSo <!-- call Egon now --> it is.\n</div>"))


@pytest.mark.parametrize("many", [1_001, pytest.param(30_001, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("before", "sign"), [("", "<!-- "), ("", "%% a"), ("", " %%a"), ("a", "`"), ("a", "~~")])
def test_signs_without_end_are_words_and_take_no_time(before, sign, many):
    assert len(" ".join(texts(read_text(before + sign * many, format="markdown")))) > 1_000


def test_a_task_is_a_mark_for_the_editor_and_its_words_stay():
    reading = read_text("- [ ] ask the treasurer\n- [x] ask the mayor\n- [1] is no task", format="markdown")
    assert shapes(reading) == [
        ("bullet", 1, "- [ ]", "ask the treasurer"),
        ("bullet", 1, "- [x]", "ask the mayor"),
        ("bullet", 1, "-", "[1] is no task"),
    ]
    assert codes(reading) == ["editor-mark", "editor-mark"]


def read_markdown(text):
    return read_text(text, format="markdown")


@pytest.mark.parametrize(
    "text",
    [
        "Text <span class=x>555 0199</span> ends.",
        "Text ends.\n\n<div class=x>\n\n555 0199\n\n</div>",
        "Text ends.\n\n<p class=x>555 0199</p>",
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_the_style_elements_of_a_draft_hold_for_all_tags_in_it(text, below):
    sheet = "<style>\n.x{display:none}\n\n</style>"
    reading = read_markdown(f"{text}\n\n{sheet}" if below else f"{sheet}\n\n{text}")
    assert [line.text for line in reading.lines if not line.left_out] == ["Text ends."]
    assert left_out(reading) == [("hidden", "555 0199", True)]


def test_a_style_element_in_code_hides_nothing():
    assert left_out(read_markdown("```\n<style>.x{display:none}</style>\n```\n\n<p class=x>Text</p>")) == []


def test_words_struck_by_one_tilde_are_struck_over_lines_that_stay_apart():
    reading = read_markdown("The mayor ~took the money.\nHe left town.~ He stays.\nText.")
    assert [line.text for line in reading.lines if not line.left_out] == ["The mayor He stays.", "Text."]
    assert left_out(reading) == [("struck", "took the money. He left town.", True)]
