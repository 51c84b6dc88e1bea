"""Published alone: on record where somebody published words that nobody else had read, until somebody else looks."""

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import policy
from briefings.audit import enter
from briefings.deliveries import notify
from briefings.models import AuditEntry, Briefing, Delivery, Draft, Edition, ListedDraft, User
from briefings.workflow.drafts import lock_draft
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused
from briefings.workflow.review.own_work import own_work
from briefings.workflow.review.second_person import is_second_person_missed


def note_alone(draft: Draft, published: Edition, *, kinds: list[str], by: User | None) -> None:
    """Put on record that `by` published the locked `draft` alone, if that is so, and tell those who may review.

    It is where the newsroom wants a second person for one of the `kinds` of edition, nobody approved the text, and it
    holds work of `by` that nobody else approved: whoever publishes a colleague's text is the second to read it.
    """
    if by is None or not is_second_person_missed(draft, kinds=kinds):
        return
    if own_work(draft, of=by) is None:
        return
    detail = f"version {draft.version}"
    entry = enter(AuditEntry.Action.ALONE, by=by, briefing=draft.briefing, detail=detail)
    ListedDraft.objects.filter(draft=draft).update(alone=entry)
    second = policy.who_may("review", draft.briefing)
    notify(Delivery.Kind.ALONE, briefing=draft.briefing, to=second, by=by, edition=published)


def forget_alone(briefing: Briefing) -> None:
    """Nobody has to look any more: somebody approved a later text, or readers have it no more."""
    ListedDraft.objects.filter(draft__briefing=briefing, alone__isnull=False).update(alone=None)


@transaction.atomic
def look_at(briefing: Briefing, *, by: User | None, expected: int | None) -> None:
    """Put on record that `by` looked at what was published alone; `expected` is the act of that which they saw.

    Raises Refused where there is nothing to look at any more, and where it is their own.
    """
    ask("look at", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    listed = ListedDraft.objects.select_related("alone__by").get(draft=draft)
    if listed.alone is None:
        raise Refused(_("Somebody has looked at this already, or readers have it no more."))
    if listed.alone_id != expected:
        raise Refused(_("Something else was published alone since this page was opened. Look at that."))
    if listed.alone.by == by:
        raise Refused(_("You published this yourself. Somebody else has to look at it."))
    enter(AuditEntry.Action.LOOKED_AT, by=by, briefing=briefing, detail=listed.alone.detail)
    forget_alone(briefing)
