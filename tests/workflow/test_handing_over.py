"""Handing a draft over: whose it is from then on, who may, and what is on record."""

import pytest
from django.utils import timezone

from briefings import policy, workflow
from briefings.models import AuditEntry, Draft, EditBuffer
from briefings.workflow import Refused
from tests.workflow.making import everything, make_draft, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return make_user("Wil Ohm", role="writer")


@pytest.fixture
def other():
    return make_user("Noor Ali", role="writer")


@pytest.fixture
def briefing(writer):
    return make_draft(by=writer).briefing


def refused(briefing, **options) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        workflow.hand_over(briefing, **options)
    assert everything() == before
    return list(refusal.value.reasons)


@pytest.mark.parametrize("state", ["draft", "in-review"])
def test_a_writer_hands_their_draft_to_another_and_sees_it_no_more(briefing, writer, other, state):
    if state == "in-review":
        workflow.submit(briefing, by=writer)
    saved_at = Draft.objects.get().saved_at

    workflow.hand_over(briefing, to=other, by=writer, note="Finish it, please.")

    draft = Draft.objects.get()
    assert (draft.owner, draft.state, draft.version, draft.saved_at) == (other, state, 1, saved_at)
    assert policy.may(other, "write", briefing)
    assert not policy.may(writer, "read", briefing)
    entry = AuditEntry.objects.last()
    assert (entry.action, entry.by, entry.detail) == ("handed over", writer, "Wil Ohm → Noor Ali")
    assert entry.note.text == "Finish it, please."


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_editors_hand_over_whatever_they_may_write(briefing, other, role):
    workflow.hand_over(briefing, to=other, by=make_user("Jon Berg", role=role))

    assert Draft.objects.get().owner == other


@pytest.mark.parametrize("role", ["writer", "admin"])
def test_nobody_hands_over_what_is_not_theirs_to_write(briefing, other, role):
    somebody = make_user("Jon Berg", role=role)

    assert refused(briefing, to=other, by=somebody) == [
        "You may not hand this briefing over. Ask whoever it belongs to, or an editor."
    ]


def test_it_goes_to_nobody_who_could_not_write_it(briefing, writer, other):
    admin = make_user("Ada Kim", role="admin")
    other.is_active = False
    other.save()

    for somebody in (admin, other):
        reason = f"{somebody} may not write briefings. Choose somebody of the list."
        assert refused(briefing, to=somebody, by=writer) == [reason]
    assert refused(briefing, to=writer, by=writer) == ["It belongs to Wil Ohm already."]
    assert list(policy.who_may_own()) == [writer]


def test_what_was_handed_over_once_is_not_handed_over_again_by_whoever_has_it_no_more(briefing, writer, other):
    workflow.hand_over(briefing, to=other, by=writer)

    assert refused(briefing, to=make_user("Jon Berg", role="editor"), by=writer)


def test_words_that_were_typed_and_not_saved_are_not_left_behind(briefing, writer, other):
    EditBuffer.objects.create(
        form="11111111-1111-4111-8111-111111111111",
        user=writer,
        briefing_uuid=briefing.uuid,
        version=1,
        fields="lede=Half a",
        typed_at=timezone.now(),
        seen_at=timezone.now(),
    )

    [reason] = refused(briefing, to=other, by=writer)

    assert reason.startswith("You typed something in it that is not saved")


def test_what_lies_in_the_trash_is_brought_back_first(briefing, writer, other):
    workflow.trash(briefing, by=writer)

    assert refused(briefing, to=other, by=writer) == ["This briefing is in the trash. Bring it back first."]
