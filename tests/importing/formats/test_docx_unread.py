"""What lies in the package of a Word document besides its text: told where somebody might have written it."""

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import docx, paragraph, run

WORDS = "<k:notes xmlns:k='k'><k:note>The chairman took money</k:note></k:notes>"


def told(path: str, content: str = WORDS) -> list[str]:
    reading = read(docx(paragraph(run("Text")), files={path: ("", content)}))
    return [finding.sentence for finding in reading.findings]


@pytest.mark.parametrize(
    "name",
    [
        *("docx", "docm", "doc", "xlsx", "xlsm", "xlsb", "xls", "pptx", "ppt"),
        *("pdf", "rtf", "txt", "html", "htm", "mht", "odt", "msg", "bin", "PDF"),
    ],
)
def test_a_file_of_any_program_is_told_by_its_name(name):
    assert told(f"embeddings/deck.{name}") == [
        f"A file is packed into the document and not read: “deck.{name}”. Look whether the draft needs it."
    ]


@pytest.mark.parametrize("name", ["png", "odttf", "rels"])
def test_a_file_without_words_is_not_worth_a_finding(name):
    assert told(f"media/image1.{name}") == []


@pytest.mark.parametrize("name", ["glossary/document.xml", "afchunk/page.xhtml", "people2x.xml"])
def test_a_part_with_words_of_its_own_is_told(name):
    assert told(name) == ["A part of the document that shows on no page is not read: “The chairman took money”."]


@pytest.mark.parametrize(
    "name",
    [
        *("stylesWithEffects", "settings", "webSettings", "fontTable", "theme/theme1", "people", "itemProps12"),
        *("printerSettings1", "vbaData", "vbaProject", "colors1", "layout1", "quickStyle1"),
        *("commentsExtended", "commentsIds", "commentsExtensible"),
    ],
)
def test_a_part_in_which_programs_keep_what_is_theirs_is_not_worth_a_finding(name):
    assert told(f"{name}.xml") == []
