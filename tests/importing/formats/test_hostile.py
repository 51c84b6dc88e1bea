"""Whatever a draft is made of, it is read: never an exception, and always the same. Speed is the benchmark's matter."""

import pytest

from briefings.importing import read_text
from tests.importing.formats.hostile import CASES


@pytest.mark.parametrize(("name", "piece"), CASES, ids=lambda value: repr(value[:14]))
def test_many_hostile_pieces_are_read_and_twice_alike(name, piece):
    draft = f"{piece * (20_000 // len(piece))}\n\n"
    reading = read_text(draft, format=name)
    assert reading == read_text(draft, format=name)
    assert all(line.text == line.text.strip() and line.text for line in reading.lines)
