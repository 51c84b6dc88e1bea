"""Pictures take much memory while they are made: a process makes one at a time."""

import pytest

from briefings import picture_upload, pictures
from tests.desk.pictures.making import bytes_of
from tests.desk.pictures.test_uploading import uploaded

pytestmark = pytest.mark.django_db


def test_one_is_made_at_a_time_and_a_refusal_lets_the_next_one_in(desk, monkeypatch):
    at_work, decoded = [], pictures.read

    def read(data):
        at_work.append(picture_upload.ONE_AT_A_TIME.locked())
        return decoded(data)

    monkeypatch.setattr(pictures, "read", read)
    refused, taken = uploaded(desk, b"no picture"), uploaded(desk, bytes_of())

    assert (refused.status_code, taken.status_code) == (400, 200)
    assert at_work == [True, True]
    assert not picture_upload.ONE_AT_A_TIME.locked()
