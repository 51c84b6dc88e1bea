"""HTML becomes lines. First of all: no word is lost, and what is left out on purpose is told."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefings.importing import read_text
from tests.importing.formats.reading_drafts import (
    WORDS,
    codes,
    kept,
    numbered,
    set_apart,
    shapes,
    texts,
    words,
    words_of,
)

_TAGS = """p div b strong i em span a ul ol li h1 h2 h3 table tr td th blockquote pre section header footer nav aside
    main button figure figcaption caption dl dt dd sup sub ins del u font o:p center
    article label select option tbody"""
_NAMES = st.sampled_from(_TAGS.split())
_TAG = st.builds(
    lambda name, form: form.format(name), _NAMES, st.sampled_from(["<{}>", "<{} class=x>", "</{}>", "<{}/>"])
)
_PIECES = st.just("#") | _TAG | st.sampled_from(["<br>", "<hr>", "<", ">", "&", "&amp;", "\n", "</", "<!", '"', "='"])
_TREES = st.recursive(
    WORDS.map(" ".join),
    lambda inner: st.builds(lambda name, parts: f"<{name}> {' '.join(parts)} </{name}>", _NAMES, st.lists(inner)),
    max_leaves=25,
)


def html(text):
    return read_text(text, format="html")


@given(_TREES)
@settings(deadline=None, max_examples=150)
def test_no_word_is_lost_and_none_is_invented(page):
    assert words_of(html(page)) == words(re.sub("<[^>]*>", " ", page))


@given(st.lists(_PIECES, max_size=40).map(numbered))
@settings(deadline=None, max_examples=300)
@example("<!-- w0x")
@example("<head><meta> w0x <p>w1x")
@example("<table><tr> w0x <td>w1x<table><tr><td>w2x<td>w3x")
def test_every_word_between_any_tags_is_kept(page):
    found = kept(html(page))
    assert [word for word in re.findall(r"w\d+x", page) if word not in found] == []


@given(
    st.text(st.characters(exclude_categories=[]), max_size=200) | st.lists(_PIECES | st.text(max_size=5)).map("".join)
)
@settings(deadline=None, max_examples=150)
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


def test_what_google_docs_copies():
    page = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7f"><p dir="ltr"><span
        style="font-size:26pt;font-weight:400;">Allies meet</span></p><h2 dir="ltr"><span style="font-size:16pt">What is
        said</span></h2><p dir="ltr"><span style="font-weight:400">It </span><span style="font-weight:700">is</span>
        <span style="font-style:italic">so</span>, says <a href="https://www.google.com/url?q=https://a.org/x%3Fa&amp;sa=D">
        <span>she</span></a>.</p><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation">one</p></li><ul>
        <li dir="ltr"><p>two</p></li></ul></ul></b><br class="Apple-interchange-newline">"""
    reading = html(page)
    assert shapes(reading) == [
        ("title", 0, "", "Allies meet"),
        ("heading", 2, "", "What is said"),
        ("text", 0, "", "It is so, says she."),
        ("bullet", 1, "", "one"),
        ("bullet", 2, "", "two"),
    ]
    assert set_apart(reading.lines[2]) == [("is", "strong", ""), ("so", "em", ""), ("she", "link", "https://a.org/x?a")]
    assert reading.findings == ()


