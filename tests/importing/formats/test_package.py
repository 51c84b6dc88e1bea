"""Packed files: what is no Word document, damaged or hostile is refused in a sentence, before it is unpacked."""

import contextlib
import io
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.importing import Unreadable, read
from tests.importing.formats.making_docx import docx, packed, paragraph, relation, relations, run

_GOOD = docx(paragraph(run("Text that is long enough to be packed. " * 20)))


def _with(document: bytes | str, **others: bytes | str) -> bytes:
    return packed(
        {
            "_rels/.rels": relations(relation("d", "officeDocument", "word/document.xml")),
            "word/document.xml": document,
            **others,
        }
    )


def _refusal(data: bytes, name: str = "draft.docx") -> str:
    with pytest.raises(Unreadable) as refusal:
        read(data, name=name)
    assert str(refusal.value).endswith(".")
    return str(refusal.value)


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("mimetype", "The file is an OpenDocument (.odt). "),
        ("Index/Document.iwa", "The file is a Pages document. "),
        ("xl/workbook.xml", "The file is a spreadsheet. "),
        ("ppt/presentation.xml", "The file is a presentation. "),
        ("anything.txt", "The file is packed, but is no Word document. "),
    ],
)
def test_other_packed_files_are_refused_with_what_to_do(part, sentence):
    assert _refusal(packed({part: "x"})).startswith(sentence)


def test_a_part_that_unpacks_to_far_more_is_not_unpacked():
    bomb = _with(b"<w>" + b" " * 15_000_000 + b"</w>")
    assert len(bomb) < 100_000
    assert _refusal(bomb).startswith("The Word document unpacks to far more")


def test_the_sum_of_all_parts_is_bounded(monkeypatch):
    monkeypatch.setattr("briefings.importing.formats.package.MOST_UNPACKED", 6_000)
    words = paragraph(run("word " * 500))
    assert read(docx(words)).lines
    two = docx(words, footnotes=f"<w:footnote>{words}</w:footnote>")
    assert _refusal(two).startswith("The Word document unpacks to far more")


def test_a_part_that_lies_about_its_size_is_refused():
    data = bytearray(_with("<w>" + "x" * 3_000_000 + "</w>"))
    size = (3_000_007).to_bytes(4, "little")
    assert data.count(size) == 2
    lying = bytes(data).replace(size, (100).to_bytes(4, "little"))
    assert _refusal(lying).startswith(("The Word document is damaged", "The Word document unpacks"))


def test_a_part_that_lies_about_its_size_is_not_unpacked_whole_to_find_out():
    size = (30_000_007).to_bytes(4, "little")
    lying = _with("<w>" + "x" * 30_000_000 + "</w>").replace(size, (100).to_bytes(4, "little"))
    tracemalloc.start()
    try:
        _refusal(lying)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 15_000_000


def test_too_many_parts_are_refused():
    many = {f"part{number}": "" for number in range(2_001)}
    assert _refusal(_with("<w/>", **many)).startswith("The Word document unpacks to far more")


@pytest.mark.parametrize(
    "document",
    [
        "no xml",
        "<w:open xmlns:w='w'>",
        '<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w>&b;</w>',
        '<!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>',
        "<w>" * 1_001 + "</w>" * 1_001,
        '<?xml version="1.0" encoding="unheard-of"?><w/>',
    ],
    ids=lambda document: document[:20],
)
def test_damaged_and_hostile_xml_is_refused(document):
    assert _refusal(_with(document)).startswith("The Word document is damaged.")


def test_a_document_with_a_password_is_refused():
    data = bytearray(_GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    assert _refusal(bytes(data)).startswith("The Word document has a password.")


def test_other_ways_to_pack_are_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("_rels/.rels", relations(relation("d", "officeDocument", "word/document.xml")))
    assert _refusal(buffer.getvalue()).startswith("The Word document is damaged.")


@given(st.data())
def test_a_damaged_document_is_read_or_refused(data):
    damaged = bytearray(_GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Unreadable):
        read(bytes(damaged[: data.draw(st.integers(4, len(damaged)))]))


@given(st.binary(max_size=300))
def test_any_document_xml_is_read_or_refused(xml):
    for document in (xml, b"<w:p xmlns:w='w'><w:r><w:t>" + xml + b"</w:t></w:r></w:p>"):
        with contextlib.suppress(Unreadable):
            read(_with(document))


def test_a_document_of_too_many_pieces_is_refused(monkeypatch):
    monkeypatch.setattr("briefings.importing.formats.package.MOST_TAGS", 1_000)
    assert len(read(docx(*[paragraph(run("a"))] * 50)).lines) == 50
    assert _refusal(docx("<w:p/>" * 1_000)).startswith("The Word document is made of far more pieces")


@pytest.mark.parametrize("many", [501, pytest.param(100_000, marks=pytest.mark.slow)])
def test_an_element_of_too_many_attributes_is_refused(many):
    attributes = " ".join(f'a{number}="x"' for number in range(many))
    assert _refusal(_with(f"<w {attributes}/>")).startswith("The Word document is damaged.")


def test_documents_inside_a_document_count_with_it(monkeypatch):
    monkeypatch.setattr("briefings.importing.formats.package.MOST_TAGS", 2_000)
    inner = docx(*[paragraph(run("a"))] * 80)
    one = docx('<w:altChunk r:id="a.docx"/>', files={"a.docx": ("aFChunk", inner)})
    many = docx('<w:altChunk r:id="a.docx"/>' * 3, files={"a.docx": ("aFChunk", inner)})
    assert len(read(one).lines) == 80
    assert len(read(many).lines) < 240


def test_a_relation_may_go_up_a_folder():
    chunk = relations(relation("c", "aFChunk", "../chunks/a.txt"))
    document = '<w:document xmlns:w="w" xmlns:r="r"><w:altChunk r:id="c"/></w:document>'
    files = {"word/_rels/document.xml.rels": chunk, "chunks/a.txt": "Hm"}
    assert [line.text for line in read(_with(document, **files)).lines] == ["Hm"]
