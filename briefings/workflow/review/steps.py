"""The steps of a review: submit, send back, approve. Readers notice none of them, so the log has none."""

from django.db import transaction
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.desk_words import moment_in_words
from briefings.models import Briefing, Draft, User
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.publishing import change_note
from briefings.workflow.refusals import Refused
from briefings.workflow.review.own_work import own_work
from briefings.workflow.review.second_look import forget_alone

State = Draft.State


@transaction.atomic
def submit(briefing: Briefing, *, by: User | None, expected: int | None = None, note: str = "") -> Draft:
    """Submit the draft for review by a second person, with a `note` to them, which it keeps until it is approved.

    `expected` is the version that was looked at. Raises Refused.
    """
    ask("submit", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    change, refused = change_note.build(note)
    reasons = [*refusals_of_version(draft, expected=expected, act="submit"), *refused]
    draft.submit_note = change.note if change else ""
    if draft.state == State.IN_REVIEW:
        reasons.append(_("This text is in review already."))
    if draft.state == State.APPROVED:
        reasons.append(_("This text is approved already."))
    return _moved(draft, reasons, by=by, to=State.IN_REVIEW, action="submitted", detail=f"version {draft.version}")


@transaction.atomic
def request_changes(briefing: Briefing, *, by: User | None, note: str, expected: int | None = None) -> Draft:
    """Send the draft back with a `note`, which it keeps until it is approved; the audit log does not hold the note.

    An approval of the draft ends. Raises Refused.
    """
    ask("request changes", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    change, refused = change_note.build(note)
    reasons = [*refusals_of_version(draft, expected=expected, act="request changes"), *refused]
    if draft.state == State.DRAFT:
        reasons.append(_("Nobody has submitted this text for review."))
    if draft.state == State.CHANGES_REQUESTED:
        reasons.append(_("Changes to this text were asked for already."))
    if not note.strip():
        reasons.append(_("Write what has to be changed."))
    draft.review_note = change.note if change else ""
    to, detail = State.CHANGES_REQUESTED, f"version {draft.version}"
    return _moved(draft, reasons, by=by, to=to, action="changes requested", detail=detail)


@transaction.atomic
def approve(briefing: Briefing, *, by: User | None, expected: int) -> Draft:
    """Approve the draft at the version `expected`.

    Raises Refused where somebody saved since, or where it holds work of `by` that nobody else has approved.
    """
    ask("approve", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    reasons = refusals_of_version(draft, expected=expected, act="approve")
    if draft.state == State.APPROVED:
        reasons.append(_("This text is approved already."))
    elif by is not None:
        reasons += _refusals_of_own_work(draft, by=by)
    draft.approved_by, draft.approved_version = by, draft.version
    draft.review_note = draft.submit_note = ""
    _moved(draft, reasons, by=by, to=State.APPROVED, action="approved", detail=f"version {draft.version}")
    forget_alone(briefing)
    return draft


def _refusals_of_own_work(draft: Draft, *, by: User) -> list[str]:
    own = own_work(draft, of=by)
    if own is None:
        return []
    return [
        _(
            "You saved version %(version)s of this text on %(when)s, and nobody has approved it yet. "
            "Somebody else has to."
        )
        % {"version": own.version, "when": moment_in_words(own.saved_at)}
    ]


def _moved(draft: Draft, reasons: list[str], *, by: User | None, to: str, action: str, detail: str) -> Draft:
    if reasons:
        raise Refused(*reasons)
    draft.state = to
    draft.save(update_fields=["state", "approved_by", "approved_version", "review_note", "submit_note"])
    enter(action, by=by, briefing=draft.briefing, detail=detail)
    return draft
