"""The steps of a review: submit, send back, approve. Readers notice none of them, so the log has none."""

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import policy
from briefings.audit import enter
from briefings.deliveries import notify
from briefings.desk_words import moment_in_words
from briefings.models import AuditEntry, Briefing, Delivery, Draft, Revision, User
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.publishing import change_note
from briefings.workflow.refusals import Refused

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
    draft = _moved(draft, reasons, by=by, to=State.IN_REVIEW, action="submitted", detail=f"version {draft.version}")
    notify(Delivery.Kind.REVIEW, briefing=briefing, to=policy.staff_who_may("review", briefing), by=by)
    return draft


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
    draft = _moved(draft, reasons, by=by, to=to, action="changes requested", detail=detail)
    notify(Delivery.Kind.SENT_BACK, briefing=briefing, to=_who_waits(draft), by=by)
    return draft


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
    draft = _moved(draft, reasons, by=by, to=State.APPROVED, action="approved", detail=f"version {draft.version}")
    notify(Delivery.Kind.APPROVED, briefing=briefing, to=_who_waits(draft), by=by)
    return draft


def own_work(draft: Draft, *, of: User) -> Revision | None:
    """The last save of the draft by `of` that nobody has approved, so that they may not approve it either."""
    # Where changes were asked for after an approval, the present version is no longer approved.
    approved = min(draft.approved_version or 0, draft.version - 1)
    return Revision.objects.filter(briefing=draft.briefing_id, by=of, version__gt=approved).order_by("version").last()


def _who_waits(draft: Draft) -> list[User | None]:
    """Who wants to know how a review ended: whoever began the draft, and whoever submitted it last."""
    submitted = AuditEntry.objects.filter(briefing=draft.briefing_id, action=AuditEntry.Action.SUBMITTED)
    last = submitted.select_related("by").order_by("at", "id").last()
    return [draft.owner, last.by if last else None]


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
