"""The moment of readers does not go back by what a clock is corrected by, and comes to no moment too early."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import clock, workflow
from briefings.clock import LONGEST_HOLD, ReadersClock
from briefings.workflow import Refused
from tests.making import make_draft


@pytest.fixture
def machine():
    return [1000.0]


@pytest.fixture
def readers(machine):
    return ReadersClock(lambda: machine[0])


def test_a_small_step_back_is_waited_out(machine, readers):
    told = []
    for machine[0] in (1000.0, 999.5, 999.9, 1000.0, 1000.1):
        told.append(readers())

    assert told == [1000.0, 1000.0, 1000.0, 1000.0, 1000.1]


def test_many_small_steps_do_not_add_up(machine, readers):
    readers()
    for machine[0] in (999.5, 999.2, 999.0):
        assert readers() == 1000.0
    machine[0] = 998.9

    assert readers() == 998.9


def test_a_clock_that_was_an_hour_ahead_is_followed_back_so_that_nothing_shows_too_early(machine, readers):
    machine[0] += 3600
    assert readers() == 4600.0
    machine[0] -= 3600

    assert readers() == 1000.0


@pytest.mark.django_db
def test_nothing_can_be_scheduled_within_what_is_waited_out():
    briefing = make_draft("quokka").briefing

    with pytest.raises(Refused, match="has passed"):
        workflow.publish(
            briefing, by=None, live_from=timezone.now() + timedelta(seconds=LONGEST_HOLD) - timedelta(milliseconds=1)
        )


@pytest.mark.django_db
def test_public_answers_go_by_that_clock(client, monkeypatch):
    workflow.publish(make_draft("quokka").briefing, by=None)
    assert client.get("/briefings/quokka/").status_code == 200
    monkeypatch.setattr(clock.seconds, "_latest", clock.seconds())
    half_a_second_ago = timezone.now() - timedelta(seconds=0.9)
    monkeypatch.setattr(timezone, "now", lambda: half_a_second_ago)

    assert client.get("/briefings/quokka/").status_code == 200
