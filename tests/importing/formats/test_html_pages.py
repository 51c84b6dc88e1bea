"""What whole pages, Word and Google Docs put around a draft: told apart from it, and nothing left out in silence."""

import pytest

from briefings.importing import Unreadable, read_text
from tests.importing.formats.readings import codes, left_out, set_apart, shapes, texts


def html(text):
    return read_text(text, format="html")


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
        ("text", 0, "", "Check this"),
    ]
    assert left_out(reading) == [("comment", "Check this", True)]


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


def test_what_the_clipboard_says_of_itself_is_no_draft():
    head = "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000201\r\nSourceURL:https://a.org/x\r\n"
    assert texts(html(f"{head}<html><body><!--StartFragment--><p>Text</p><!--EndFragment-->")) == ["Text"]


def test_many_findings_of_a_kind_are_counted():
    reading = html("<a href=/x>a</a>" * 30)
    assert len(reading.findings) == 21
    assert reading.findings[-1].sentence == "And 10 more of this kind (link left out)."


def test_large_words_are_a_title_in_google_docs_alone():
    large = '<p><span style="font-size:30pt">Allies meet</span></p>'
    assert [line.style for line in html(large).lines] == ["text"]
    assert [line.style for line in html(f'<b id="docs-internal-guid-1">{large * 2}').lines] == ["title", "text"]


def test_a_footnote_is_known_by_its_way_back():
    page = """<p>Text <a href="#fnref1">[1]</a></p><p><a href="#ftnt_ref1">[1]</a> A note.</p><ol><li id=fn:2>Two</ol>
        <p><a href="#top">[1]</a> Text."""
    assert shapes(html(page)) == [
        ("text", 0, "", "Text [1]"),
        ("note", 0, "[1]", "A note."),
        ("note", 0, "", "Two"),
        ("text", 0, "", "[1] Text."),
    ]


def test_headings_and_long_cells_part_a_table_into_lines():
    assert texts(html("<table><tr><td>Left<td><h2>Head</h2>Text</table>")) == ["Left", "Head", "Text"]
    long = f"<p>{'word ' * 150}</p><p>Text</p>"
    assert len(html(f"<table><tr><td>Left<td>{long}</table>").lines) == 3
    assert [line.style for line in html("<table><tr><td>Alone</table>").lines] == ["text"]


def test_points_inside_a_cell_keep_their_markers():
    point = '<p style="mso-list:l0 level1"><span style="mso-list:Ignore">1.</span>One</p>'
    assert texts(html(f"<table><tr><td>{point}<td>Two</table>")) == ["1. One | Two"]


def test_a_bullet_of_two_characters_is_no_number():
    assert shapes(html('<p style="mso-list:l0 level1"><i style="mso-list:Ignore">--</i>One')) == [
        ("bullet", 1, "--", "One")
    ]


def test_the_outermost_furniture_counts():
    assert [line.aside for line in html("<footer><nav>Home</nav></footer>").lines] == ["footer"]


def test_a_script_is_no_words_and_told_once():
    reading = html("<p>Text<script>f()</script></p><script>g()</script><style>p{}</style>")
    assert texts(reading) == ["Text"]
    assert [finding.sentence for finding in reading.findings] == ["Left out a script: a briefing runs none."]


def test_a_role_makes_a_heading():
    page = "<div role=heading aria-level=3>One</div><div role=heading>Two</div><p role=heading aria-level=x>Three</p>"
    assert [(line.style, line.level) for line in html(page).lines] == [("heading", 3), ("heading", 2), ("heading", 2)]


def test_a_page_of_far_too_many_elements_or_attributes_is_refused_with_what_to_do(monkeypatch):
    with pytest.raises(Unreadable, match=r"An element of the page has more than 500 attributes.*paste them instead"):
        html(f"<p {' '.join(f'a{number}' for number in range(501))}>Text")
    monkeypatch.setattr("briefings.importing.formats.html.MOST_ELEMENTS", 4)
    assert texts(html("<p>a</p><!-- b c --><p>d</p>")) == ["a", "b c", "d"]
    with pytest.raises(Unreadable, match=r"made of more than 4 elements.*paste them instead"):
        html("<p>a</p><!-- b --><p>c</p><i>d</i>e<br>f")


def test_more_lines_than_any_briefing_has_are_one_line_and_told(monkeypatch):
    monkeypatch.setattr("briefings.importing.formats.sheet.MOST_LINES", 3)
    reading = html("<p>a" * 6)
    assert texts(reading) == ["a", "a", "a a a a"]
    assert codes(reading) == ["too-many-lines"]
