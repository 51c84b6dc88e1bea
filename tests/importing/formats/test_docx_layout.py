"""What a Word document says by its layout, and not by letters, keeps its value in plain text."""

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import box, docx, paragraph, point, run, table
from tests.importing.formats.readings import codes, shapes, texts


def sign(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0A3", "≤"),
        ("Symbol", "00B3", "≥"),
        ("Symbol", "F061", "α"),
        ("Symbol", "F0D7", "⋅"),
        ("Wingdings", "F0E0", "→"),
        ("Wingdings", "F0DF", "←"),
        ("Wingdings", "F0FC", "✔"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0A8", "◻"),
        ("Wingdings", "F04A", "☺"),
        ("Wingdings 2", "F050", "✓"),
        ("Wingdings 3", "F07D", "▸"),
        ("Wingdings 3", "F0D2", "→"),
        ("Webdings", "F061", "✔"),
        ("MS Gothic", "2612", "☒"),
    ],
)
def test_a_sign_of_a_font_is_the_character_that_the_font_shows(font, code, shown):
    reading = read(docx(paragraph(run("A "), sign(font, code), run("B"))))
    assert (texts(reading), codes(reading)) == ([f"A {shown}B"], [])


def test_words_in_a_font_of_signs_are_the_signs():
    fonts = [("Symbol", "\uf0b3"), ("Symbol", "a"), ("Wingdings", "ü"), ("Arial", "a"), ("", "\uf0b7")]
    runs = (run(words, f'<w:rFonts w:ascii="{font}"/>' if font else "") for font, words in fonts)
    assert texts(read(docx(paragraph(*runs)))) == ["≥α✔a•"]


def test_a_sign_that_nobody_knows_is_told_with_its_font_its_code_and_the_words_beside_it():
    reading = read(docx(paragraph(run("It costs "), sign("Corporate Icons", "F0A3"), run("14 million."))))
    assert texts(reading) == ["It costs �14 million."]
    assert [finding.sentence for finding in reading.findings] == [
        "Nobody here knows sign F0A3 of the font Corporate Icons. Put in what it shows: “It costs �14 million.”."
    ]


def test_hyphens_that_only_break_a_line_go_and_those_that_keep_words_together_stay():
    soft, hard = "<w:r><w:softHyphen/></w:r>", "<w:r><w:noBreakHyphen/></w:r>"
    body = paragraph(run("Tempera"), soft, run("ture of Vessa"), hard, run("Lindmoor"))
    assert texts(read(docx(body))) == ["Temperature of Vessa‑Lindmoor"]


_HIGH, _LOW = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'


@pytest.mark.parametrize(
    ("before", "properties", "words", "whole"),
    [
        ("10", _HIGH, "6", "10⁶"),
        ("10", '<w:position w:val="8"/>', "6", "10⁶"),
        ("10", '<w:position w:val="1"/>', "6", "106"),
        ("10", '<w:position w:val="8"/><w:vertAlign w:val="baseline"/>', "6", "106"),
        ("10", '<w:rStyle w:val="high"/>', "-3", "10⁻³"),
        ("CO", _LOW, "2", "CO₂"),
        ("5", _HIGH, "th", "5th"),
        ("10", _HIGH, "0.5", "10^(0.5)"),
    ],
)
def test_what_stands_high_or_low_keeps_its_value(before, properties, words, whole):
    styles = f'<w:style w:styleId="high"><w:name w:val="High"/><w:rPr>{_HIGH}</w:rPr></w:style>'
    assert texts(read(docx(paragraph(run(before), run(words, properties)), styles=styles))) == [whole]


def test_how_a_word_is_read_stands_behind_it():
    ruby = f"<w:r><w:ruby><w:rt>{run('とうきょう')}</w:rt><w:rubyBase>{run('東京')}</w:rubyBase></w:ruby></w:r>"
    assert texts(read(docx(paragraph(ruby, run("で"))))) == ["東京(とうきょう)で"]


def test_text_boxes_stand_after_the_paragraph_that_they_are_anchored_in():
    first = box(paragraph(run("“A good day.”")) + paragraph(run("Hanne Rook"), style="berschrift1"))
    body = paragraph(run("It costs"), first, box(point("second")), run(" 14 million."))
    assert shapes(read(docx(body, paragraph(run("Then."))))) == [
        ("text", 0, "", "It costs 14 million."),
        ("text", 0, "", "“A good day.”"),
        ("heading", 1, "", "Hanne Rook"),
        ("bullet", 1, "", "second"),
        ("text", 0, "", "Then."),
    ]


def test_words_in_a_drawn_shape_are_a_text_box():
    shape = "<w:r><w:drawing><a:txBody xmlns:a='a'><a:p><a:r><a:t>Ask</a:t></a:r></a:p></a:txBody></w:drawing></w:r>"
    assert texts(read(docx(paragraph(run("a"), shape, run("b"))))) == ["ab", "Ask"]


def test_a_text_box_that_only_an_older_word_shows_is_read_and_one_in_both_ways_once():
    old = box(paragraph(run("inside")))
    versions = "<mc:AlternateContent xmlns:mc='mc'><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
    versions += "</mc:AlternateContent>"
    for new in (old, "<w:drawing/>"):
        assert texts(read(docx(paragraph(run("a"), versions.format(new, old), run("b"))))) == ["ab", "inside"]


def test_a_text_box_of_deleted_or_hidden_words_is_left_out_and_its_table_is_a_table():
    deleted = f"<w:del>{box(paragraph(run('gone')))}</w:del>"
    hidden = box(paragraph(run("secret"))).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    cells = box(table(("a", "b")))
    lines = read(docx(table(("x", "y")).replace("</w:p>", f"{deleted}{hidden}{cells}</w:p>", 1))).lines
    assert [(line.text, line.left_out.kind if line.left_out else "") for line in lines] == [
        ("x a | b | y", ""),
        ("gone", "deleted"),
        ("secret", "hidden"),
    ]


def test_a_large_first_letter_belongs_to_the_word_it_begins():
    letter = paragraph(run("T", '<w:position w:val="-8"/>'), properties='<w:framePr w:dropCap="drop"/>')
    assert texts(read(docx(letter, paragraph(run("he board met."))))) == ["The board met."]


def test_a_cell_that_shows_nothing_leaves_no_line_between_cells():
    hidden = table(("a", "b")).replace("<w:rPr>", "<w:rPr><w:vanish/>", 1)
    assert [line.text for line in read(docx(hidden)).lines] == ["a", "b"]
    three = table(("a", "b", "c")).replace("<w:rPr>", "<w:rPr><w:vanish/>", 1)
    assert [line.text for line in read(docx(three)).lines if not line.left_out] == ["| b | c"]
