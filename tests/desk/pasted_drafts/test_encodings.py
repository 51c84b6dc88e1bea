"""A file that may be read in several ways: its lines in each, and one click reads it anew."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from briefings.importing import Decisions
from briefings.models import AuditEntry, Original
from tests.desk.pasted_drafts.pasting import paste

pytestmark = pytest.mark.django_db

TEXT = "Bridge closes\n\nThe mayor of Львів said so.\n"
"""So short that nobody can tell for certain in which encoding its one name is written."""


@pytest.fixture
def pasted(desk):
    return paste(desk, "", file=SimpleUploadedFile("draft.txt", TEXT.encode("cp1251")))


def test_the_readings_stand_above_the_draft_with_how_its_lines_read(pasted):
    assert len(pasted.page.encodings) > 1
    assert "Which letters are right?" in pasted.text
    assert any("of Ëüâłâ said" in line for one in pasted.page.encodings for line in one.preview)


def test_the_one_that_is_chosen_is_how_the_draft_is_read_from_then_on(pasted):
    other = next(one for one in pasted.page.encodings if any("of Ëüâłâ said" in line for line in one.preview))

    after = pasted.sends(do=f"encoding {other.name}")

    assert "of Ëüâłâ said" in after.content.lede
    assert after.page.encoding == other.name
    assert after.messages == ["The file is read anew, with the letters that you chose."]
    assert AuditEntry.objects.get(action="decided").detail == f"read as {other.name}"


def test_an_encoding_that_was_not_offered_is_none(pasted):
    pasted.sends(do="encoding utf-16")

    assert Decisions.model_validate_json(Original.objects.get().decisions).encoding == ""


def test_a_file_whose_letters_are_certain_asks_nothing(desk):
    pasted = paste(desk, "", file=SimpleUploadedFile("draft.txt", TEXT.encode()))

    assert pasted.page.encodings == ()
    assert "Which letters" not in pasted.text
