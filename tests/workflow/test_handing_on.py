"""Correcting a text in review and handing it on: the corrections stand, and somebody else has to approve them."""

import pytest

from briefings import policy, workflow
from briefings.models import AuditEntry, Briefing, Delivery, Draft
from briefings.workflow import Refused
from tests.workflow.making import everything, make_draft, make_user, save
from tests.workflow.test_corrections import LEDE, SPELLING, changed

pytestmark = pytest.mark.django_db
WHOLE = {"lede": "Nobody met."}


@pytest.fixture
def submitted(mira) -> Briefing:
    briefing = make_draft(by=mira).briefing
    workflow.submit(briefing, by=mira)
    return briefing


def handed_on(briefing: Briefing, *, by, **differences) -> Draft:
    version = Draft.objects.get(briefing=briefing).version
    content = changed(briefing, **differences) if differences else None
    return workflow.correct_and_hand_on(briefing, by=by, expected=version, content=content)


def refused(briefing: Briefing, *, by, **differences) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        handed_on(briefing, by=by, **differences)
    assert everything() == before
    return list(refusal.value.reasons)


def may_approve(user) -> bool:
    return workflow.own_work(Draft.objects.get(), of=user) is None


@pytest.mark.parametrize("setting", ["off", "spelling", "all"])
def test_on_every_site_a_correction_is_saved_and_on_record_and_the_text_stays_in_review(
    submitted, mira, jon, settings, setting
):
    settings.REVIEWER_CORRECTIONS = setting
    handed_on(submitted, by=jon, **WHOLE)

    draft = Draft.objects.get()
    assert (draft.state, draft.version, draft.approved_by, draft.lede) == ("in-review", 2, None, "Nobody met.")
    entry = AuditEntry.objects.last()
    assert (entry.action, entry.by, entry.detail) == ("corrected in review", jon, "version 1 corrected to version 2")


def test_of_two_the_writer_approves_what_the_reviewer_wrote_and_the_reviewer_may_not(submitted, mira, jon, settings):
    settings.SECOND_PERSON = "always"
    assert not may_approve(mira)

    handed_on(submitted, by=jon, **LEDE)

    assert (may_approve(mira), may_approve(jon)) == (True, False)
    with pytest.raises(Refused, match="A second person has to approve"):
        workflow.publish(submitted, by=jon)
    workflow.approve(submitted, by=mira, expected=2)
    assert workflow.publish(submitted, by=jon).approved_by == mira


def test_what_the_writer_changes_after_that_is_their_own_again_until_the_reviewer_read_it(submitted, mira, jon):
    handed_on(submitted, by=jon, **LEDE)
    save(submitted, by=mira, headline="Another headline")
    assert (may_approve(mira), may_approve(jon)) == (False, False)

    handed_on(submitted, by=mira)

    assert (may_approve(mira), may_approve(jon)) == (False, True)


def test_words_that_the_reviewer_took_out_are_approved_by_nobody_when_they_come_back(submitted, mira, jon):
    original = Draft.objects.get().lede
    handed_on(submitted, by=jon, **WHOLE)
    save(submitted, by=make_user("Ada Kim", role="editor"), lede=original)

    assert not may_approve(mira)


def test_sending_back_what_was_handed_on_takes_that_approval_of_the_others_words_away(submitted, mira, jon):
    handed_on(submitted, by=jon, **LEDE)

    workflow.request_changes(submitted, by=jon, note="Say when.")

    assert not may_approve(mira)


def test_corrections_that_were_saved_before_are_handed_on_as_they_stand(submitted, jon):
    save(submitted, by=jon, **LEDE)

    handed_on(submitted, by=jon)

    assert AuditEntry.objects.last().detail == "version 1 corrected to version 2"


def test_without_a_correction_there_is_nothing_to_hand_on(submitted, jon):
    assert refused(submitted, by=jon)[0].startswith("You changed nothing in this text.")


def test_whoever_submitted_it_or_handed_it_on_does_not_hand_on_their_own_changes(submitted, mira, jon):
    assert refused(submitted, by=mira, **LEDE)[0].startswith("You submitted this text yourself.")
    handed_on(submitted, by=jon, **LEDE)
    assert refused(submitted, by=jon, **WHOLE)[0].startswith("You corrected this text and handed it on.")


def test_a_text_that_is_not_in_review_is_not_handed_on(mira, jon):
    briefing = make_draft(by=mira).briefing

    assert refused(briefing, by=jon, **LEDE)[0].startswith("This text is not in review.")


def test_where_nobody_else_may_approve_it_is_not_handed_on_into_nowhere(jon):
    writer = make_user("Wil Ohm", role="writer")
    briefing = make_draft(by=writer).briefing
    workflow.submit(briefing, by=writer)

    assert refused(briefing, by=jon, **LEDE) == [
        "Nobody but you may approve briefings here. Send it back with a note of what is to be changed."
    ]


def test_the_writer_is_told_and_all_who_may_approve_are_asked(submitted, mira, jon):
    ada = make_user("Ada Kim", role="editor")
    handed_on(submitted, by=jon, **LEDE)

    told = Delivery.objects.filter(by=jon, channel="desk").values_list("to__username", "kind")
    assert set(told) == {(mira.username, "corrected"), (ada.username, "review")}
    assert workflow.who_approves_for(Draft.objects.get(), of=jon) == [mira, ada]
    assert {*policy.who_may("review", submitted)} - {jon} == {mira, ada}


def test_spelling_is_measured_from_what_was_handed_on_by_whoever_reads_it_next(submitted, mira, jon, settings):
    settings.REVIEWER_CORRECTIONS = "spelling"
    handed_on(submitted, by=jon, lede=SPELLING["lede"].replace("states", "delegations"))
    mended = changed(submitted, lede=SPELLING["lede"].replace("states", "delegations").replace("Pariss", "Paris"))

    workflow.correct_and_approve(submitted, by=mira, expected=2, content=mended)

    assert Draft.objects.get().state == "approved"
    assert AuditEntry.objects.last().detail == "version 2 corrected to version 3"
