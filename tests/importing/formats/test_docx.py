"""Word documents become lines. First of all: no word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.importing import read
from tests.importing.formats.making_docx import docx, paragraph, point, run, table
from tests.importing.formats.readings import WORDS, set_apart, shapes, texts, words, words_of

_TEXT = WORDS.map(" ".join)
_LOOKS = ["", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", "<w:vanish/>", "<w:strike/>", '<w:rFonts w:ascii="Arial"/>']
_RUNS = st.lists(st.tuples(_TEXT, st.sampled_from(_LOOKS)), max_size=3)
_FORMS = st.sampled_from(
    [
        lambda inner: paragraph(inner),
        lambda inner: paragraph(inner, style="berschrift1"),
        lambda inner: paragraph(inner, style="unknown"),
        lambda inner: paragraph(f"<w:ins>{inner}</w:ins>"),
        lambda inner: paragraph(f"<w:del>{inner}</w:del>"),
        lambda inner: paragraph(f"<w:del>{inner}</w:del>", properties="<w:rPr><w:del/></w:rPr>"),
        lambda inner: paragraph(inner, properties="<w:rPr><w:del/></w:rPr>"),
        lambda inner: paragraph(inner, properties='<w:framePr w:dropCap="drop"/>'),
        lambda inner: paragraph(f"<w:hyperlink>{inner}</w:hyperlink>"),
        lambda inner: paragraph(f"<w:r><w:pict><w:txbxContent>{paragraph(inner)}</w:txbxContent></w:pict></w:r>"),
        lambda inner: f"<w:sdt><w:sdtContent>{paragraph(inner)}</w:sdtContent></w:sdt>",
        lambda inner: (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph(inner)}</w:sdtContent></w:sdt>"
        ),
        lambda inner: paragraph(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{inner}'),
        lambda inner: paragraph(f"<w:r><w:ruby><w:rt>{inner}</w:rt><w:rubyBase>{inner}</w:rubyBase></w:ruby></w:r>"),
        lambda inner: f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph(inner)}</w:tc></w:tr></w:tbl>",
        lambda inner: f"<w:tbl><w:tr><w:tc>{paragraph(inner)}{paragraph(inner)}</w:tc></w:tr></w:tbl>",
    ]
)


@given(st.lists(st.tuples(_FORMS, _RUNS), max_size=10), _TEXT, _TEXT)
def test_no_word_is_lost_and_none_is_invented(blocks, note, margin):
    body = [form("".join(run(f"{text} ", look) for text, look in runs)) for form, runs in blocks]
    notes = f'<w:footnote w:id="1">{paragraph(run(note))}</w:footnote>'
    mark = paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>')
    whole = docx(*body, mark, footnotes=notes, header=paragraph(run(margin)))
    expected = words(" ".join(inner.split("<")[0] for block in body for inner in block.split('preserve">')[1:]))
    assert words_of(read(whole)) == expected + words(note) + words(margin) + words("1 1")


def test_styles_are_known_by_their_name_in_any_language():
    reading = read(docx(paragraph(run("Allies meet"), style="Titel"), paragraph(run("Why"), style="berschrift2")))
    assert shapes(reading) == [("title", 0, "", "Allies meet"), ("heading", 2, "", "Why")]
    assert reading.format == "docx"


def test_a_style_takes_after_the_one_it_is_based_on():
    styles = """<w:style w:styleId="a"><w:name w:val="Ours"/><w:basedOn w:val="b"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:styleId="b"><w:name w:val="heading 3"/></w:style><w:style w:styleId="c"><w:name w:val="x"/>
        <w:basedOn w:val="c"/></w:style><w:style w:styleId="d"><w:name w:val="y"/><w:outlineLvl w:val="1"/></w:style>"""
    body = [paragraph(run(style), style=style) for style in "abcd"]
    assert [(line.style, line.level) for line in read(docx(*body, styles=styles)).lines] == [
        ("heading", 3),
        ("heading", 3),
        ("text", 0),
        ("heading", 2),
    ]
    assert set_apart(read(docx(body[0], styles=styles)).lines[0]) == [("a", "strong", "")]


def test_a_paragraph_may_say_itself_that_it_is_a_heading():
    body = [
        paragraph(run(words), properties=f'<w:outlineLvl w:val="{level}"/>') for words, level in [("Why", 1), ("x", 9)]
    ]
    assert shapes(read(docx(*body))) == [("heading", 2, "", "Why"), ("text", 0, "", "x")]


def test_without_styles_the_ids_say_what_they_can():
    reading = read(
        docx(paragraph(run("Allies meet"), style="Title"), paragraph(run("Why"), style="Heading2"), styles="")
    )
    assert [(line.style, line.level) for line in reading.lines] == [("title", 0), ("heading", 2)]


def test_what_is_set_apart_becomes_runs():
    body = paragraph(
        run("So "),
        run("it is", "<w:b/>"),
        run(", ", '<w:b w:val="0"/>'),
        run("he", "<w:i/>"),
        run(" said"),
        f'<w:hyperlink r:id="L">{run(" so")}</w:hyperlink>',
    )
    (line,) = read(docx(body, links={"L": "https://a.org/x"})).lines
    assert line.text == "So it is, he said so"
    assert set_apart(line) == [("it is", "strong", ""), ("he", "em", ""), ("so", "link", "https://a.org/x")]


def test_a_link_that_is_a_field_leads_where_its_code_says():
    def field(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText>HYPERLINK "https://b.org/"</w:instrText></w:r>'
    (line,) = read(
        docx(paragraph(field("begin"), code, field("separate"), run("here"), field("end"), run(" on")))
    ).lines
    assert (line.text, set_apart(line)) == ("here on", [("here", "link", "https://b.org/")])


def test_lists_and_tables():
    reading = read(docx(point("one"), point("two", list_id=2, depth=0), table(("Name", "Seats"), ("Allies", "12"))))
    assert shapes(reading) == [
        ("bullet", 1, "", "one"),
        ("numbered", 1, "", "two"),
        ("row", 0, "", "Name | Seats"),
        ("row", 0, "", "Allies | 12"),
    ]


def test_a_table_inside_a_table_lays_out_a_page():
    outer = f"<w:tbl><w:tr><w:tc>{paragraph(run('Left'))}</w:tc><w:tc>{table(('a', 'b'))}</w:tc></w:tr></w:tbl>"
    assert texts(read(docx(outer))) == ["Left", "a | b"]


def test_a_style_may_make_points_and_a_paragraph_may_be_none():
    numbering = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    styles = f"""<w:style w:styleId="a"><w:name w:val="Ours"/>{numbering}</w:style>
        <w:style w:styleId="b"><w:name w:val="List Bullet 2"/></w:style>"""
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (paragraph(run("one"), style="a"), paragraph(run("two"), style="a", properties=none))
    reading = read(docx(*body, paragraph(run("three"), style="b"), styles=styles))
    assert [line.style for line in reading.lines] == ["numbered", "text", "bullet"]


def test_a_tab_parts_words_and_a_tab_stop_does_not():
    words_and_tab = "<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:ptab/><w:t>three</w:t></w:r>"
    body = paragraph(words_and_tab, properties="<w:tabs><w:tab/></w:tabs><w:rPr><w:b/></w:rPr>")
    (line,) = read(docx(body)).lines
    assert (line.text, line.runs) == ("one two three", ())


def test_footnotes_stand_at_the_end_under_the_number_in_the_text():
    body = paragraph(
        run("Text"), '<w:r><w:footnoteReference w:id="7"/></w:r>', '<w:r><w:endnoteReference w:id="7"/></w:r>'
    )
    separator = f'<w:footnote w:type="separator" w:id="0">{paragraph(run("-"))}</w:footnote>'
    notes = f'{separator}<w:footnote w:id="7">{paragraph(run("First"))}</w:footnote>'
    ends = f'<w:endnote w:id="7">{paragraph(run("Second"))}</w:endnote>'
    reading = read(docx(body, footnotes=notes, endnotes=ends))
    assert shapes(reading) == [
        ("text", 0, "", "Text[1][2]"),
        ("note", 0, "[1]", "First"),
        ("note", 0, "[2]", "Second"),
    ]


def test_how_a_style_was_before_and_copies_for_older_programs_are_not_read():
    body = paragraph(
        "<w:r><mc:AlternateContent xmlns:mc='mc'><mc:Choice>" + paragraph(run("one")) + "</mc:Choice><mc:Fallback>",
        paragraph(run("two")) + "</mc:Fallback></mc:AlternateContent></w:r>",
        run("three"),
        properties='<w:pPrChange><w:pPr><w:pStyle w:val="Titel"/></w:pPr></w:pPrChange>',
    )
    assert shapes(read(docx(body))) == [("text", 0, "", "one"), ("text", 0, "", "three")]


def test_what_stands_on_every_page_stands_aside():
    draft = paragraph(run("Draft 3"))
    margins = {"header": draft, "header2": draft, "footer": paragraph(run("Page 1"))}
    reading = read(docx(paragraph(run("Text")), **margins))
    assert [(line.text, line.aside) for line in reading.lines] == [
        ("Text", ""),
        ("Draft 3", "header"),
        ("Page 1", "footer"),
    ]


def test_a_line_break_parts_lines_but_not_a_heading():
    for line_break in ("br", "cr"):
        broken = run("One") + f"<w:r><w:{line_break}/></w:r>" + run("Two")
        assert texts(read(docx(paragraph(broken), paragraph(broken, style="berschrift1")))) == ["One", "Two", "One Two"]


@pytest.mark.parametrize("external", ["file:///etc/passwd", "http://127.0.0.1:9/x", "\\\\host\\share"])
def test_nothing_outside_the_document_is_fetched(external, monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a connection was made"))
    body = paragraph('<w:r><w:drawing><a:blip xmlns:a="a" r:link="L"/></w:drawing></w:r>', run("Text"))
    assert texts(read(docx(body, links={"L": external}))) == ["Text"]


_ALONE = """p r t tab br cr sym noBreakHyphen pStyle numId ilvl outlineLvl framePr b vanish rFonts rStyle tbl tr tc trPr
    tblStyle hidden cellDel ins del moveFrom moveTo footnoteReference endnoteReference commentReference footnote endnote
    commentRangeEnd drawing pict object docPr pic blip imagedata shape chart relIds OLEObject control textpath Choice
    Fallback AlternateContent txbxContent txBody oMath ruby rt rubyBase shd background tcPr sdt showingPlcHdr
    docPartGallery altChunk wsp hyperlink fldSimple instrText fldChar pPr rPr"""


@pytest.mark.parametrize("name", _ALONE.split())
def test_an_element_that_stands_where_none_does_breaks_nothing(name):
    alone = f"<w:{name}/>"
    body = paragraph(run("a")) + alone + paragraph(alone, run("b")) + f"<w:{name}>{alone}</w:{name}>"
    reading = read(docx(body, body.replace("/>", ' w:val="1" w:fldCharType="end"/>')))
    assert [one for line in reading.lines for one in line.text if one in "ab"] == ["a", "b", "a", "b"]
