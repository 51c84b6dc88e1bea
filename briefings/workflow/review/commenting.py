"""Comments on a draft: written on a part or on the whole, to somebody or to nobody, resolved and opened again."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy, working_copy
from briefings.audit import enter
from briefings.content.text import is_blank
from briefings.deliveries import notify
from briefings.models import AuditEntry, Briefing, Comment, Delivery, User
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.publishing import change_note
from briefings.workflow.refusals import Refused
from briefings.workflow.review.mentions import mentioned

LONGEST = 2000


@transaction.atomic
def comment(briefing: Briefing, *, text: str, by: User | None, part: str = "") -> Comment:
    """Comment on the part with that key, or on the whole. Whoever is named by `@name` is its addressee.

    The same open comment once more is the one that is there. Raises Refused.
    """
    ask("comment", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    text = text.strip()
    change, reasons = change_note.build(text)
    reasons += refusals_of_version(draft, expected=None, act="comment")
    if is_blank(text):
        reasons.append(_("Write the comment."))
    if len(text) > LONGEST:
        reasons.append(_("The comment holds more than %(most)d characters. Shorten it.") % {"most": LONGEST})
    if part and part not in working_copy.read(draft).parts:
        reasons.append(_("That part is not saved yet, or is gone. Save the text first, then comment on it."))
    addressees, unknown = mentioned(text[:LONGEST], policy.who_may("read", briefing))
    reasons += [
        _("Nobody who may read this briefing is called “%(name)s”. Choose a name of the list, or leave the @ out.")
        % {"name": name}
        for name in unknown
    ]
    if reasons:
        raise Refused(*reasons)
    text = change.note
    if twin := Comment.objects.open().filter(briefing=briefing, part=part, by=by, text=text).first():
        return twin
    made = Comment.objects.create(briefing=briefing, part=part, text=text, by=by, at=timezone.now())
    made.addressees.set(addressees)
    _enter(AuditEntry.Action.COMMENTED, made, by=by)
    notify(Delivery.Kind.COMMENTED, briefing=briefing, to=addressees or [draft.owner], by=by, part=part)
    return made


@transaction.atomic
def resolve(comment: Comment, *, by: User | None) -> Comment:
    """Close a comment. One that is resolved already stays as it is. Raises Refused."""
    comment = _locked(comment, by=by)
    if comment.resolved_at is None:
        comment.resolved_by, comment.resolved_at = by, timezone.now()
        comment.save(update_fields=["resolved_by", "resolved_at"])
        _enter(AuditEntry.Action.RESOLVED, comment, by=by)
    return comment


@transaction.atomic
def reopen(comment: Comment, *, by: User | None) -> Comment:
    """Open a resolved comment again. One that is open stays as it is. Raises Refused."""
    comment = _locked(comment, by=by)
    if comment.resolved_at is not None:
        comment.resolved_by = comment.resolved_at = None
        comment.save(update_fields=["resolved_by", "resolved_at"])
        _enter(AuditEntry.Action.REOPENED, comment, by=by)
    return comment


def about(comment: Comment) -> str:
    """How the record names a comment."""
    return f"comment:{comment.pk}"


def _locked(comment: Comment, *, by: User | None) -> Comment:
    ask("comment", by=by, briefing=comment.briefing)
    draft = lock_draft(comment.briefing)
    if reasons := refusals_of_version(draft, expected=None, act="comment"):
        raise Refused(*reasons)
    return Comment.objects.get(pk=comment.pk)


def _enter(action: str, comment: Comment, *, by: User | None) -> None:
    enter(action, by=by, briefing=comment.briefing, about=about(comment))
