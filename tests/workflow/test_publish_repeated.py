"""A change sent twice is published once; what is issued again stays what it was, and wants whom it wanted."""

import pytest

from briefings import workflow
from briefings.content import Correction
from briefings.models import Briefing, Edition
from briefings.workflow import Refused, Scheduled
from tests.workflow.making import DAY, LATER, everything, key, make_user, save, text_of

MAJOR = {"change": "major", "note": "Adds the vote."}


def publish(briefing: Briefing, **options: object) -> Edition:
    return workflow.publish(briefing, **{"by": None, **options})


def refused(briefing: Briefing, **options: object) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        publish(briefing, **options)
    assert everything() == before
    return str(refusal.value).splitlines()


def test_a_change_that_is_published_with_the_same_words_is_not_published_again(live):
    correction = {"kind": "correction", "was_wrong": "Ten.", "is_right": "Eleven."}
    refusal = ["The newest edition says the same, and tells readers the same. It is published already."]

    publish(live, **MAJOR)
    assert refused(live, **MAJOR) == refusal
    publish(live, change="correction", correction=Correction(key=key("c"), **correction))
    assert refused(live, change="correction", correction=Correction(key=key("c"), **correction)) == refusal
    assert publish(live, **MAJOR | {"note": "More news."})
    save(live, lede="Thirty-four states met in Paris.")
    assert publish(live, **MAJOR | {"note": "More news."})


def test_whoever_may_not_withdraw_may_not_have_a_text_erased(live):
    publish(live, **MAJOR)

    with pytest.raises(Refused, match="You may not have a text erased"):
        workflow.erase(live, number=1, reason="Order 1", by=make_user(role="editor"))


@pytest.mark.parametrize("moment", [LATER, LATER + DAY])
def test_a_major_change_issued_again_at_a_moment_stays_one_however_little_changed(scheduled, moment):
    save(scheduled.briefing, lede="Thirty-four states met in Paris.")

    again = publish(scheduled.briefing, live_from=moment, scheduled=Scheduled.REISSUE, change="minor")

    assert (again.kind, again.live_from, text_of(again).change.note) == ("major", moment, "Adds the quokka vote.")


def test_told_anew_it_tells_what_is_said_now(scheduled):
    again = publish(scheduled.briefing, live_from=LATER, scheduled=Scheduled.REISSUE, **MAJOR)

    assert (again.kind, text_of(again).change.note) == ("major", "Adds the vote.")


def test_what_is_issued_again_is_read_by_a_second_person_as_well(scheduled, settings):
    settings.SECOND_PERSON = "except-minor"
    save(scheduled.briefing, lede="Thirty-four states met in Paris.")
    refusal = ["A second person has to approve this text first."]

    options = {"by": make_user(role="editor"), "change": "minor", "scheduled": Scheduled.REISSUE}
    assert refused(scheduled.briefing, **options) == refusal
    assert publish(scheduled.briefing, **options | {"scheduled": Scheduled.KEEP}).kind == "minor"
