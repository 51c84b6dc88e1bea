"""A story goes on without what is gone, and no address of it dies."""

import pytest

from briefings import workflow
from tests.making import DAY, HOUR, LONG_AGO, NOON
from tests.visibility.telling import AFTER as AT
from tests.visibility.telling import told, where


def test_where_the_first_is_gone_the_story_begins_with_the_next(surfaces, make_story):
    first, _second, _third = make_story("quokka", "wombat", "numbat", live_from=LONG_AGO)

    workflow.withdraw(first, by=None, notice="It was not so.")

    assert where(surfaces, "quokka") == where(surfaces, "numbat") == (301, "/stories/wombat/")
    assert told(surfaces, "wombat") == ["wombat", "numbat"]


@pytest.fixture
def siblings(make_story, make_edition):
    """One briefing by this word, and what became of it by two that follow it."""
    [first] = make_story("quokka", live_from=LONG_AGO)
    for day, word in enumerate(("wombat", "numbat"), start=1):
        make_edition(word, live_from=LONG_AGO + day * DAY, follows=str(first.uuid))
    return first


@pytest.mark.parametrize("end", [workflow.withdraw, workflow.remove])
def test_what_followed_a_first_briefing_that_is_gone_stays_one_story(surfaces, siblings, end):
    end(siblings, by=None, notice="It was not so.")

    page = surfaces["/stories/wombat/"].at(AT)

    assert told(surfaces, "wombat") == ["wombat", "numbat"]
    assert where(surfaces, "quokka") == where(surfaces, "numbat") == (301, "/stories/wombat/")
    assert "quokka" not in page


def test_what_is_left_alone_of_a_story_is_found_by_its_old_address(surfaces, siblings, make_story):
    first, second = make_story("bilby", "emu", live_from=LONG_AGO)
    workflow.withdraw(first, by=None, notice="It was not so.")
    assert where(surfaces, "bilby") == where(surfaces, "emu") == (301, "/briefings/emu/")

    workflow.remove(second, by=None, notice="Order 7/26.")

    assert where(surfaces, "bilby") == (301, "/briefings/bilby/")
    assert where(surfaces, "emu") == (301, "/briefings/emu/")


def test_that_two_briefings_follow_one_that_readers_never_had_is_told_nowhere(surfaces, make_edition):
    hidden = make_edition("quokka", live_from=AT + DAY).briefing
    for hours, word in enumerate(("wombat", "numbat")):
        make_edition(word, live_from=NOON + hours * HOUR, follows=str(hidden.uuid))

    assert where(surfaces, "wombat") == (301, "/briefings/wombat/")
    assert where(surfaces, "numbat") == (301, "/briefings/numbat/")
    assert told(surfaces, "quokka", AT + DAY) == ["quokka", "wombat", "numbat"]


def test_where_one_between_is_gone_what_follows_it_begins_a_story(surfaces, make_story):
    briefings = make_story("quokka", "bilby", "wombat", "numbat", "emu", live_from=LONG_AGO)

    workflow.withdraw(briefings[2], by=None, notice="It was not so.")

    assert told(surfaces, "quokka") == ["quokka", "bilby"]
    assert where(surfaces, "wombat") == where(surfaces, "emu") == (301, "/stories/numbat/")
    assert told(surfaces, "numbat") == ["numbat", "emu"]


def test_what_was_merged_leaves_its_place_in_the_story_to_where_it_leads(surfaces, make_story, make_edition):
    first, _second, third = make_story("quokka", "wombat", "numbat", live_from=LONG_AGO)
    other, last = (make_edition(word, live_from=LONG_AGO).briefing for word in ("bilby", "emu"))

    workflow.merge_into(first, into=other, by=None)

    assert told(surfaces, "bilby") == ["bilby", "wombat", "numbat"]
    assert where(surfaces, "quokka") == where(surfaces, "wombat") == (301, "/stories/bilby/")
    workflow.merge_into(third, into=last, by=None)
    assert told(surfaces, "bilby") == ["bilby", "wombat"]
    assert where(surfaces, "numbat") == where(surfaces, "emu") == (301, "/briefings/emu/")
