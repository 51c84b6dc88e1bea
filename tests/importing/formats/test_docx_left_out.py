"""What a Word document deletes, hides, strikes out or comments is listed with its words and place, and is no text."""

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import docx, paragraph, run, table
from tests.importing.formats.readings import codes, texts

_MARK_DELETED = '<w:rPr><w:del w:author="Bo"/></w:rPr>'


def change(kind: str, inner: str, author: str = "Bo") -> str:
    return f'<w:{kind} w:author="{author}">{inner}</w:{kind}>'


def shown(reading):
    return [line.text for line in reading.lines if not line.left_out]


def left_out(reading):
    return [(line.text, line.left_out.kind, line.left_out.by) for line in reading.lines if line.left_out]


def test_the_accepted_text_stands_and_what_was_deleted_is_left_out_with_who_deleted_it():
    body = paragraph(run("It costs "), change("del", run("40")), change("ins", run("14")), run(" million."))
    reading = read(docx(body))
    assert shown(reading) == ["It costs 14 million."]
    assert left_out(reading) == [("40", "deleted", "Bo")]
    assert reading.lines[1].inside == "0:8"
    assert [finding.sentence for finding in reading.findings] == [
        "The draft has tracked changes, and is read as if all were accepted. One deletion is listed among what is "
        "left out."
    ]


def test_what_was_put_in_and_deleted_again_is_left_out():
    reading = read(docx(paragraph(run("Yes."), change("ins", change("del", run(" Never."), "Al")))))
    assert shown(reading) == ["Yes."]
    assert left_out(reading) == [("Never.", "deleted", "Al")]


def test_a_moved_paragraph_stands_once_where_it_was_moved_to():
    there = paragraph(change("moveFrom", run("Boats come in May.")), properties="<w:rPr><w:moveFrom/></w:rPr>")
    reading = read(docx(there, paragraph(run("Then.")), paragraph(change("moveTo", run("Boats come in May.")))))
    assert shown(reading) == ["Then.", "Boats come in May."]
    assert left_out(reading) == [("Boats come in May.", "moved", "Bo")]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [("Tempera", "ture rises.", "Temperature rises."), ("It rains.", "It snows.", "It rains. It snows.")],
)
def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(first, second, whole):
    body = paragraph(run(first), style="berschrift1", properties=_MARK_DELETED) + paragraph(run(second))
    (line,) = read(docx(body)).lines
    assert (line.text, line.style) == (whole, "heading")


def test_a_paragraph_that_was_deleted_whole_joins_no_other():
    gone = paragraph(change("del", run("Gone.")), style="berschrift1", properties=_MARK_DELETED)
    reading = read(docx(gone, paragraph(run("Stays."))))
    assert [(line.text, line.style, bool(line.left_out)) for line in reading.lines] == [
        ("Gone.", "heading", True),
        ("Stays.", "text", False),
    ]


def test_a_last_paragraph_without_a_mark_is_not_lost():
    assert shown(read(docx(paragraph(run("The end."), properties=_MARK_DELETED)))) == ["The end."]


def test_deleted_rows_and_cells_of_a_table_are_left_out():
    rows = table(("Name", "Seats"), ("Falk", "3")).replace("<w:tr>", "<w:tr><w:trPr><w:del w:author='Bo'/></w:trPr>")
    whole = rows.replace("<w:trPr><w:del w:author='Bo'/></w:trPr>", "<w:trPr><w:ins/></w:trPr>", 1)
    reading = read(docx(whole))
    assert shown(reading) == ["Name | Seats"]
    assert left_out(reading) == [("Falk | 3", "deleted", "Bo")]
    cell = table(("a", "b")).replace("<w:tc>", '<w:tc><w:tcPr><w:cellDel w:author="Bo"/></w:tcPr>', 1)
    assert left_out(read(docx(cell))) == [("a", "deleted", "Bo")]


def test_an_earlier_look_is_no_change_of_the_text():
    before = "<w:rPrChange><w:rPr><w:vanish/><w:strike/></w:rPr></w:rPrChange>"
    reading = read(docx(paragraph(run("Plain", before))))
    assert (texts(reading), codes(reading)) == (["Plain"], [])


