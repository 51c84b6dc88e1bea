"""Breaks within a paragraph of a Word document: they part lines, but no sentence."""

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import docx, paragraph, run
from tests.importing.formats.readings import shown

_BREAK = "<w:r><w:br/></w:r>"
_DELETED = f"<w:del>{run('Or')}</w:del>"


@pytest.mark.parametrize(
    ("between", "after", "lines"),
    [
        (_BREAK, "guilty of the fraud.", ["The mayor is not guilty of the fraud."]),
        (_BREAK + _DELETED, "guilty.", ["The mayor is not guilty."]),
        (_BREAK + run(" "), "élu.", ["The mayor is not élu."]),
        (_BREAK, "Guilty.", ["The mayor is not", "Guilty."]),
        (_BREAK + _BREAK, "guilty.", ["The mayor is not", "guilty."]),
        (_BREAK, "b) guilty", ["The mayor is not", "guilty"]),
        (_BREAK, "mayor@vessa.example", ["The mayor is not", "mayor@vessa.example"]),
    ],
)
def test_a_break_before_a_small_letter_parts_no_sentence(between, after, lines):
    assert shown(read(docx(paragraph(run("The mayor is not"), between, run(after))))) == lines


def test_a_break_at_the_end_of_a_paragraph_whose_mark_was_deleted_parts_its_words_from_the_next():
    joined = paragraph(run("One"), _BREAK, properties='<w:rPr><w:del w:author="Bo"/></w:rPr>')
    assert shown(read(docx(joined, paragraph(run("two"))))) == ["One", "two"]
