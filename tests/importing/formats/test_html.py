"""HTML becomes lines. First of all: no word is lost, be it in a line that shows or in one that is left out."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.importing import read_text
from tests.importing.formats.readings import (
    WORDS,
    codes,
    kept,
    left_out,
    numbered,
    set_apart,
    shapes,
    shown,
    texts,
    words,
    words_of,
)

_TAGS = """p div b strong i em span a ul ol li h1 h2 h3 table tr td th blockquote pre section header footer nav aside
    main button figure figcaption caption dl dt dd sup sub ins del s u font o:p center
    article label noscript template svg dialog ruby rt q select option tbody"""
_NAMES = st.sampled_from(_TAGS.split())
_TAG = st.builds(
    lambda name, form: form.format(name),
    _NAMES | st.just("math"),
    st.sampled_from(
        [
            "<{}>",
            "<{} class=x>",
            "<{} hidden>",
            "<{} style='display:none'>",
            "<{} style='mso-element:comment'>",
            "<{} style='vertical-align:super'>",
            "<{} class='share sr-only'>",
            "<{} id=fn1>",
            "<{} href='&num;fn1'>",
            "</{}>",
            "<{}/>",
        ]
    ),
)
_PIECES = (
    st.just("#")
    | _TAG
    | st.sampled_from(["<br>", "<hr>", "<", ">", "&", "&amp;", "\n", "</", "<!", '"', "='", "<!-- # -->"])
)
_HOW = st.sampled_from(["", "", " hidden", " class=related", " style='text-decoration:line-through'"])
_TREES = st.recursive(
    WORDS.map(" ".join),
    lambda inner: st.builds(
        lambda name, how, parts: f"<{name}{how}> {' '.join(parts)} </{name}>", _NAMES, _HOW, st.lists(inner)
    ),
    max_leaves=25,
)


def html(text):
    return read_text(text, format="html")


@given(_TREES)
def test_no_word_is_lost_and_none_is_invented(page):
    assert words_of(html(page)) == words(re.sub("<[^>]*>", " ", page))


@given(st.lists(_PIECES, max_size=40).map(numbered))
@example("<!-- w0x")
@example("<head><meta> w0x <p>w1x")
@example("<table><tr> w0x <td>w1x<table><tr><td>w2x<td>w3x")
def test_every_word_between_any_tags_is_kept(page):
    found = kept(html(page))
    assert [word for word in re.findall(r"w\d+x", page) if word not in found] == []


@given(
    st.text(st.characters(exclude_categories=[]), max_size=200) | st.lists(_PIECES | st.text(max_size=5)).map("".join)
)
@example("&#" + "1" * 5_000)
@example("<b>e</b>\u0301<i>\ufdd0</i>")
@example("<b>a\u2067</b>b")
def test_any_text_is_read(page):
    for line in html(page).lines:
        assert " ".join(line.text.split()) == line.text
        assert line.text or line.marker
        assert all(0 <= run.start < run.end <= len(line.text) for run in line.runs)


def test_blocks_are_lines_and_headings_have_their_level():
    page = (
        "<h1>Allies\n meet</h1><div>In Paris<p>On Monday</div>They met<br>twice<br><br>and parted<h3>What<br>next</h3>"
    )
    assert shapes(html(page)) == [
        ("heading", 1, "", "Allies meet"),
        ("text", 0, "", "In Paris"),
        ("text", 0, "", "On Monday"),
        ("text", 0, "", "They met"),
        ("text", 0, "", "twice"),
        ("text", 0, "", "and parted"),
        ("heading", 3, "", "What next"),
    ]
    assert [line.text for line in html(page).lines if line.after_blank] == ["and parted"]


def test_lists_nest():
    page = "<ul><li>one<ol><li>two<li><p>three<p>more</ol><li>four</ul>"
    assert shapes(html(page)) == [
        ("bullet", 1, "", "one"),
        ("numbered", 2, "", "two"),
        ("numbered", 2, "", "three"),
        ("text", 2, "", "more"),
        ("bullet", 1, "", "four"),
    ]


@pytest.mark.parametrize(
    ("href", "leads_to"),
    [
        ("https://a.org/?a=1&amp;b=2", "https://a.org/?a=1&b=2"),
        ("mailto:ann@a.org", "mailto:ann@a.org"),
        ("https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.org", "https://a.org"),
        ("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"),
        (
            "https://www.google.com/url?q=https%3A%2F%2Fa.org%2F%20b",
            "https://www.google.com/url?q=https%3A%2F%2Fa.org%2F%20b",
        ),
        ("java&#10;script:alert(1)", ""),
        ("javascript:alert(1)", ""),
        ("/relative", ""),
        ("http://[broken", ""),
        ("https://a.org/" + "a" * 2_000, ""),
    ],
)
def test_a_link_leads_to_a_full_address_or_nowhere(href, leads_to):
    reading = html(f'<p><a href="{href}">here</a>')
    assert [run.href for run in reading.lines[0].runs] == ([leads_to] if leads_to else [])
    assert codes(reading) == ([] if leads_to else ["link-left-out"])


def test_what_no_browser_knows_as_a_tag_is_words():
    assert texts(html("<p>He said <insert quote> and <TK>.")) == ["He said <insert quote> and <TK>."]
    assert texts(html("<story><p>He <o:p>said</o:p> <x-y>so</x-y>.</story>")) == ["He said so."]


def test_emphasis_that_ends_across_others_is_read_as_meant():
    (line,) = html("<p>a <b>b <i>c</b> d</i> e <b>f <span style='font-weight:normal'>g</span></b>").lines
    assert set_apart(line) == [("b c", "strong", ""), ("c d", "em", ""), ("f", "strong", "")]


def test_emphasis_that_never_ends_ends_with_its_paragraph():
    assert [len(line.runs) for line in html("<p><b>a</p><p>b</p>").lines] == [1, 0]


def test_a_mark_that_joins_a_letter_outside_its_run_moves_no_run():
    (line,) = html("<p><b>cafe</b>\u0301 and <i>so</i>").lines
    assert line.text == "café and so"
    assert set_apart(line) == [("café", "strong", ""), ("so", "em", "")]


def test_characters_that_cannot_be_published_are_taken_out_with_their_line():
    reading = html("<p>One</p><p>&#x202e;Two \x07</p>")
    assert texts(reading) == ["One", "Two"]
    assert [(finding.code, finding.line) for finding in reading.findings] == [("characters-removed", 2)] * 2


def test_points_written_by_hand_are_points():
    assert shapes(html("<p>• <b>One</b></p><p>2. Two</p>")) == [("bullet", 1, "•", "One"), ("numbered", 1, "2.", "Two")]
    assert set_apart(html("<p>• <b>One</b> so").lines[0]) == [("One", "strong", "")]


def test_an_empty_comment_ends_at_once():
    reading = html("a<!-->b<!--->c<!-- d -->e")
    assert shown(reading) == ["abce"]
    assert left_out(reading) == [("comment", "d", False)]


def test_lines_of_preformatted_text_are_lines():
    assert texts(html("<pre>one\n  two</pre> three\nfour")) == ["one", "two", "three four"]
