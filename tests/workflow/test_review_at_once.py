"""Two who review, correct, comment or hand over at once."""

from functools import partial

import pytest

from briefings import workflow, working_copy
from briefings.models import AuditEntry, Comment, Draft
from tests.workflow.making import make_draft, make_user
from tests.workflow.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def outcomes(*acts) -> list[str]:
    return sorted(type(outcome).__name__ for outcome in at_once(*acts))


@pytest.fixture
def writer():
    return make_user("wil", role="writer")


@pytest.fixture
def submitted(writer):
    briefing = make_draft(by=writer).briefing
    workflow.submit(briefing, by=writer)
    return briefing


def text(briefing, lede):
    return working_copy.read(Draft.objects.get(briefing=briefing)).model_copy(update={"lede": lede})


def test_of_two_reviewers_at_once_one_approves_or_sends_back_and_the_other_is_told(submitted):
    tom, jon = make_user("tom", role="editor"), make_user("jon", role="editor")
    looked_at = {"expected": 1, "state": "in-review"}

    assert outcomes(
        lambda: workflow.approve(submitted, by=tom, **looked_at),
        lambda: workflow.request_changes(submitted, by=jon, note="Say when.", **looked_at),
    ) == ["Draft", "Refused"]
    actions = AuditEntry.objects.filter(briefing=submitted).values_list("action", flat=True)
    assert list(actions)[2:] == ["approved" if Draft.objects.get().state == "approved" else "changes requested"]


def test_of_two_who_correct_and_approve_at_once_one_does(submitted, settings):
    settings.REVIEWER_CORRECTIONS = "all"
    acts = [
        partial(workflow.correct_and_approve, submitted, by=by, expected=1, content=text(submitted, by.username))
        for by in (make_user("tom", role="editor"), make_user("jon", role="editor"))
    ]

    assert outcomes(*acts) == ["Draft", "Stale"]
    draft = Draft.objects.get()
    assert (draft.version, draft.state, draft.lede) == (2, "approved", draft.approved_by.username)


def test_a_save_and_a_correction_at_once_approve_nothing_that_the_reviewer_did_not_read(submitted, writer, settings):
    settings.REVIEWER_CORRECTIONS = "all"
    tom = make_user("tom", role="editor")
    theirs, mine = text(submitted, "wil"), text(submitted, "tom")

    assert outcomes(
        lambda: working_copy.write(Draft.objects.get(), theirs, expected=1, by=writer),
        lambda: workflow.correct_and_approve(submitted, by=tom, expected=1, content=mine),
    ) in (["Revision", "Stale"], ["Draft", "Stale"])
    draft = Draft.objects.get()
    assert (draft.lede, draft.state) in {("wil", "in-review"), ("tom", "approved")}


def test_a_writer_who_hands_over_twice_at_once_hands_over_once(submitted, writer):
    others = (make_user("noor", role="writer"), make_user("ida", role="writer"))
    acts = [partial(workflow.hand_over, submitted, to=to, by=writer) for to in others]

    assert outcomes(*acts) == ["Draft", "Refused"]


def test_a_comment_sent_twice_at_once_is_one(submitted):
    at_once(*[lambda: workflow.comment(submitted, text="Look.", by=None)] * 2)

    assert Comment.objects.count() == 1
