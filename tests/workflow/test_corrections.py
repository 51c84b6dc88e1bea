"""Correcting and approving in one act: the one way to approve words of one's own, and only those of a correction."""

import pytest

from briefings import workflow, working_copy
from briefings.content import BriefingContent
from briefings.models import AuditEntry, Briefing, Draft
from briefings.workflow import Refused
from tests.workflow.making import everything, make_draft, make_user, save

pytestmark = pytest.mark.django_db
LEDE = {"lede": "Thirty-four states met in Paris."}
SPELLING = {"lede": "Thirty-five states met in Pariss."}


@pytest.fixture(autouse=True)
def allowed(settings):
    settings.REVIEWER_CORRECTIONS = "all"


@pytest.fixture
def writer():
    return make_user("Wil Ohm", role="writer")


@pytest.fixture
def editor():
    return make_user("Jon Berg", role="editor")


@pytest.fixture
def submitted(writer) -> Briefing:
    briefing = make_draft(by=writer).briefing
    workflow.submit(briefing, by=writer)
    return briefing


def changed(briefing: Briefing, **differences) -> BriefingContent:
    present = working_copy.read(Draft.objects.get(briefing=briefing))
    return BriefingContent.offered(**dict(present) | (differences or LEDE))


def corrected(briefing: Briefing, *, by, **differences) -> Draft:
    version = Draft.objects.get(briefing=briefing).version
    return workflow.correct_and_approve(briefing, by=by, expected=version, content=changed(briefing, **differences))


def refused(briefing: Briefing, *, by, **differences) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        corrected(briefing, by=by, **differences)
    assert everything() == before
    return list(refusal.value.reasons)


def approved_as_saved(briefing: Briefing, *, by) -> Draft:
    return workflow.correct_and_approve(briefing, by=by, expected=Draft.objects.get(briefing=briefing).version)


def test_a_text_in_review_is_corrected_and_approved_in_one_act_which_says_so_on_record(submitted, editor):
    draft = corrected(submitted, by=editor)

    saved = Draft.objects.get()
    assert (saved.state, saved.version, saved.approved_version, saved.approved_by) == ("approved", 2, 2, editor)
    assert saved.lede == draft.lede == LEDE["lede"]
    assert list(AuditEntry.objects.values_list("action", "detail"))[-2:] == [
        ("saved", "version 2"),
        ("corrected and approved", "version 1 corrected to version 2"),
    ]


def test_the_approval_counts_as_that_of_a_second_person_and_falls_with_the_text(submitted, editor, settings):
    settings.SECOND_PERSON = "always"
    corrected(submitted, by=editor)
    assert workflow.publish(submitted, by=editor).approved_by == editor

    assert save(submitted, lede="Fewer states met.").state == "draft"


def test_corrections_that_were_saved_before_are_approved_as_they_stand(submitted, editor):
    save(submitted, by=editor, **LEDE)
    save(submitted, by=editor, lede="Thirty-four states met.")

    assert approved_as_saved(submitted, by=editor).state == "approved"
    assert AuditEntry.objects.last().detail == "version 1 corrected to version 3"


def test_without_a_correction_it_is_an_approval_like_any_other(submitted, editor):
    approved_as_saved(submitted, by=editor)

    assert (AuditEntry.objects.last().action, AuditEntry.objects.last().detail) == ("approved", "version 1")


@pytest.mark.parametrize("is_saved", [True, False])
def test_unless_the_newsroom_wants_it_nobody_approves_what_they_corrected(submitted, editor, settings, is_saved):
    settings.REVIEWER_CORRECTIONS = "off"
    if is_saved:
        save(submitted, by=editor, **LEDE)

    [reason] = refused(submitted, by=editor, lede="Thirty-three states met.")

    assert reason.endswith("Somebody else has to." if is_saved else "somebody else has to approve it.")


def test_a_newsroom_may_allow_corrections_of_spelling_alone(submitted, writer, editor, settings):
    settings.REVIEWER_CORRECTIONS = "spelling"

    assert refused(submitted, by=editor, lede="Nobody met.") == [
        "More than spelling was changed since this text was submitted. Somebody else has to approve it."
    ]
    assert corrected(submitted, by=editor, **SPELLING).state == "approved"


