"""What a Word document holds besides its text: pictures, charts, other files. None of it is lost in silence."""

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import docx, paragraph, run, table
from tests.importing.formats.readings import codes, set_apart, shapes, texts


def sentences(reading):
    return [finding.sentence for finding in reading.findings]


_PAGE = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><body><p>The villages pay 5 =E2=82=AC.</p></body></html>
--b--
"""


@pytest.mark.parametrize(
    ("path", "content", "lines"),
    [
        ("a.html", "<p>The <b>villages</b> pay.</p><p hidden>Never.</p>", ["The villages pay.", "Never."]),
        ("a.xhtml", "<html><body><h2>Who pays</h2></body></html>", ["Who pays"]),
        ("a.htm", "<p>The villages pay.</p>".encode("utf-16"), ["The villages pay."]),
        ("a.mht", _PAGE, ["The villages pay 5 €."]),
        ("a.txt", "The villages\r\npay.", ["The villages", "pay."]),
        ("a.docx", docx(paragraph(run("The villages pay."))), ["The villages pay."]),
    ],
)
def test_a_file_that_word_shows_in_the_text_is_read_at_its_place(path, content, lines):
    body = (paragraph(run("Before.")), f'<w:altChunk r:id="{path}"/>', paragraph(run("After.")))
    reading = read(docx(*body, files={path: ("aFChunk", content)}))
    assert [line.text for line in reading.lines] == ["Before.", *lines, "After."]
    assert codes(reading) == []


def test_what_such_a_file_sets_apart_and_hides_stays_so():
    page = '<h2>Who <a href="https://a.org/">pays</a></h2><ul><li>One<ul><li><b>Two</b></ul></ul><p hidden>No</p>'
    reading = read(docx('<w:altChunk r:id="a.html"/>', files={"a.html": ("aFChunk", page)}))
    assert shapes(reading)[:3] == [("heading", 2, "", "Who pays"), ("bullet", 1, "", "One"), ("bullet", 2, "", "Two")]
    assert set_apart(reading.lines[0]) == [("pays", "link", "https://a.org/")]
    assert set_apart(reading.lines[2]) == [("Two", "strong", "")]
    assert reading.lines[3].left_out.kind == "hidden"


@pytest.mark.parametrize("content", [b"{\\rtf1 Words}", b"\x00\x01\x02"], ids=["rtf", "no text"])
def test_a_file_that_nobody_reads_is_told_by_its_name(content):
    for path in ("a.rtf", "a.txt") if content[0] == 0 else ("a.rtf",):
        reading = read(docx(f'<w:altChunk r:id="{path}"/>', files={path: ("aFChunk", content)}))
        assert codes(reading) == ["packed-file"]
        assert f"“{path}”" in sentences(reading)[0]


def test_a_document_inside_a_document_inside_one_is_told_and_not_opened():
    innermost = docx(paragraph(run("Deep.")))
    inner = docx('<w:altChunk r:id="b.docx"/>', files={"b.docx": ("aFChunk", innermost)})
    reading = read(docx('<w:altChunk r:id="a.docx"/>', files={"a.docx": ("aFChunk", inner)}))
    assert (texts(reading), codes(reading)) == ([], ["packed-file"])


def drawing(inner: str) -> str:
    return f"<w:r><w:drawing>{inner}</w:drawing></w:r>"


_CHART = "<c:chart xmlns:c='c'><a:t xmlns:a='a'>Boats a day</a:t><c:f>Sheet1!$B$2</c:f><c:v>14</c:v></c:chart>"
_DIAGRAM = "<d:data xmlns:d='d'><a:t xmlns:a='a'>Ask</a:t><a:t xmlns:a='a'>Answer</a:t></d:data>"


@pytest.mark.parametrize(
    ("inner", "code", "sentence", "words"),
    [
        (
            "<wp:docPr xmlns:wp='wp' descr='A dog'/><pic:pic xmlns:pic='pic'/>",
            "picture",
            "A picture is not taken over: “A dog”. Upload it to the briefing.",
            ["A dog"],
        ),
        (
            "<wp:docPr xmlns:wp='wp' name='Picture 1'/><pic:pic xmlns:pic='pic'/>",
            "picture",
            "A picture without a description is not taken over. Upload it to the briefing.",
            [],
        ),
        (
            "<v:shape xmlns:v='v' alt='A cat'><v:imagedata/></v:shape>",
            "picture",
            "A picture is not taken over: “A cat”. Upload it to the briefing.",
            ["A cat"],
        ),
        (
            "<c:chart xmlns:c='c' r:id='chart.xml'/>",
            "chart",
            "A chart is not taken over: “Boats a day 14”. Write out what it says, or upload a picture.",
            ["Boats a day 14"],
        ),
        (
            "<d:relIds xmlns:d='d' r:dm='data.xml'/>",
            "diagram",
            "A diagram is not taken over: “Ask Answer”. Write out what it says, or upload a picture.",
            ["Ask Answer"],
        ),
        (
            "<w:control w:name='Box1'/>",
            "packed-file",
            "What is packed into the draft, a file of Box1, is not taken over. Write out what readers need of it.",
            [],
        ),
        (
            "<o:OLEObject xmlns:o='o' ProgID='Excel.Sheet.12' r:id='sheet.xlsx'/>",
            "packed-file",
            "What is packed into the draft, a file of Excel.Sheet.12, is not taken over. "
            "Write out what readers need of it.",
            [],
        ),
        (
            "<v:shape xmlns:v='v' alt='a over b'/><o:OLEObject xmlns:o='o' ProgID='Equation.3'/>",
            "formula",
            "A formula that is a picture is not taken over: “a over b”. Write it out.",
            ["a over b"],
        ),
    ],
)
def test_what_is_drawn_is_told_with_its_words(inner, code, sentence, words):
    files = {"chart.xml": ("chart", _CHART), "data.xml": ("diagramData", _DIAGRAM), "sheet.xlsx": ("package", "x")}
    named = {path: file for path, file in files.items() if path in inner}
    reading = read(docx(paragraph(run("Text"), drawing(inner), run(" on")), files=named))
    assert (codes(reading), sentences(reading)) == ([code], [sentence])
    assert [(line.text, line.aside) for line in reading.lines] == [
        ("Text on", ""),
        *((one, "picture") for one in words),
    ]


def test_a_picture_that_was_deleted_is_left_out_and_asks_for_no_upload():
    picture = drawing("<wp:docPr xmlns:wp='wp' descr='A dog'/><pic:pic xmlns:pic='pic'/>")
    reading = read(docx(paragraph(run("Text"), f"<w:del>{picture}</w:del>")))
    assert [(line.text, line.left_out and line.left_out.kind) for line in reading.lines] == [
        ("Text", None),
        ("A dog", "deleted"),
    ]
    assert codes(reading) == ["tracked-changes"]


def test_the_words_of_a_picture_in_a_table_are_no_value_of_a_cell():
    picture = drawing("<wp:docPr xmlns:wp='wp' descr='A dog'/>")
    reading = read(docx(table(("a", "b")).replace("</w:p>", f"{picture}</w:p>", 1)))
    assert [(line.text, line.style) for line in reading.lines] == [("a | b", "row"), ("A dog", "text")]
    assert [line.aside for line in reading.lines] == ["", "picture"]


def test_words_that_are_drawn_are_words():
    lettering = "<w:r><w:pict><v:shape xmlns:v='v'><v:textpath string='DRAFT 3'/></v:shape></w:pict></w:r>"
    reading = read(docx(paragraph(run("Text")), header=paragraph(lettering)))
    assert [(line.text, line.aside) for line in reading.lines] == [("Text", ""), ("DRAFT 3", "header")]


_KEPT = "<k:notes xmlns:k='k'><k:note>{}</k:note></k:notes>"


def test_a_part_that_shows_nowhere_is_told_with_its_words():
    files = {"glossary/document.xml": ("", _KEPT.format("The chairman took money")), "deck.pptx": ("", "x")}
    assert sentences(read(docx(paragraph(run("Text")), files=files))) == [
        "A part of the document that shows on no page is not read: “The chairman took money”.",
        "A file is packed into the document and not read: “deck.pptx”. Look whether the draft needs it.",
    ]


def test_a_part_without_words_or_with_those_of_the_text_is_not_worth_a_finding():
    files = {
        "customXml/item1.xml": ("", "<b:Sources xmlns:b='b' Style='APA'/>"),
        "diagrams/drawing1.xml": ("", _KEPT.format("Text")),
        "fontTable.xml": ("fontTable", _KEPT.format("Calibri")),
        "media/image1.png": ("image", b"x"),
    }
    assert codes(read(docx(paragraph(run("Text")), files=files))) == []


def test_a_part_that_is_no_xml_is_named_and_the_draft_is_read():
    files = {"customXml/item1.xml": ("", "no xml"), "customXml/item2.xml": ("", _KEPT.format("word " * 50_000))}
    reading = read(docx(paragraph(run("Text")), files=files))
    assert texts(reading) == ["Text"]
    assert [("item1.xml" in sentence, "item2.xml" in sentence) for sentence in sentences(reading)] == [
        (True, False),
        (False, True),
    ]
