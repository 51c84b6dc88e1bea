"""Plain text, whether its lines are broken at a width or not. First of all: no word is lost."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.importing import read_text
from briefings.importing.formats.wrapping import Wrapping
from tests.importing.drafts import SAMPLE
from tests.importing.formats.readings import WORDS, shapes, texts, words, words_of

PARAGRAPH = (
    "The allies met in Paris on Monday and talked for a long time about what comes next, while in Kyiv "
    "the government waited for word from its envoys and nobody could say when it would come."
)
OTHER = "Nothing was signed. A second round is planned for the week after next, and it will be held in Warsaw instead."

_WRAPPED = WORDS.map(lambda found: textwrap.fill(" ".join(found), 60))
_BLOCKS = st.sampled_from(["", "- {}", "• {}", "1. {}", "a) {}", "> {}", "{}\t{}", "| {} | {} |", "    {}", "Q: {}"])


@given(st.lists(st.tuples(_BLOCKS, WORDS.map(" ".join) | _WRAPPED), max_size=15), st.sampled_from(["\n", "\n\n"]))
def test_no_word_is_lost_and_none_is_invented(blocks, between):
    draft = between.join(block.format(text, text) for block, text in blocks)
    assert words_of(read_text(draft, format="text")) == words(draft)


@given(st.text(st.sampled_from("ab \t\n|->•1.)(:#*“”"), max_size=200))
def test_every_place_tells_where_its_character_stands(draft):
    lines = draft.split("\n")
    for line in read_text(draft, format="text").lines:
        for offset in range(len(line.text)) if line.style != "row" else ():
            number, column = line.place(offset)
            assert line.text[offset] == " " or lines[number - 1][column] == line.text[offset]


def test_one_paragraph_a_line_stays_as_it_is():
    assert texts(read_text(SAMPLE.decode())) == [line for line in SAMPLE.decode().split("\n") if line]


@pytest.mark.parametrize("width", [50, 66, 72, 78, 90])
def test_paragraphs_that_are_broken_at_a_width_are_one_again(width):
    draft = "\n\n".join(textwrap.fill(text, width) for text in (PARAGRAPH, OTHER))
    reading = read_text(draft)
    assert texts(reading) == [PARAGRAPH, OTHER]
    assert [line.after_blank for line in reading.lines] == [False, True]


def test_a_short_last_line_ends_a_paragraph_without_a_blank_line():
    draft = "\n".join(textwrap.fill(text, 72) for text in (PARAGRAPH, OTHER, PARAGRAPH))
    assert texts(read_text(draft)) == [PARAGRAPH, OTHER, PARAGRAPH]


def test_headings_points_and_questions_beside_broken_paragraphs_stay_lines():
    wrapped = textwrap.fill(PARAGRAPH, 72)
    points = textwrap.fill(f"- {PARAGRAPH}", 72, subsequent_indent="  ")
    draft = f"WHAT HAPPENED\n{wrapped}\n\nWhat is next\n{points}\n- Short\nQ: Who pays?\nA: Nobody.\n{wrapped}"
    assert shapes(read_text(draft)) == [
        ("text", 0, "", "WHAT HAPPENED"),
        ("text", 0, "", PARAGRAPH),
        ("text", 0, "", "What is next"),
        ("bullet", 1, "-", PARAGRAPH),
        ("bullet", 1, "-", "Short"),
        ("text", 0, "", "Q: Who pays?"),
        ("text", 0, "", "A: Nobody."),
        ("text", 0, "", PARAGRAPH),
    ]


def test_short_lines_that_their_writer_ended_stay_lines():
    draft = "Dear all,\nplease find below what was agreed upon in Paris.\nIt is short.\nIt was signed by all of them.\n"
    assert texts(read_text(draft)) == draft.strip().split("\n")


def test_sentences_of_about_one_length_stay_lines():
    lines = [f"The allies of number {number} met in Paris on Monday and said so." for number in range(10)]
    assert texts(read_text("\n".join(lines))) == lines


def test_a_long_address_does_not_hide_the_width():
    wrapped = textwrap.fill(" ".join([PARAGRAPH] * 8), 70)
    lines = wrapped.split("\n")
    draft = "\n".join([*lines[:4], "https://example.org/" + "a" * 70 + " is where", *lines[4:]])
    assert len(read_text(draft).lines) < 4


@pytest.mark.parametrize(
    "lines",
    [
        ["Allies meet in Paris to talk about what comes next", "They met on Monday."],
        [f"The allies of number {number} met in Paris on Monday and said so" for number in range(10)],
        [f"اجتمع الحلفاء في باريس يوم الاثنين وتحدثوا طويلا عما سيأتي بعد ذلك {number}." for number in range(10)],
        ["word " * count + "word" for count in (1, 11, 4, 2, 11, 3, 5, 2, 1, 4)],
    ],
)
def test_lines_that_no_width_explains_stay_lines(lines):
    assert texts(read_text("\n".join(lines))) == lines


FULL = "The allies met in Paris on Monday and talked for a long time about what"


@pytest.mark.parametrize(
    ("line", "after", "goes_on"),
    [
        (FULL, "comes next.", True),
        (FULL, "Macron said.", True),
        (f"{FULL}.", "so it was said", True),
        (f"{FULL}.", "A heading", False),
        (f"{FULL}.", "A sentence.", True),
        ("They met.", "comes next.", False),
        (FULL, "", False),
        (FULL, "- comes next", False),
        (FULL, "2. comes next", False),
        (FULL, "Q: comes next?", False),
        (FULL, "=====", False),
        (FULL, "COMES NEXT", False),
        (FULL, "    comes next", False),
        (f"- {FULL}", "  comes next", True),
        (FULL.replace(" what", "\twhat"), "comes next", False),
    ],
)
def test_a_line_goes_on_where_its_width_broke_it(line, after, goes_on):
    assert Wrapping(72).goes_on(line, after) is goes_on
    assert not Wrapping(0).goes_on(line, after)


def test_an_answer_below_what_was_quoted_does_not_go_on_it():
    lines = textwrap.wrap(" ".join([PARAGRAPH] * 2), 60)
    reading = read_text("\n".join([f"> {line}" for line in lines[:4]] + lines[4:]))
    assert [line.marker for line in reading.lines] == [">", ""]


def test_numbers_before_a_tab_are_no_cells():
    assert shapes(read_text("1.\tOne\n2.\tTwo")) == [("numbered", 1, "1.", "One"), ("numbered", 1, "2.", "Two")]


def test_a_hyphen_at_the_end_of_a_line_stays():
    draft = textwrap.fill(PARAGRAPH, 60).replace("talked for", "talk-\ned for")
    assert "talk- ed" in " ".join(texts(read_text(draft)))


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("• A point", ("bullet", 1, "•", "A point")),
        ("–  A point", ("bullet", 1, "–", "A point")),
        ("▪ A point", ("bullet", 1, "▪", "A point")),
        ("12) A point", ("numbered", 1, "12)", "A point")),
        ("(3) A point", ("numbered", 1, "(3)", "A point")),
        ("b) A point", ("numbered", 1, "b)", "A point")),
        ("> A point", ("text", 0, ">", "A point")),
        (">> - A point", ("bullet", 1, ">> -", "A point")),
        (">100 people came", ("text", 0, "", ">100 people came")),
        ("-5 degrees", ("text", 0, "", "-5 degrees")),
        ("2024. A year", ("text", 0, "", "2024. A year")),
        ("- ", ("text", 0, "", "-")),
    ],
)
def test_what_stands_before_a_point_is_its_marker(line, shape):
    assert shapes(read_text(line, format="text")) == [shape]


def test_what_was_quoted_in_a_mail_is_joined_without_its_marks():
    draft = textwrap.fill(PARAGRAPH, 60, initial_indent="> ", subsequent_indent="> ")
    assert shapes(read_text(draft)) == [("text", 0, ">", PARAGRAPH)]


@pytest.mark.parametrize(
    "table", ["Name\tSeats\nAllies\t12", "| Name | Seats |\n| Allies | 12 |", "Name|Seats\nAllies|12"]
)
def test_a_row_of_a_table_is_a_line(table):
    assert shapes(read_text(table)) == [("row", 0, "", "Name | Seats"), ("row", 0, "", "Allies | 12")]


def test_one_line_with_cells_is_no_table():
    assert shapes(read_text("Paris | Monday")) == [("text", 0, "", "Paris | Monday")]


def test_white_space_is_one_space_and_places_stay_true():
    (line,) = read_text("  One\u00a0  two\u200b \t three.  ").lines
    assert line.text == "One two three."
    assert [line.place(offset) for offset in (0, 4, 8)] == [(1, 2), (1, 8), (1, 14)]


def test_more_lines_than_any_briefing_has_are_one_line_and_told():
    reading = read_text("a\n" * 5_005, format="text")
    assert len(reading.lines) == 5_001
    assert reading.lines[-1].text == "a a a a a"
    assert [finding.line for finding in reading.findings] == [5_001]