def test_spelling_is_measured_from_what_was_submitted_and_not_from_the_last_save(submitted, editor, settings):
    settings.REVIEWER_CORRECTIONS = "spelling"
    save(submitted, by=editor, lede="Nobody met.")

    assert len(refused(submitted, by=editor, lede="Nobody met..")) == 1
    assert workflow.refusals_of_correction(Draft.objects.get(), of=editor)


def test_whoever_wrote_before_it_was_submitted_corrects_nothing(writer, editor):
    briefing = make_draft(by=writer).briefing
    save(briefing, by=editor, headline="All of it is the editor’s", lede="Every word.")
    save(briefing, by=writer, lede="But one.")
    workflow.submit(briefing, by=writer)

    [reason] = refused(briefing, by=editor)

    assert reason.startswith("You saved version 2 of this text on ")


def test_whoever_wrote_what_was_submitted_corrects_nothing_even_if_another_submitted_it(writer, editor):
    briefing = make_draft(by=editor).briefing
    workflow.submit(briefing, by=writer_of(briefing, writer))

    assert refused(briefing, by=editor)[0].startswith("You saved version 1 of this text on ")


def writer_of(briefing: Briefing, writer):
    workflow.hand_over(briefing, to=writer, by=None)
    return writer


def test_whoever_wrote_what_was_approved_and_sent_back_corrects_nothing_when_it_is_submitted_again(writer, editor):
    briefing = make_draft(by=editor).briefing
    workflow.approve(briefing, by=make_user("Ada Kim", role="editor"), expected=1)
    workflow.request_changes(briefing, by=None, note="Not so.")
    workflow.submit(briefing, by=writer_of(briefing, writer))

    assert refused(briefing, by=editor)[0].startswith("You saved version 1 of this text on ")
    save(briefing, by=editor, **LEDE)
    assert refused(briefing, by=editor, lede="Other.")[0].startswith("You saved version 1 of this text on ")


def test_whoever_submitted_it_corrects_nothing(writer, editor):
    briefing = make_draft(by=writer).briefing
    workflow.submit(briefing, by=editor)

    assert refused(briefing, by=editor) == [
        "You submitted this text yourself. Somebody else has to approve what you changed in it."
    ]


@pytest.mark.parametrize("state", ["draft", "changes requested"])
def test_a_text_that_is_not_in_review_is_not_corrected_and_approved(writer, editor, state):
    briefing = make_draft(by=writer).briefing
    if state != "draft":
        workflow.submit(briefing, by=writer)
        workflow.request_changes(briefing, by=editor, note="Say when.")

    assert refused(briefing, by=editor)[0].startswith("This text is not in review.")


def test_corrections_of_an_earlier_round_are_no_corrections_of_this_one(submitted, writer, editor):
    save(submitted, by=editor, **LEDE)
    workflow.request_changes(submitted, by=editor, note="Say when.")
    workflow.submit(submitted, by=writer)

    assert refused(submitted, by=editor, lede="On Monday.")[0].startswith("You saved version 2")


def test_an_approved_text_is_not_approved_again(submitted, editor):
    corrected(submitted, by=editor)

    assert refused(submitted, by=make_user("Ada Kim", role="editor"), lede="Other.") == [
        "This text is approved already."
    ]


def test_a_writer_may_not(submitted, writer):
    assert refused(submitted, by=writer) == ["You may not approve this briefing. Ask an editor."]


def test_a_text_that_somebody_saved_meanwhile_is_neither_written_over_nor_approved(submitted, writer, editor):
    mine = changed(submitted)
    save(submitted, by=writer, lede="The writer’s.")

    with pytest.raises(working_copy.Stale):
        workflow.correct_and_approve(submitted, by=editor, expected=1, content=mine)
    with pytest.raises(Refused, match=r"Wil Ohm saved a newer text"):
        workflow.correct_and_approve(submitted, by=editor, expected=1)
    assert (Draft.objects.get().state, Draft.objects.get().lede) == ("in-review", "The writer’s.")
