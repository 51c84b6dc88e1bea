"""Handing a draft to somebody else: from then on it is theirs."""

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import policy
from briefings.audit import enter
from briefings.deliveries import notify
from briefings.models import AuditEntry, Briefing, Delivery, Draft, User
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.publishing import change_note
from briefings.workflow.refusals import Refused
from briefings.working_copy import edit_buffers


@transaction.atomic
def hand_over(briefing: Briefing, *, to: User, by: User | None, note: str = "", expected: int | None = None) -> Draft:
    """Make the draft that of `to`, with a `note` to them. Its text and its state stay as they are. Raises Refused."""
    draft = lock_draft(briefing)
    # Asked behind the lock: of two who hand it over at once, the second may have nothing to hand over any more.
    ask("hand over", by=by, briefing=briefing)
    change, reasons = change_note.build(note)
    reasons += refusals_of_version(draft, expected=expected, act="hand over")
    if draft.owner_id == to.pk:
        reasons.append(_("It belongs to %(name)s already.") % {"name": to})
    elif not policy.who_may_own().filter(pk=to.pk).exists():
        reasons.append(_("%(name)s may not write briefings. Choose somebody of the list.") % {"name": to})
    if by and loses_sight(by) and edit_buffers.unsaved(by, [briefing.uuid]).exists():
        reasons.append(
            _("You typed something in it that is not saved, and could not open it any more. Save it or drop it first.")
        )
    if reasons:
        raise Refused(*reasons)
    was, draft.owner = draft.owner, to
    Draft.objects.filter(pk=draft.pk).update(owner=to)  # `saved_at` stays: nobody saved
    detail = f"{was} → {to}" if was else f"→ {to}"
    enter(AuditEntry.Action.HANDED_OVER, by=by, briefing=briefing, detail=detail, note=change.note if change else "")
    notify(Delivery.Kind.HANDED_OVER, briefing=briefing, to=[to], by=by)
    return draft


def loses_sight(user: User) -> bool:
    """Whether `user` can open a draft no more once it is somebody else's."""
    return not policy.may_to_all(user, "read")
