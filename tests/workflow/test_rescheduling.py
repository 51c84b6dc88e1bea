"""A scheduled edition is moved to another moment, word for word."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.log import verify_log
from briefings.models import Draft, Edition
from briefings.workflow import Refused
from tests.making import DAY, HOUR, make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def later():
    return (timezone.now() + DAY).replace(microsecond=0)


@pytest.fixture
def coming(later):
    return workflow.publish(make_draft("quokka").briefing, by=None, live_from=later)


@pytest.mark.parametrize("by", [-HOUR, timedelta(0), HOUR])
def test_it_goes_out_at_the_new_moment_with_its_own_text(coming, later, by):
    make_draft("wombat", briefing=coming.briefing)

    moved = workflow.reschedule(coming, by=None, live_from=later + by)

    (scheduled,) = Edition.objects.scheduled()
    assert (scheduled.pk, scheduled.live_from, scheduled.kind) == (moved.pk, later + by, "first")
    assert scheduled.text == coming.text
    assert verify_log().problems == []


def test_a_change_of_what_is_live_keeps_its_kind_its_note_and_who_approved_it(later):
    draft = make_draft("quokka")
    workflow.publish(draft.briefing, by=None)
    make_draft("wombat", briefing=draft.briefing)
    workflow.approve(draft.briefing, by=None, expected=2)
    coming = workflow.publish(draft.briefing, by=None, change="major", note="New.", live_from=later)

    moved = workflow.reschedule(coming, by=None, live_from=later + HOUR)

    assert (moved.kind, moved.text, moved.revision) == ("major", coming.text, coming.revision)
    assert Edition.objects.live(later).get().pk != coming.pk
    assert verify_log().problems == []


def test_it_is_not_moved_before_its_embargo_ends(coming, later):
    Draft.objects.update(embargo_until=later)

    with pytest.raises(Refused, match="Embargoed until"):
        workflow.reschedule(coming, by=None, live_from=later - HOUR)

    assert Edition.objects.scheduled().get() == coming


def test_a_moment_that_has_passed_and_one_that_was_called_off_are_refused(coming, later):
    with pytest.raises(Refused, match="has passed"):
        workflow.reschedule(coming, by=None, live_from=timezone.now() - HOUR)
    workflow.call_off(coming, by=None)
    with pytest.raises(Refused, match="called off before"):
        workflow.reschedule(coming, by=None, live_from=later)
