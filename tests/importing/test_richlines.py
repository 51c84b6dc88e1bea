"""Lines as rich text: emphasis, links, lists, and exactly the words of the line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.content.richtext import plain_text
from briefings.importing.lines import Line, Run
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
@settings(deadline=None, max_examples=300)
def test_the_plain_text_is_exactly_the_words_of_the_lines(lines):
    assert plain_text(html_of(lines)).split() == " ".join(line.text for line in lines).split()


@given(_lines())
@settings(deadline=None, max_examples=300)
def test_a_line_takes_no_more_room_than_was_said(line):
    assert len(html_of([line])) <= size_of(line)