def test_comments_stand_at_the_place_they_are_about_each_with_who_wrote_it():
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="{author}">{paragraph(run(words))}{paragraph(run("Now."))}</w:comment>'
        for number, author, words in [(1, "Al", "Check."), (2, "Al", "Why?"), (3, "", "Lost.")]
    )
    body = paragraph(
        '<w:commentRangeStart w:id="1"/>',
        run("The builder"),
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
        '<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>',
        run(" is here."),
    )
    reading = read(docx(body, comments=comments))
    assert shown(reading) == ["The builder is here."]
    assert left_out(reading) == [
        ("Check. Now.", "comment", "Al"),
        ("Why? Now.", "comment", "Al"),
        ("Lost. Now.", "comment", ""),
    ]
    assert [line.inside for line in reading.lines[1:]] == ["0:11", "0:11", ""]


_STYLES = """<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="character" w:styleId="c"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="d"><w:name w:val="More"/><w:basedOn w:val="c"/></w:style>
    <w:style w:type="paragraph" w:styleId="p"><w:name w:val="Notes"/><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="q"><w:name w:val="Old"/><w:rPr><w:strike/></w:rPr></w:style>
    <w:style w:type="table" w:styleId="t"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>"""


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (paragraph(run("Secret", "<w:vanish/>")), "hidden"),
        (paragraph(run("Secret", "<w:specVanish/>")), "hidden"),
        (paragraph(run("Secret", '<w:rStyle w:val="c"/>')), "hidden"),
        (paragraph(run("Secret", '<w:rStyle w:val="d"/>')), "hidden"),
        (paragraph(run("Secret"), style="p"), "hidden"),
        (table(("Secret",)).replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr>'), "hidden"),
        (table(("Secret",)).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>"), "hidden"),
        (paragraph(run("Secret", "<w:strike/>")), "struck"),
        (paragraph(run("Secret", "<w:dstrike/>")), "struck"),
        (paragraph(run("Secret"), style="q"), "struck"),
    ],
)
def test_hidden_and_struck_words_are_left_out_however_the_document_says_so(body, kind):
    reading = read(docx(body, styles=_STYLES.format(defaults="")))
    assert left_out(reading) == [("Secret", kind, "")]


def test_what_a_program_hides_where_a_form_was_pasted_asks_for_nothing():
    style = '<w:style w:styleId="z"><w:name w:val="HTML Top of Form"/><w:rPr><w:vanish/></w:rPr></w:style>'
    (line,) = read(docx(paragraph(run("Top of Form"), style="z"), styles=style)).lines
    assert [line.left_out.kind, line.left_out.asks] == ["hidden", False]


def test_words_are_hidden_by_what_the_whole_document_says_unless_they_say_otherwise():
    body = paragraph(run("Secret "), run("shown", '<w:vanish w:val="0"/>'))
    reading = read(docx(body, styles=_STYLES.format(defaults="<w:vanish/>")))
    assert (shown(reading), left_out(reading)) == (["shown"], [("Secret", "hidden", "")])


@pytest.mark.parametrize("properties", ["<w:webHidden/>", '<w:vanish w:val="false"/>', '<w:strike w:val="0"/>'])
def test_what_is_switched_off_is_shown(properties):
    assert shown(read(docx(paragraph(run("Shown", properties))))) == ["Shown"]


def test_a_hidden_mark_of_a_paragraph_hides_none_of_its_words():
    assert shown(read(docx(paragraph(run("Shown"), properties="<w:rPr><w:vanish/></w:rPr>")))) == ["Shown"]


@pytest.mark.parametrize(
    ("gone", "whole"),
    [
        (run(" Secret. ", "<w:vanish/>"), "Here. There."),
        (run(" secret", "<w:vanish/>"), "Here. There."),
        (change("del", run(" Never. ")), "Here. There."),
    ],
)
def test_words_around_what_is_left_out_stay_apart(gone, whole):
    assert shown(read(docx(paragraph(run("Here."), gone, run("There."))))) == [whole]


def test_a_space_that_was_deleted_parts_no_words():
    assert shown(read(docx(paragraph(run("Linden"), change("del", run(" ")), run("moor"))))) == ["Lindenmoor"]
    assert shown(read(docx(paragraph(run("cat"), change("del", run("s and ")), run("dogs"))))) == ["catdogs"]


def test_the_prompt_of_an_empty_field_is_left_out_and_asks_for_nothing():
    empty = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    reading = read(docx(empty.format(paragraph(run("Click here"))), paragraph(run("Text"))))
    assert shown(reading) == ["Text"]
    assert [(line.text, line.left_out.asks) for line in reading.lines[:1]] == [("Click here", False)]
    assert codes(reading) == ["prompt"]
