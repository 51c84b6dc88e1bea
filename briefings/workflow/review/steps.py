"""The steps of a review: submit, send back, approve. Readers notice none of them, so the log has none."""

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import policy
from briefings.audit import enter
from briefings.content.text import is_blank
from briefings.deliveries import notify
from briefings.desk_words import moment_in_words
from briefings.models import AuditEntry, Briefing, Delivery, Draft, User
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.publishing import change_note
from briefings.workflow.refusals import Refused
from briefings.workflow.review.own_work import OwnWork, own_work
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
    if reasons:
        raise Refused(*reasons)
    detail = f"version {draft.version}"
    draft = moved(draft, by=by, to=State.IN_REVIEW, action="submitted", detail=detail, note=draft.submit_note)
    notify(Delivery.Kind.REVIEW, briefing=briefing, to=policy.who_may("review", briefing), by=by)
    return draft


@transaction.atomic
def request_changes(
    briefing: Briefing, *, by: User | None, note: str, expected: int | None = None, state: str | None = None
) -> Draft:
    """Send the draft back with a `note`, which it keeps until it is approved.

    An approval of the draft ends. `state` is the one in which it was looked at. Raises Refused.
    """
    ask("request changes", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    change, refused = change_note.build(note)
    reasons = [*refusals_of_version(draft, expected=expected, act="request changes"), *refused]
    reasons += refusals_of_state(draft, seen=state)
    if draft.state == State.DRAFT:
        reasons.append(_("Nobody has submitted this text for review."))
    if draft.state == State.CHANGES_REQUESTED:
        reasons.append(_("This text was sent back already."))
    if is_blank(note):
        reasons.append(_("Write what has to be changed."))
    if reasons:
        raise Refused(*reasons)
    draft.review_note, detail = change.note, f"version {draft.version}"
    to = State.CHANGES_REQUESTED
    draft = moved(draft, by=by, to=to, action="changes requested", detail=detail, note=draft.review_note)
    notify(Delivery.Kind.SENT_BACK, briefing=briefing, to=who_waits(draft), by=by)
    return draft


@transaction.atomic
def approve(briefing: Briefing, *, by: User | None, expected: int, state: str | None = None) -> Draft:
    """Approve the draft at the version `expected`; `state` is the one in which it was looked at.

    Raises Refused where somebody saved since, or where it holds work of `by` that nobody else has approved.
    """
    ask("approve", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    reasons = [*refusals_of_version(draft, expected=expected, act="approve"), *refusals_of_state(draft, seen=state)]
    if draft.state == State.APPROVED:
        reasons.append(_("This text is approved already."))
    elif by is not None:
        reasons += refusals_of_own_work(own_work(draft, of=by), of=by)
    if reasons:
        raise Refused(*reasons)
    return approved(draft, by=by, action="approved", detail=f"version {draft.version}")


def refusals_of_state(draft: Draft, *, seen: str | None) -> list[str]:
    """The reason against a decision where somebody else decided since the draft was looked at."""
    if seen is None or draft.state == seen:
        return []
    sentence = _("Somebody else decided meanwhile: this text is in the state “%(state)s” by now. Look at it again.")
    return [sentence % {"state": draft.get_state_display()}]


def who_waits(draft: Draft) -> list[User | None]:
    """Who wants to know how a review ended: whoever began the draft, and whoever submitted it last."""
    submitted = AuditEntry.objects.filter(briefing=draft.briefing_id, action=AuditEntry.Action.SUBMITTED)
    last = submitted.select_related("by").order_by("at", "id").last()
    return [draft.owner, last.by if last else None]


def refusals_of_own_work(work: OwnWork | None, *, of: User) -> list[str]:
    """The reason why `of`, whose `work` nobody has approved, may not approve it."""
    if work is None:
        return []
    save = work.revision
    values = {"version": save.version, "when": moment_in_words(save.saved_at), "name": save.briefing.draft}
    if save.by != of:
        sentence = _("You pasted what version %(version)s of “%(name)s” was made from, and nobody has approved it yet.")
    elif work.came_back:
        sentence = _(
            "Words that you saved on %(when)s, in version %(version)s of “%(name)s”, stand in this text again, and "
            "nobody has approved them yet."
        )
    else:
        sentence = _("You saved version %(version)s of this text on %(when)s, and nobody has approved it yet.")
    advice = _("Somebody else has to.")
    return [f"{sentence % values} {advice}"]


def approved(draft: Draft, *, by: User | None, action: str, detail: str) -> Draft:
    """The locked draft, approved at its version. The notes of its review are done with."""
    draft.approved_by, draft.approved_version = by, draft.version
    draft.review_note = draft.submit_note = ""
    draft = moved(draft, by=by, to=State.APPROVED, action=action, detail=detail)
    forget_alone(draft.briefing)
    notify(Delivery.Kind.APPROVED, briefing=draft.briefing, to=who_waits(draft), by=by)
    return draft


def moved(draft: Draft, *, by: User | None, to: str, action: str, detail: str, note: str = "") -> Draft:
    """The locked draft in the state `to`, and on record, with the words that went with it."""
    draft.state = to
    draft.save(update_fields=["state", "approved_by", "approved_version", "review_note", "submit_note"])
    enter(action, by=by, briefing=draft.briefing, detail=detail, note=note)
    return draft
