"""How the history of a briefing tells of moments."""

import re
from datetime import UTC, datetime

import pytest

from briefings import workflow
from briefings.audit_words import in_words
from briefings.models import User
from briefings.workflow import DeskMoments
from briefings.workflow.embargo import Embargo
from tests.making import make_draft


@pytest.mark.django_db
def test_the_history_says_moments_by_the_newsrooms_clock_and_in_the_language_of_the_desk(desk, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    draft = make_draft("quokka")
    until = datetime(2041, 6, 1, 9, tzinfo=UTC)
    wanted = DeskMoments(datetime(2041, 7, 1, 9, tzinfo=UTC), Embargo(until, "the port"))
    workflow.set_moments(draft.briefing, by=None, wanted=wanted, opened=DeskMoments.of(draft))

    history = f"/admin/briefings/draft/{draft.pk}/history/"
    english = desk.get(history).content.decode()
    User.objects.update(desk_language="de")
    german = desk.get(history).content.decode()

    assert "until Sat 1 Jun 2041, 11:00 (09:00 UTC)" in english
    assert "for Mon 1 Jul 2041, 11:00 (09:00 UTC)" in english
    assert re.search(r"bis Sa[^<]* 2041, 11:00 \(09:00 UTC\)", german)


@pytest.mark.parametrize("name", ["live from 2041-99-99 09:00 UTC", "until no end", "live from 9999-12-31 23:59 UTC"])
def test_what_only_looks_like_a_moment_stays_as_it_was_written(name, settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    assert in_words(name) == name
