"""A Word document with more text boxes or comments than a draft has lines."""

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import box, docx, paragraph, run
from tests.importing.formats.readings import codes, texts


@pytest.fixture(autouse=True)
def _few_lines(monkeypatch):
    monkeypatch.setattr("briefings.importing.formats.sheet.MOST_LINES", 10)


def test_more_text_boxes_than_a_draft_has_lines_are_a_last_line_together():
    boxes = "".join(box(paragraph(run(f"n{number}"))) for number in range(30))
    reading = read(docx(paragraph(run("Text"), boxes)))
    assert (len(reading.lines), codes(reading)) == (10, ["too-many-lines"])
    assert " ".join(texts(reading)).split() == ["Text", *(f"n{number}" for number in range(30))]


def test_more_comments_than_a_draft_has_lines_are_a_last_line_together():
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="Al">{paragraph(run(f"n{number}"))}</w:comment>' for number in range(30)
    )
    marks = "".join(f'<w:r><w:commentReference w:id="{number}"/></w:r>' for number in range(30))
    reading = read(docx(paragraph(run("Text"), marks, run(".")), comments=comments))
    assert len(reading.lines) == 11
    assert " ".join(line.text for line in reading.lines if line.left_out).split() == [f"n{n}" for n in range(30)]
    assert codes(reading) == ["too-many-lines"]
