"""What stands high or low in a draft keeps its value in plain characters."""

import pytest

from briefings.importing.formats.scripts import in_script
from briefings.importing.formats.sheet import PLAIN, Look, Sheet


@pytest.mark.parametrize(
    ("before", "text", "kind", "whole"),
    [
        ("10", "6", "super", "10⁶"),
        ("m", "2", "super", "m²"),
        ("10", "-3", "super", "10⁻³"),
        ("10", "−3", "super", "10⁻³"),
        ("CO", "2", "sub", "CO₂"),
        ("2", "n+1", "super", "2ⁿ⁺¹"),
        ("10", "0.5", "super", "10^(0.5)"),
        ("x", "max", "sub", "xₘₐₓ"),
        ("T", "Q", "sub", "T_(Q)"),
        ("x", "Ё", "super", "x^(Ё)"),
        ("p", "total", "sub", "p_(total)"),
        ("Acme", "TM", "super", "Acme™"),
    ],
)
def test_a_value_that_stands_high_or_low_is_written_so(before, text, kind, whole):
    assert before + in_script(text, kind) == whole


@pytest.mark.parametrize(
    "text", ["st", "nd", "rd", "th", "TH", "er", "e", "ème", "o", "ª", "º", "me", "®", "*", "†", "[1]", "[1] [a]", " "]
)
def test_the_end_of_an_ordinal_and_the_mark_of_a_note_stay_plain(text):
    assert in_script(text, "super") == text


@pytest.mark.parametrize(
    ("before", "letter", "whole"),
    [("5", "e", "5e"), ("25", "o", "25º"), ("XX", "e", "XXe"), ("n", "o", "no"), ("x", "a", "xᵃ"), ("k", "e", "kᵉ")],
)
def test_a_letter_above_a_letter_that_counts_nothing_is_a_value(before, letter, whole):
    assert before + in_script(letter, "super", before) == whole


def test_prose_that_stands_high_stays_prose():
    assert in_script("All figures rounded", "super") == "All figures rounded"


def test_a_range_of_notes_does_not_become_a_difference():
    assert in_script("1-3", "super") == "^(1-3)"
    assert in_script("1–3", "super") == "^(1–3)"


def test_space_around_stays_around():
    assert in_script(" 6 ", "super") == " ⁶ "
    assert in_script(" 0.5 ", "super") == " ^(0.5) "


def test_a_sheet_writes_pieces_of_one_script_together_and_keeps_how_they_are_set_apart():
    sheet = Sheet()
    high = Look(script="super")
    for words, look in [("10", PLAIN), ("0.", high), ("5", Look(strong=True, script="super")), (" m", PLAIN)]:
        sheet.add(words, look)
    sheet.add("2", Look(strong=True, script="super"))
    sheet.end()
    ((line,), _) = sheet.finished()
    assert line.text == "10^(0.5) m²"
    sheet.add("x")
    sheet.add("a", high)
    sheet.end()
    assert sheet.finished()[0][1].text == "xᵃ"
    assert [(line.text[run.start : run.end], run.style) for run in line.runs] == [("²", "strong")]
