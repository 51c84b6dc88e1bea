"""Lines as rich text: emphasis, links, lists, and exactly the words of the line."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.content.richtext import plain_text
from briefings.importing.lines import Line, Run
from briefings.importing.points import markers_as_words
from briefings.importing.richlines import html_of, size_of

ADDRESS = "https://example.org/?a=1&b=2"


def _line(text, *runs, style="text"):
    return Line(text, 1, style=style, runs=runs)


@pytest.mark.parametrize(
    ("runs", "html"),
    [
        ((), "<p>They met in Paris</p>"),
        ((Run(5, 8, "strong"),), "<p>They <strong>met</strong> in Paris</p>"),
        ((Run(5, 8, "em"),), "<p>They <em>met</em> in Paris</p>"),
        ((Run(0, 17, "em"),), "<p><em>They met in Paris</em></p>"),
        ((Run(12, 17, "link", "https://example.org/"),), '<a href="https://example.org/"'),
        ((Run(5, 8, "strong"), Run(5, 8, "em")), "<p>They <strong><em>met</em></strong> in Paris</p>"),
    ],
)
def test_words_are_set_apart_as_in_the_draft(runs, html):
    assert html in html_of([_line("They met in Paris", *runs)])


def test_emphasis_that_overlaps_is_nested():
    html = html_of([_line("They met in Paris", Run(0, 8, "strong"), Run(5, 17, "em"))])
    assert plain_text(html) == "They met in Paris"
    assert "<strong><em>met</em></strong>" in html
    assert "<em> in Paris</em>" in html


def test_a_link_may_hold_emphasis():
    html = html_of([_line("They met", Run(0, 8, "link", ADDRESS), Run(5, 8, "strong"))])
    assert "<strong>met</strong></a>" in html
    assert "a=1&amp;b=2" in html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", ""])
def test_a_link_that_leads_nowhere_good_leads_nowhere(address):
    html = html_of([_line("They met", Run(0, 8, "link", address))])
    assert "href" not in html
    assert plain_text(html) == "They met"


def test_points_of_one_list_stand_in_one_list_and_other_lines_end_it():
    lines = [
        _line("One", style="bullet"),
        _line("Two", style="bullet"),
        _line("Text"),
        _line("First", style="numbered"),
        _line("Three", style="bullet"),
    ]
    assert html_of(lines) == (
        "<ul><li>One</li><li>Two</li></ul><p>Text</p><ol><li>First</li></ol><ul><li>Three</li></ul>"
    )


def test_a_row_of_a_table_is_a_paragraph():
    assert html_of([_line("Paris | 40", style="row")]) == "<p>Paris | 40</p>"


@pytest.mark.parametrize("text", ["Fish & <b>chips</b>", "&amp;", "1 < 2 > 0", "“quoted” 'straight' \"marks\""])
def test_what_looks_like_html_stays_words(text):
    html = html_of([_line(text)])
    assert plain_text(html) == text
    assert "<b>" not in html


def test_no_lines_are_no_html():
    assert html_of([]) == ""


_TEXTS = st.text("ab&<>\"'“é中 ", min_size=1, max_size=30).map(lambda text: f"x{text}x")
_ADDRESSES = st.sampled_from(["", ADDRESS, "https://example.org/ä\"'<", "mailto:a@example.org", "javascript:x"])


@st.composite
def _lines(draw):
    text = draw(_TEXTS)
    places = st.integers(0, len(text))
    runs = draw(st.lists(st.tuples(places, places, st.sampled_from(["strong", "em", "link"]), _ADDRESSES), max_size=5))
    style = draw(st.sampled_from(["text", "heading", "bullet", "numbered", "row", "note"]))
    return _line(text, *(Run(min(a, b), max(a, b), kind, href) for a, b, kind, href in runs), style=style)


@given(st.lists(_lines(), max_size=6))
def test_the_plain_text_is_exactly_the_words_of_the_lines(lines):
    assert plain_text(html_of(lines)).split() == " ".join(line.text for line in lines).split()


@given(_lines())
def test_a_line_takes_no_more_room_than_was_said(line):
    assert len(html_of([line])) <= size_of(line)


def _points(*said):
    """Lines by style, level, marker and words; “n1 2. Buy” is the numbered point “Buy” at level 1."""
    styles = {"b": "bullet", "n": "numbered", "t": "text", "r": "row"}
    lines = []
    for one in said:
        kind, marker, words = one.split("|")
        lines.append(Line(words, 1, style=styles[kind[0]], level=int(kind[1:]), marker=marker))
    return lines


@pytest.mark.parametrize(
    ("points", "html"),
    [
        (
            ["n1||Build", "b2||stone", "n1||Buy"],
            "<ol><li>Build<ul><li>stone</li></ul></li><li>Buy</li></ol>",
        ),
        (  # as plain text has them, where every point stands at the front of its line
            ["n1|1.|Build", "b1|-|stone", "n1|2.|Buy", "b1|-|boats"],
            "<ol><li>Build<ul><li>stone</li></ul></li><li>Buy</li></ol><ul><li>boats</li></ul>",
        ),
        (
            ["n1|1.|Build", "n1|2.|Buy", "t0||From Vessa.", "n1|3.|Open", "t0||The end."],
            "<ol><li>Build</li><li><p>Buy</p><p>From Vessa.</p></li><li>Open</li></ol><p>The end.</p>",
        ),
        (
            ["b1||one", "t1||more", "b2||two", "t2||of two", "t1||of one", "b1||three"],
            "<ul><li><p>one</p><p>more</p><ul><li><p>two</p><p>of two</p></li></ul><p>of one</p></li>"
            "<li>three</li></ul>",
        ),
        (["b3||deep", "b1||out", "b2||in"], "<ul><li>deep</li></ul><ul><li>out<ul><li>in</li></ul></li></ul>"),
        (["b1||one", "n1|1.|two", "b1||three"], "<ul><li>one</li></ul><ol><li>two</li></ol><ul><li>three</li></ul>"),
        (["t1||Alone"], "<p>Alone</p>"),
    ],
)
def test_points_and_what_belongs_to_them_stand_in_one_list(points, html):
    assert html_of(_points(*points)) == html


@pytest.mark.parametrize(
    ("points", "html", "kept"),
    [
        (["n1|4.|Buy", "n1|5.|Open"], "<p>4. Buy</p><p>5. Open</p>", ["4.", "5."]),
        (["n1|a)|Buy", "n1|b)|Open"], "<p>a) Buy</p><p>b) Open</p>", ["a)", "b)"]),
        (["n1|1.|Build", "n1|3.|Buy"], "<p>1. Build</p><p>3. Buy</p>", ["1.", "3."]),
        (["n1|4.|Build", "b2||stone", "n1||Buy"], "<p>4. Build</p><ul><li>stone</li></ul><p>5. Buy</p>", ["4.", ""]),
        (["n1|1.|Build", "r0||A | B", "n1|2.|Buy"], None, ["2."]),
        (["n1|(1)|Build", "n1|(2)|Buy"], "<ol><li>Build</li><li>Buy</li></ol>", []),
    ],
)
def test_numbers_that_no_list_would_give_are_words(points, html, kept):
    lines = _points(*(point.replace("A | B", "A and B") for point in points))
    assert html_of(lines) == (html or "<ol><li>Build</li></ol><p>A and B</p><p>2. Buy</p>")
    assert markers_as_words(lines) == kept


_MARKERS = st.sampled_from(["", "", "1.", "2.", "3)", "a)", "&"])


@given(st.lists(st.tuples(_lines(), st.integers(0, 12), _MARKERS), max_size=9))
def test_however_points_nest_no_word_moves_and_the_text_takes_no_more_room_than_was_said(drawn):
    lines = [replace(line, level=level, marker=marker) for line, level, marker in drawn]
    shown = plain_text(html_of(lines)).split()
    rest = iter(shown)
    assert all(word in rest for line in lines for word in line.text.split())
    assert len(html_of(lines)) <= sum(map(size_of, lines))


def test_the_deepest_list_is_no_deeper_than_a_page_can_show():
    html = html_of([Line("a", 1, style="bullet", level=level) for level in range(1, 500)])
    assert html.count("<ul>") == 8
