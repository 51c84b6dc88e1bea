"""Review: what moves a draft from one state to the next, and that nobody approves their own work."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.log import verify_log
from briefings.models import AuditEntry, Briefing, Draft, LogHead, Revision
from briefings.workflow import Refused
from tests.workflow.making import everything, make_draft, make_user, save

pytestmark = pytest.mark.django_db
DRAFT, IN_REVIEW, CHANGES, APPROVED = Draft.State
NOTE = "The second paragraph names the wrong minister."


def refused(act: Callable, *arguments: object, **options: object) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        act(*arguments, **{"by": None, **options})
    assert everything() == before
    return list(refusal.value.reasons)


def approve(briefing: Briefing, **options: object) -> Draft:
    """Approve what stands there now."""
    return workflow.approve(briefing, **{"by": None, "expected": briefing.revisions.count(), **options})


def in_state(state: str) -> Briefing:
    """A briefing whose draft got there by the acts."""
    briefing = make_draft().briefing
    if state in (IN_REVIEW, CHANGES):
        workflow.submit(briefing, by=None)
    if state == CHANGES:
        workflow.request_changes(briefing, by=None, note=NOTE)
    if state == APPROVED:
        approve(briefing)
    return briefing


def state() -> str:
    return Draft.objects.get().state


def own_work(revision: Revision) -> str:
    when = timezone.localtime(revision.saved_at)
    return (
        f"You saved version {revision.version} of this text on {when:%-d %B %Y, %H:%M}, and nobody has approved it "
        "yet. Somebody else has to."
    )


@pytest.mark.parametrize("before", [DRAFT, CHANGES])
def test_a_text_is_submitted_for_review(before):
    briefing = in_state(before)

    assert workflow.submit(briefing, by=None, expected=1).state == state() == IN_REVIEW


@pytest.mark.parametrize("before", [IN_REVIEW, APPROVED])
def test_changes_are_asked_for_with_a_note(before):
    briefing, editor = in_state(before), make_user(role="editor")

    assert workflow.request_changes(briefing, by=editor, note=NOTE, expected=1).state == state() == CHANGES
    assert Draft.objects.get().review_note == NOTE
    entry = AuditEntry.objects.last()
    assert (entry.action, entry.by, entry.briefing) == ("changes requested", editor, briefing)
    assert entry.detail == "version 1"


@pytest.mark.parametrize("before", [DRAFT, IN_REVIEW, CHANGES])
def test_whoever_approves_a_text_approves_that_version(before):
    briefing, editor = in_state(before), make_user(role="editor")
    save(briefing, lede="Thirty-four states met.")

    workflow.approve(briefing, by=editor, expected=2)

    draft = Draft.objects.get()
    assert (draft.state, draft.version, draft.approved_version, draft.approved_by) == (APPROVED, 2, 2, editor)


def test_a_save_ends_the_approval_and_leaves_a_review_as_it_is():
    for before, after in ((APPROVED, DRAFT), (IN_REVIEW, IN_REVIEW), (CHANGES, CHANGES)):
        save(in_state(before), lede="Thirty-four states met.")
        assert Draft.objects.latest("pk").state == after


@pytest.mark.parametrize(
    ("act", "before", "sentence"),
    [
        ("submit", IN_REVIEW, "This text is in review already."),
        ("submit", APPROVED, "This text is approved already."),
        ("approve", APPROVED, "This text is approved already."),
        ("request_changes", DRAFT, "Nobody has submitted this text for review."),
        ("request_changes", CHANGES, "This text was sent back already."),
    ],
)
def test_a_state_that_an_act_does_not_lead_on_from_is_told(act, before, sentence):
    options = {"submit": {}, "approve": {"expected": 1}, "request_changes": {"note": NOTE}}

    assert refused(getattr(workflow, act), in_state(before), **options[act]) == [sentence]


@pytest.mark.parametrize("note", ["", " ", "\n", "\u200b\u2060\u00a0\ufe0f\u200f"])
def test_changes_are_not_asked_for_without_saying_which(note):
    assert refused(workflow.request_changes, in_state(IN_REVIEW), note=note) == ["Write what has to be changed."]


def test_a_note_that_could_not_be_kept_is_refused_in_our_words():
    [reason] = refused(workflow.request_changes, in_state(IN_REVIEW), note="a\x00b")

    assert reason == "The note holds an invisible control character (U+0000). Delete it."


@pytest.mark.parametrize(("act", "verb"), [("submit", "submit"), ("approve", "approve"), ("request_changes", None)])
def test_a_text_that_nobody_has_read_is_neither_submitted_nor_sent_back_nor_approved(act, verb):
    briefing = in_state(IN_REVIEW if act == "request_changes" else DRAFT)
    options = {"note": NOTE} if act == "request_changes" else {}
    draft = save(briefing, by=make_user(), lede="Thirty-four states met.")
    saved = timezone.localtime(draft.saved_at)

    assert refused(getattr(workflow, act), briefing, expected=1, **options) == [
        f"Cannot {verb or 'send back'} “Allies pledge guarantees”: "
        f"Mira Novak saved a newer text at {saved:%H:%M}. Read the change first."
    ]
    getattr(workflow, act)(briefing, by=None, expected=2, **options)


def test_every_reason_is_told_at_once():
    briefing, editor = in_state(DRAFT), make_user(role="editor")
    save(briefing, by=editor)

    assert len(refused(workflow.request_changes, briefing, expected=1, note="")) == 3
    assert len(refused(workflow.approve, briefing, by=editor, expected=1)) == 2


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_nobody_approves_a_text_that_they_saved(role):
    briefing, author, other = in_state(DRAFT), make_user(role=role), make_user("Jon Berg", role="editor")
    save(briefing, by=author, lede="Thirty-four states met.")
    revision = briefing.revisions.get(version=2)
    save(briefing, by=other, lede="Thirty-three states met.")

    assert refused(approve, briefing, by=author) == [own_work(revision)]
    assert refused(approve, briefing, by=other) == [own_work(briefing.revisions.get(version=3))]
    assert approve(briefing, by=make_user("Ada Kim", role="editor")).state == APPROVED


def test_work_that_somebody_else_approved_is_nobodys_own_any_more():
    briefing, author, other = in_state(DRAFT), make_user(), make_user("Jon Berg", role="editor")
    save(briefing, by=author, lede="Thirty-four states met.")
    approve(briefing, by=other)
    save(briefing, by=other, lede="Thirty-three states met.")

    assert refused(approve, briefing, by=other) == [own_work(briefing.revisions.get(version=3))]
    assert approve(briefing, by=author).approved_by == author


def test_nobody_overrules_who_asked_for_changes_to_an_approved_text_of_theirs():
    briefing, author = in_state(DRAFT), make_user()
    save(briefing, by=author, lede="Thirty-four states met.")
    approve(briefing, by=make_user("Jon Berg", role="editor"))
    workflow.request_changes(briefing, by=make_user("Ada Kim", role="editor"), note=NOTE)

    assert refused(approve, briefing, by=author) == [own_work(briefing.revisions.get(version=2))]


def test_work_on_another_briefing_is_no_hindrance():
    author = make_user()
    save(in_state(DRAFT), by=author)

    assert approve(in_state(DRAFT), by=author).state == APPROVED


def test_review_goes_on_record_and_readers_notice_nothing():
    briefing, editor = make_draft().briefing, make_user(role="editor")
    workflow.publish(briefing, by=None)
    public = verify_log().last_hash, LogHead.objects.get()
    already = AuditEntry.objects.count()

    workflow.submit(briefing, by=editor)
    workflow.request_changes(briefing, by=editor, note=NOTE)
    approve(briefing, by=editor)

    assert list(AuditEntry.objects.values_list("action", "by", "detail", "head_seq", "head_hash"))[already:] == [
        ("submitted", editor.pk, "version 1", None, ""),
        ("changes requested", editor.pk, "version 1", None, ""),
        ("approved", editor.pk, "version 1", None, ""),
    ]
    assert (verify_log().last_hash, LogHead.objects.get()) == public
    assert LogHead.objects.get().site_version == 1