def test_what_word_copies():
    page = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><o:x>no</o:x></xml>
        <![endif]--><style><!-- p.MsoNormal {margin:0} --></style></head><body><!--StartFragment-->
        <p class=MsoTitle>Allies meet<o:p></o:p></p>
        <p class=MsoNormal>They <b style='mso-bidi-font-weight:normal'>met</b>.<o:p>&nbsp;</o:p></p>
        <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]>
        <span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times"'>&nbsp; </span>
        </span></span><![endif]>one</p><p class=MsoListParagraph style='mso-list:l1 level2 lfo2'>
        <span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>two</p>
        <p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> A note.</p>
        <div style='mso-element:comment-list'><p>Check this</p></div><!--EndFragment--></body></html>"""
    reading = html(page)
    assert shapes(reading) == [
        ("title", 0, "", "Allies meet"),
        ("text", 0, "", "They met."),
        ("bullet", 1, "·", "one"),
        ("numbered", 2, "2.", "two"),
        ("note", 0, "[1]", "A note."),
    ]
    assert [finding.sentence for finding in reading.findings] == ["A comment stands beside the draft: “Check this”."]


def test_lists_nest():
    page = "<ul><li>one<ol><li>two<li><p>three<p>more</ol><li>four</ul>"
    assert shapes(html(page)) == [
        ("bullet", 1, "", "one"),
        ("numbered", 2, "", "two"),
        ("numbered", 2, "", "three"),
        ("text", 0, "", "more"),
        ("bullet", 1, "", "four"),
    ]


def test_rows_of_a_table_are_lines_and_a_table_that_lays_out_a_page_is_none():
    page = (
        "<table><caption>Seats</caption><tr><th>Name<th>Seats<tr><td><p>All</p><p>allies</p><td><b>12</b><td></table>"
    )
    assert [(line.style, line.aside, line.text) for line in html(page).lines] == [
        ("text", "caption", "Seats"),
        ("row", "", "Name | Seats"),
        ("row", "", "All allies | 12 |"),
    ]
    layout = "<table><tr><td>Left<td><h1>Head</h1><p>Text</p><table><tr><td>a<td>b</table></table>"
    assert texts(html(layout)) == ["Left", "Head", "Text", "a | b"]
    assert texts(html("<table><tr><td><p>One</p><p>Two</p></table>")) == ["One", "Two"]


def test_what_is_hidden_is_left_out_and_told():
    page = """<p>Seen <span hidden>one</span><i style="DISPLAY: none">two</i><b aria-hidden=true>three</b></p>
        <script>f()</script><style>p{}</style><noscript>four</noscript><template>five</template><!-- six -->"""
    reading = html(page)
    assert texts(reading) == ["Seen"]
    assert [finding.sentence for finding in reading.findings] == [
        "Left out what does not show in the draft: “one”.",
        "Left out what does not show in the draft: “two”.",
        "Left out what does not show in the draft: “three”.",
        "Left out a script: a briefing runs none.",
        "Left out what does not show in the draft: “four”.",
        "Left out what does not show in the draft: “five”.",
        "Left out a comment in the page’s code: “six”.",
    ]


def test_the_furniture_of_a_page_stands_aside():
    page = """<header>Site</header><nav><a href="/">Home</a></nav><article><header><h1>Head</h1>By Ann</header><figure>
        <img alt="A dog"><figcaption>Rex</figcaption></figure><p>Text <button>Share</button></p></article>
        <aside>More</aside><form><label>Mail</label><input type=submit value=Send></form><footer>Imprint</footer>"""
    assert [(line.text, line.aside) for line in html(page).lines] == [
        ("Site", "header"),
        ("Home", "navigation"),
        ("Head", ""),
        ("By Ann", ""),
        ("A dog", "picture"),
        ("Rex", "caption"),
        ("Text", ""),
        ("Share", "form"),
        ("More", "aside"),
        ("Mail", "form"),
        ("Send", "form"),
        ("Imprint", "footer"),
    ]
    assert codes(html(page)) == ["picture"]


def test_the_title_of_a_page_is_its_headline_where_it_has_no_other():
    assert shapes(html("<title>Allies &amp; us</title><p>Text"))[0] == ("title", 0, "", "Allies & us")
    with_headline = html("<title>Allies meet | Site</title><h1>Allies meet</h1>")
    assert texts(with_headline) == ["Allies meet"]
    assert codes(with_headline) == ["page-title"]
    assert codes(html("<title>Allies meet</title><h1>Allies meet</h1>")) == []


def test_tracked_changes_are_both_there_and_told_once():
    reading = html("<p>They <del>met</del><ins>parted</ins> and <del>so</del> on.")
    assert texts(reading) == ["They met parted and so on."]
    assert codes(reading) == ["tracked-changes"]


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
    assert texts(html("a<!-->b<!--->c<!-- d -->e")) == ["abce"]


def test_what_the_clipboard_says_of_itself_is_no_draft():
    head = "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000201\r\nSourceURL:https://a.org/x\r\n"
    assert texts(html(f"{head}<html><body><!--StartFragment--><p>Text</p><!--EndFragment-->")) == ["Text"]


def test_lines_of_preformatted_text_are_lines():
    assert texts(html("<pre>one\n  two</pre> three\nfour")) == ["one", "two", "three four"]


def test_many_findings_of_a_kind_are_counted():
    reading = html("<p hidden>a</p>" * 30)
    assert len(reading.findings) == 21
    assert reading.findings[-1].sentence == "And 10 more of this kind (left out)."
