"""Whatever a draft is made of, it is read: never an exception, and always the same. Speed is the benchmark's matter."""

import re

import pytest

from briefings.importing import Unreadable, read, read_text
from tests.importing.formats.hostile import CASES, WORD
from tests.importing.formats.making_docx import docx


@pytest.mark.parametrize(("name", "piece"), CASES, ids=lambda value: repr(value[:14]))
@pytest.mark.parametrize("length", [3_000, pytest.param(20_000, marks=pytest.mark.slow)])
def test_many_hostile_pieces_are_read_and_twice_alike(name, piece, length):
    draft = f"{piece * (length // len(piece))}\n\n"
    reading = read_text(draft, format=name)
    assert reading == read_text(draft, format=name)
    assert all(line.text == line.text.strip() and line.text for line in reading.lines)


@pytest.mark.parametrize("piece", WORD, ids=lambda value: value[:30])
@pytest.mark.parametrize("many", [100, 1_000, pytest.param(2_000, marks=pytest.mark.slow)])
def test_many_hostile_pieces_of_a_word_document_are_read_or_refused_and_twice_alike(piece, many):
    opened = re.findall(r"<([\w:]+)[^>]*(?<!/)>", piece)
    closed = re.findall(r"</([\w:]+)>", piece)
    left_open = [name for name in opened if name not in closed]
    data = docx(piece * many + "".join(f"</{name}>" for name in reversed(left_open)) * many)
    if many * len(left_open) > 900:
        with pytest.raises(Unreadable):
            read(data)
    else:
        assert read(data) == read(data)
