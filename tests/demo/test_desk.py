"""What each of its people finds on the desk of the demo newsroom."""

import pytest

from briefings.models import Draft
from tests.demo.conftest import fill
from tests.desk.roles.people import make_somebody


@pytest.mark.slow
@pytest.mark.django_db
def test_each_of_its_people_finds_work_of_the_day(sketches, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "media"
    writer, editor = make_somebody("writer", name="wil"), make_somebody("editor", name="ada")

    fill(monkeypatch, writer=writer.user, editor=editor.user)

    assert not Draft.objects.exclude(owner=writer.user).exists()
    assert not Draft.objects.filter(briefing__editions__isnull=False).exclude(approved_by=editor.user).exists()
    mine, theirs = (somebody.client.get("/admin/").content.decode() for somebody in (writer, editor))
    assert "Night trains between Brenmoor and Kray could return next summer" in mine
    assert "In the next seven days" in mine
    assert "To review" in theirs
    assert "Brenmoor’s libraries drop fines for late books" in theirs
    assert "New for you" not in mine
    assert ">I. Maranthe</" in editor.client.get("/admin/briefings/person/filed-twice/").content.decode()
