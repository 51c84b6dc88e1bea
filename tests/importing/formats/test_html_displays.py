"""What a style does to the line that words stand in: words that a reader sees apart are not fused."""

import pytest

from briefings.importing import read_text
from tests.importing.formats.readings import left_out, shapes, shown

BLOCK = "<span style='display:{}'>2024</span><span style='display:{}'>15 dead</span>"


def html(text):
    return read_text(text, format="html")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("Rate <span class='sfrac'><span>1</span><span class='sr-only'>/</span><span>2</span></span>.", "Rate 1/2."),
        (
            "<span class=frac>3<span class=sr-only>+</span><span>1</span>&frasl;<span>2</span></span> of it",
            "3 1⁄2 of it",
        ),
        ("3<span class=sfrac><b>1</b><span class=sr-only>/</span><b style='display:block'>2</b></span>", "3 1/2"),
    ],
)
def test_a_fraction_keeps_its_sign_and_stands_apart_from_the_whole(page, words):
    assert shown(html(f"<style>.sfrac{{display:inline-block}}</style><p>{page}")) == [words]


def test_other_words_that_are_read_aloud_in_a_fraction_or_signs_that_are_hidden_around_it_do_not_show():
    page = "<p>Half<span class=frac><i class=sr-only>so to say</i></span><noscript><b class=frac><i class=sr-only>/"
    assert (shown(html(page)), left_out(html(page))[0][1]) == (["Half"], "so to say/")


@pytest.mark.parametrize(
    ("raise_", "words"),
    [("4.0pt", "10⁶"), ("-3pt", "10₆"), ("1.0pt", "106"), ("-.5pt", "106"), ("x", "106")],
)
def test_what_word_raises_by_points_stands_high(raise_, words):
    assert shown(html(f"<p>10<span style='position:relative;mso-text-raise:{raise_}'>6</span>")) == [words]


@pytest.mark.parametrize("display", ["block", "table-cell", "flex"])
def test_what_is_displayed_as_a_block_is_a_line(display):
    assert shown(html(f"<p>So {BLOCK.format(display, display)} died")) == ["So", "2024", "15 dead", "died"]
    assert shapes(html(f"<h2>{BLOCK.format(display, display)}</h2>")) == [("heading", 2, "", "2024 15 dead")]


def test_a_block_in_a_line_stands_apart_and_an_initial_does_not():
    one = "style='display:inline-block'"
    assert shown(html(f"<p>{BLOCK.format('inline-block', 'inline-block')}")) == ["2024 15 dead"]
    assert shown(html(f"<p><b {one}>W</b>ork <b {one}>begins</b>. 10<sup {one}>6</sup>")) == ["Work begins. 10⁶"]
