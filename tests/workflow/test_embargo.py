"""What an embargo keeps from going out, by every act that publishes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from briefings import workflow, working_copy
from briefings.content import Correction
from briefings.models import Draft, Original, User
from briefings.workflow import DeskMoments, Embargo, Refused, Scheduled
from tests.making import DAY, make_draft
from tests.workflow.making import make_user

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


def test_an_embargo_runs_until_the_moment_itself(live, until):
    Draft.objects.update(embargo_until=until, embargo_source="NATO")
    embargo = Embargo.of(Draft.objects.get())

    assert str(embargo).endswith("promised to NATO")
    assert embargo.runs(until - timedelta(microseconds=1))
    assert not embargo.runs(until)


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


def test_a_copy_is_under_the_embargo_of_its_words_and_what_goes_on_with_the_story_is_not(until):
    briefing, editor = make_draft("quokka").briefing, make_user(role="editor")
    Draft.objects.update(embargo_until=until, embargo_source="NATO", scheduling_note="EMBARGOED")

    copy = workflow.copy(briefing, by=editor, as_briefing=uuid4())
    sequel = workflow.continue_story(briefing, by=editor, as_briefing=uuid4())

    with pytest.raises(Refused, match="promised to NATO"):
        workflow.publish(copy.briefing, by=editor)
    assert copy.scheduling_note == "EMBARGOED"
    assert sequel.embargo_until is None


def test_a_translation_waits_for_the_embargo_of_what_readers_do_not_have_yet(until):
    original = make_draft("quokka").briefing
    translation = make_draft("wombat", language="de", translation_of=str(original.uuid)).briefing
    Draft.objects.filter(briefing=original).update(embargo_until=until, embargo_source="NATO")

    with pytest.raises(Refused, match="promised to NATO"):
        workflow.publish(translation, by=None)
    edition = workflow.publish(translation, by=None, live_from=until)
    with pytest.raises(Refused, match="promised to NATO"):
        workflow.reschedule(edition, by=None, live_from=until - timedelta(hours=1))
    workflow.call_off(edition, by=None)
    workflow.publish(original, by=None, override="They agreed.")
    workflow.publish(translation, by=None)


def paste(briefing):
    """The last save of the briefing is of a pasted draft."""
    revision = briefing.revisions.last()
    user = User.objects.first() or make_user()
    Original.objects.create(data=b"x", format="txt", by=user, briefing=briefing, revision=revision)


def test_a_newer_line_that_nobody_can_read_for_certain_keeps_the_next_edition_back(live):
    changed(live.briefing)
    paste(live.briefing)
    told = {"change": "major", "note": "N."}

    workflow.take_embargo(live.briefing, scheduling_note="EMBARGOED", embargo_until=None, embargo_source="", by=None)
    with pytest.raises(Refused, match="EMBARGOED"):
        workflow.publish(live.briefing, by=None, **told)

    nothing = DeskMoments()
    workflow.set_moments(live.briefing, by=None, wanted=nothing, opened=nothing, without_note=True)
    workflow.publish(live.briefing, by=None, **told)


def test_words_of_before_the_newest_edition_keep_nothing_back(live):
    Draft.objects.update(scheduling_note="EMBARGOED")
    changed(live.briefing)

    workflow.publish(live.briefing, by=None, change="major", note="N.")


def test_an_embargo_that_is_over_says_nothing_of_a_newer_line_in_the_same_words():
    draft = make_draft("quokka")
    Draft.objects.update(embargo_until=timezone.now() - DAY, scheduling_note="EMBARGOED until Tuesday")
    line = {"scheduling_note": "EMBARGOED until Tuesday", "embargo_until": None, "embargo_source": ""}

    workflow.take_embargo(draft.briefing, **line, by=None)

    with pytest.raises(Refused, match="until Tuesday"):
        workflow.publish(draft.briefing, by=None)


def test_a_line_in_the_same_words_that_means_a_later_moment_moves_the_embargo(until):
    draft = make_draft("quokka")
    Draft.objects.update(embargo_until=timezone.now() - DAY, scheduling_note="EMBARGOED until 9:00")
    line = {"scheduling_note": "EMBARGOED until 9:00", "embargo_until": until, "embargo_source": ""}

    workflow.take_embargo(draft.briefing, **line, by=None)

    assert Draft.objects.get().embargo_until == until
