"""What an embargo keeps from going out, by every act that publishes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow, working_copy
from briefings.content import Correction
from briefings.models import Draft
from briefings.workflow import Refused, Scheduled, refusals_of_embargo
from tests.making import DAY, make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def until():
    return (timezone.now() + DAY).replace(microsecond=0)


@pytest.fixture
def live():
    draft = make_draft("quokka")
    workflow.publish(draft.briefing, by=None)
    return draft


@pytest.fixture
def coming(live, until):
    """The next text is scheduled for the moment at which its embargo ends."""
    changed(live.briefing, lede="Under embargo.")
    Draft.objects.update(embargo_until=until)
    return workflow.publish(live.briefing, by=None, change="major", note="New.", live_from=until)


def changed(briefing, **facts):
    draft = Draft.objects.get(briefing=briefing)
    content = working_copy.read(draft).model_copy(update=facts or {"headline": "Put right"})
    working_copy.write(draft, content, expected=draft.version, by=None)


def correction():
    return Correction(key="c23456789", was_wrong="Ten.", is_right="Nine.")


def test_an_outbox_is_refused_until_the_moment_itself(live, until):
    Draft.objects.update(embargo_until=until, embargo_source="NATO")
    draft = Draft.objects.get()

    assert "promised to NATO." in refusals_of_embargo(draft, at=until - timedelta(microseconds=1))[0]
    assert refusals_of_embargo(draft, at=until) == []


@pytest.mark.parametrize("change", ["minor", "major", "correction"])
def test_the_draft_as_a_whole_does_not_go_out_whatever_the_change_is_called(live, until, change):
    changed(live.briefing)
    Draft.objects.update(embargo_until=until)
    told = {"correction": correction()} if change == "correction" else {"note": "N." if change == "major" else ""}

    with pytest.raises(Refused, match="Embargoed until"):
        workflow.publish(live.briefing, by=None, change=change, **told)


@pytest.mark.parametrize("choice", [Scheduled.REISSUE, Scheduled.KEEP])
def test_a_correction_of_what_is_live_goes_out_beside_the_scheduled_text(live, coming, choice):
    changed(live.briefing)

    edition = workflow.publish(live.briefing, by=None, change="correction", correction=correction(), scheduled=choice)

    assert "Under embargo." not in edition.text.text
    assert "Put right" in edition.text.text


def test_a_major_change_does_not_go_out_beside_it(live, coming):
    changed(live.briefing)

    with pytest.raises(Refused, match="Embargoed until"):
        workflow.publish(live.briefing, by=None, change="major", note="N.", scheduled=Scheduled.REISSUE)


def test_calling_it_off_to_publish_the_whole_draft_now_is_refused(live, coming):
    with pytest.raises(Refused, match="Embargoed until"):
        workflow.publish(live.briefing, by=None, change="minor", scheduled=Scheduled.CALL_OFF)


def test_issued_again_for_an_earlier_moment_it_is_refused(live, coming, until):
    earlier = until - timedelta(minutes=1)

    with pytest.raises(Refused, match="Embargoed until"):
        workflow.publish(live.briefing, by=None, change="minor", scheduled=Scheduled.REISSUE, live_from=earlier)
