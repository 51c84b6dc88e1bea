"""Notes, links and other fields of a Word document, and paragraphs that stand beside its text."""

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import docx, field, paragraph, run
from tests.importing.formats.readings import codes, set_apart, texts


def note(kind: str, number: int, words: str) -> str:
    return f'<w:{kind} w:id="{number}">{paragraph("<w:r><w:footnoteRef/></w:r>", run(f" {words}"))}</w:{kind}>'


def mark(kind: str, number: int, more: str = "") -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"{more}/></w:r>'


def sentences(reading):
    return [finding.sentence for finding in reading.findings]


def test_marks_of_notes_lead_to_them_and_the_notes_stand_in_the_order_of_the_text():
    body = paragraph(
        run("One"), mark("endnote", 4), run(" two"), mark("footnote", 9), run(" again"), mark("footnote", 9)
    )
    notes = note("footnote", 9, "Second") + note("footnote", 2, "Named by nothing")
    reading = read(docx(body, footnotes=notes, endnotes=note("endnote", 4, "First")))
    assert [line.text for line in reading.lines] == ["One[1] two[2] again[2]", "First", "Second", "Named by nothing"]
    assert [href for _, _, href in set_apart(reading.lines[0])] == ["#note:1", "#note:2", "#note:2"]
    assert [(line.style, line.marker, line.left_out and line.left_out.kind) for line in reading.lines[1:]] == [
        ("note", "[1]", None),
        ("note", "[2]", None),
        ("note", "", "hidden"),
    ]


def test_a_note_that_only_deleted_words_name_is_as_deleted_as_they_are():
    body = paragraph(
        f'<w:del w:author="Bo">{run("Never.")}{mark("footnote", 1)}</w:del>', run("So"), mark("footnote", 2)
    )
    reading = read(docx(body, footnotes=note("footnote", 1, "Gone") + note("footnote", 2, "Stays")))
    assert [(line.text, line.left_out and line.left_out.by) for line in reading.lines] == [
        ("So[1]", None),
        ("Never.", "Bo"),
        ("Stays", None),
        ("Gone", "Bo"),
    ]


def test_a_note_with_a_sign_of_its_own_keeps_it_once():
    custom = mark("footnote", 1, ' w:customMarkFollows="1"').replace("</w:r>", "<w:t>*</w:t></w:r>")
    drawn = mark("footnote", 2, ' w:customMarkFollows="1"').replace(
        "</w:r>", '<w:sym w:font="Symbol" w:char="F0A7"/></w:r>'
    )
    notes = f'<w:footnote w:id="1">{paragraph(run("* Minutes"))}</w:footnote>' + note("footnote", 2, "Mail")
    reading = read(docx(paragraph(run("One"), custom, run(" two"), drawn), footnotes=notes))
    assert texts(reading)[1:] == ["Minutes", "Mail"]
    assert reading.lines[0].text.startswith("One[*] two")
    assert [line.marker for line in reading.lines[1:]] == ["[*]", "[2]"]
    assert [href for _, _, href in set_apart(reading.lines[0])] == ["#note:*", "#note:2"]


def test_words_where_a_note_has_its_sign_stay_words():
    long = mark("footnote", 1, ' w:customMarkFollows="1"').replace("</w:r>", "<w:t>see there</w:t></w:r>")
    reading = read(docx(paragraph(run("One "), long), footnotes=note("footnote", 1, "see there, page 4")))
    assert [line.text for line in reading.lines] == ["One [1]^(see there)", "see there, page 4"]


@pytest.mark.parametrize(
    ("code", "address"),
    [
        ('HYPERLINK "https://b.org/"', "https://b.org/"),
        ('hyperlink "https://b.org/x" \\l "part" \\o "A tip"', "https://b.org/x#part"),
        ('HYPERLINK \\o "A tip" "https://b.org/"', "https://b.org/"),
        ("HYPERLINK https://b.org/", "https://b.org/"),
        ('HYPERLINK \\l "part"', ""),
        ("REF part", ""),
    ],
)
def test_a_field_that_is_a_link_leads_where_its_code_says(code, address):
    simple = f'<w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}">{run("here")}</w:fldSimple>'
    for link in (field(code, run("here")), simple):
        (line,) = read(docx(paragraph(link, run(" on")))).lines
        assert line.text == "here on"
        assert set_apart(line) == ([("here", "link", address)] if address else [])


def test_a_link_leads_to_a_place_in_a_page_and_ends_where_it_ends():
    link = f'<w:hyperlink r:id="L" w:anchor="part">{run("here")}</w:hyperlink>'
    (line,) = read(docx(paragraph(link, run(" on")), links={"L": "https://b.org/x"})).lines
    assert (line.text, set_apart(line)) == ("here on", [("here", "link", "https://b.org/x#part")])


def test_a_link_that_leads_into_no_web_is_told_and_its_words_stay():
    link = f'<w:hyperlink r:id="L">{run("minutes")}</w:hyperlink>'
    reading = read(docx(paragraph(link), links={"L": "file:///C:/Users/egon/minutes.docx"}))
    assert (texts(reading), codes(reading)) == (["minutes"], ["link-left-out"])


def test_a_field_inside_the_code_of_another_is_code():
    inner = field("MERGEFIELD x", run("secret"))
    code = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>{inner}'
    rest = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("shown")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = read(docx(paragraph(code, rest))).lines
    assert [(line.text, bool(line.left_out)) for line in lines] == [("shown", False), ("secret", True)]


def test_fields_however_deep_end_where_they_end():
    words = "shown"
    for _ in range(40):
        words = field("REF x", words) if words != "shown" else field("REF x", run(words))
    link = field('HYPERLINK "https://b.org/"', words)
    (line,) = read(docx(paragraph(link, run(" on")))).lines
    assert (line.text, set_apart(line)) == ("shown on", [("shown", "link", "https://b.org/")])


def test_a_code_that_never_ends_hides_no_more_than_its_paragraph():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    lines = read(docx(paragraph(run("a"), begin), paragraph(run("b")))).lines
    assert [(line.text, bool(line.left_out)) for line in lines] == [("a", False), ("b", False)]


_CONTENTS = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'


@pytest.mark.parametrize(
    "contents",
    [
        paragraph(field('TOC \\o "1-3"', run("Why\t2"))),
        paragraph(run("Why\t2"), style="toc"),
        f"<w:sdt>{_CONTENTS}<w:sdtContent>{paragraph(run('Why 2'))}</w:sdtContent></w:sdt>",
    ],
)
def test_a_table_of_contents_is_furniture_and_what_comes_after_is_not(contents):
    styles = '<w:style w:styleId="toc"><w:name w:val="toc 1"/></w:style>'
    reading = read(docx(contents, paragraph(run("Text")), styles=styles))
    assert [(line.text, line.aside) for line in reading.lines] == [("Why 2", "navigation"), ("Text", "")]


def test_a_caption_stands_aside_and_a_subtitle_is_text():
    styles = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/></w:style>'
        for key, name, base in [("a", "caption", ""), ("b", "Illustration", "a"), ("c", "Subtitle", "")]
    )
    lines = read(docx(*(paragraph(run(key), style=key) for key in "abc"), styles=styles)).lines
    assert [(line.style, line.aside) for line in lines] == [("text", "caption"), ("text", "caption"), ("text", "")]
