"""The trash: where a draft that readers never had waits to be brought back. No row is deleted, and no word."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.models import AuditEntry, Briefing, Draft, Edition, User
from briefings.workflow.drafts import lock_draft, refusals_of_version
from briefings.workflow.permission import ask
from briefings.workflow.refusals import Refused


def is_unpublished(briefing: Briefing) -> bool:
    """Whether readers never had anything of it, and nothing is scheduled. What was called off they never had."""
    return not Edition.objects.filter(briefing=briefing).not_called_off().exists()


@transaction.atomic
def trash(briefing: Briefing, *, by: User | None, expected: int | None = None) -> Draft:
    """Move the draft to the trash: out of every list and search, until it is brought back. Raises Refused."""
    ask("trash", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    reasons = refusals_of_version(draft, expected=expected, act="trash")
    if not is_unpublished(briefing):
        reasons.append(_("This briefing was published or is scheduled. Only what readers never had goes to the trash."))
    if reasons:
        raise Refused(*reasons)
    return _moved(draft, to=timezone.now(), by=by, action=AuditEntry.Action.TRASHED)


@transaction.atomic
def bring_back(briefing: Briefing, *, by: User | None) -> Draft:
    """Take the draft out of the trash, as it went there. One that is not in it stays as it is. Raises Refused."""
    ask("bring back", by=by, briefing=briefing)
    draft = lock_draft(briefing)
    return draft if draft.trashed_at is None else _moved(draft, to=None, by=by, action=AuditEntry.Action.BROUGHT_BACK)


def _moved(draft: Draft, *, to, by: User | None, action: str) -> Draft:
    # `saved_at` stays: nobody saved.
    Draft.objects.filter(pk=draft.pk).update(trashed_at=to)
    draft.trashed_at = to
    enter(action, by=by, briefing=draft.briefing, detail=f"version {draft.version}")
    return draft
