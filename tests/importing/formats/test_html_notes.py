"""Footnotes in pages: the marks lead to their notes whoever wrote the page, and stand in nobody's words."""

from time import process_time

import pytest

from briefings.importing import read_text
from briefings.importing.lines import NOTE
from tests.importing.formats.readings import set_apart, shapes, shown


def html(text):
    return read_text(text, format="html")


# By the program: how it writes a mark in the text, and the note.
PROGRAMS = {
    "Word": (
        "<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a>",
        "<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> A "
        "note.</p></div>",
    ),
    "Google Docs": (
        "<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup>",
        "<hr><div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span>&nbsp;A note.</span></p></div>",
    ),
    "LibreOffice": (
        "<a class=sdfootnoteanc name=sdfootnote1anc href='#sdfootnote1sym'><sup>1</sup></a>",
        "<div id=sdfootnote1><p class=sdfootnote><a class=sdfootnotesym name=sdfootnote1sym href='#sdfootnote1anc'>1"
        "</a>A note.</p></div>",
    ),
    "pandoc": (
        "<a href='#fn1' class=footnote-ref id=fnref1 role=doc-noteref><sup>1</sup></a>",
        "<section><ol><li id=fn1><p>A note.<a href='#fnref1' class=footnote-back>↩︎</a></p></li></ol></section>",
    ),
    "GitHub": (
        "<sup><a href='#user-content-fn-1-a2' id='user-content-fnref-1-a2' data-footnote-ref>1</a></sup>",
        "<ol><li id='user-content-fn-1-a2'><p>A note. <a href='#user-content-fnref-1-a2'>↩</a></p></li></ol>",
    ),
    "kramdown": (
        "<sup id='fnref:1'><a href='#fn:1' rel=footnote>1</a></sup>",
        "<ol><li id='fn:1'><p>A note. <a href='#fnref:1'>&#8617;</a></p></li></ol>",
    ),
    "Wikipedia": (
        "<sup id='cite_ref-Lee_1-0' class=reference><a href='#cite_note-Lee-1'>&#91;1&#93;</a></sup>",
        "<ol><li id='cite_note-Lee-1'><span class=mw-cite-backlink><b><a href='#cite_ref-Lee_1-0'>^</a></b></span> "
        "<span class=reference-text>A note.</span></li></ol>",
    ),
    "WordPress": (
        "<sup data-fn=8f3a class=fn><a href='#8f3a' id='8f3a-link'>1</a></sup>",
        "<ol class=wp-block-footnotes><li id=8f3a>A note. <a href='#8f3a-link' aria-label='Jump'>↩︎</a></li></ol>",
    ),
    "Substack": (
        "<a class=footnote-anchor id=footnote-anchor-1 href='#footnote-1'>1</a>",
        "<div class=footnote><a id=footnote-1 href='#footnote-anchor-1' class=footnote-number>1</a><div><p>"
        "A note.</div>",
    ),
    "Asciidoctor": (
        "<sup class=footnote>[<a id=_footnoteref_1 class=footnote href='#_footnotedef_1'>1</a>]</sup>",
        "<div class=footnote id=_footnotedef_1><a href='#_footnoteref_1'>1</a>. A note.</div>",
    ),
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_mark_leads_to_its_note_and_the_way_back_is_gone(program):
    mark, note = PROGRAMS[program]
    reading = html(f"<p>It costs 10{mark} million.</p><p>More.</p>{note}")
    assert shown(reading) == ["It costs 10[1] million.", "More.", "A note."]
    assert [run.href for run in reading.lines[0].runs] == [f"{NOTE}1"]
    assert shapes(reading)[-1] == ("note", 0, "[1]", "A note.")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("“We waited long,{}” said Rook.", "“We waited long,”[1] said Rook."),
        ("“We waited{} long,” said Rook.", "“We waited long,”[1] said Rook."),
        ("“We waited,” said Rook.{}", "“We waited,” said Rook.[1]"),
        ("„Wir warten{}“, sagt Rook.", "„Wir warten“[1], sagt Rook."),
        ("« Nous attendons{} », dit Rook.", "« Nous attendons »[1], dit Rook."),
        ("“We {}<b>waited</b> long,” he said, “and{} on.”", "“We waited long,”[1] he said, “and on.”[1]"),
    ],
)
def test_no_mark_stands_within_the_words_of_a_quotation(text, read):
    mark = PROGRAMS["pandoc"][0]
    reading = html(f"<p>{text.format(mark, mark)}</p>{PROGRAMS['pandoc'][1]}")
    assert shown(reading)[0] == read
    assert {words for words, _, href in set_apart(reading.lines[0]) if href} == {"[1]"}


def test_further_paragraphs_of_a_note_are_part_of_it():
    page = "<p>Text<a href='#fn1'>1</a><a href='#fn2'>2</a></p><ol><li id=fn1><p>One.<p>More.<li id=fn2>Two.</ol>"
    assert shapes(html(page))[1:] == [("note", 0, "[1]", "One. More."), ("note", 0, "[2]", "Two.")]


def test_marks_of_notes_that_were_not_copied_with_the_text_stay_as_words():
    reading = html("<p>It costs 10<sup><a href='https://a.org/x#cite_note-3'>[3]</a></sup> million.")
    assert shown(reading) == ["It costs 10[3] million."]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("<ol><li id=fn1>1 March, page 4</ol>", "1 March, page 4"),
        ("<ol><li id=fn1>1. März, Seite 4</ol>", "1. März, Seite 4"),
        ("<p id=fn1>1. A note</p>", "A note"),
        ("<p id=fn1>[1] A note</p>", "A note"),
        ("<p id=fn1>10 notes</p>", "10 notes"),
        ("<p id=fn1>… and more</p>", "… and more"),
    ],
)
def test_the_number_of_a_note_comes_off_its_words_where_it_is_written_and_no_date_does(note, words):
    assert shown(html(f"<p>Text<sup><a href='#fn1'>1</a></sup>{note}"))[-1] == words


def test_signs_are_marks_as_well():
    reading = html("<p>It costs 10<sup><a href='#fn1'>*</a></sup> million.</p><p id=fn1>* A note.</p>")
    assert shown(reading)[0] == "It costs 10* million."
    assert shapes(reading)[-1] == ("note", 0, "*", "A note.")


def test_the_same_number_twice_leads_to_the_first_note_alone():
    reading = html("<p>One<sup><a href='#fn1'>1</a></sup></p><p id=fn1>A<p>Two<sup><a href='#en1'>1</a></sup>.")
    assert [set_apart(line) for line in reading.lines] == [[("[1]", "link", f"{NOTE}1")], [], []]


@pytest.mark.parametrize(
    "page",
    [
        "<p>See <a href='#part2'>2</a> below.</p>",
        "<p>See <a href='#top'>here</a> below.</p>",
        "<p><a href='#s1'>1</a> Introduction</p><h2 id=s1>Introduction</h2>",
        "<nav><a href='#p1'>1</a> <sup><a href='#p2'>2</a></sup></nav>",
    ],
)
def test_other_links_within_a_page_are_words(page):
    assert not any(NOTE in run.href or line.style == "note" for line in html(page).lines for run in line.runs)
    assert "[" not in "".join(shown(html(page)))


@pytest.mark.slow
def test_many_marks_in_one_superscript_that_never_ends_take_no_time():
    page = "<p>x<sup>" + "<a href='#fn1'>1</a>, " * 8_000
    started = process_time()
    assert len(html(page).lines) == 1
    assert process_time() - started < 10
