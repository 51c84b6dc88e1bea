"""The trash, for a pasted draft that was given up."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings import policy
from briefings.audit import enter
from briefings.models import AuditEntry, Original, User
from briefings.workflow import Refused


@transaction.atomic
def give_up(original: Original, *, by: User) -> None:
    """Move a pasted draft that became no briefing to the trash. Raises Refused."""
    locked = _locked(original, by=by)
    if locked.is_decided:
        raise Refused(_("This pasted draft became a briefing. Only one that was given up goes to the trash."))
    if locked.trashed_at is None:
        Original.objects.filter(pk=locked.pk).update(trashed_at=timezone.now())
        enter(AuditEntry.Action.TRASHED, by=by, about=f"original:{locked.uuid}")


@transaction.atomic
def resume(original: Original, *, by: User) -> None:
    """Take it out of the trash, as it went there. Raises Refused."""
    if _locked(original, by=by).trashed_at is not None:
        Original.objects.filter(pk=original.pk).update(trashed_at=None)
        enter(AuditEntry.Action.BROUGHT_BACK, by=by, about=f"original:{original.uuid}")


def _locked(original: Original, *, by: User) -> Original:
    allowed = (policy.originals(by, "write") | policy.trashed_originals(by)).filter(pk=original.pk)
    locked = Original.objects.select_for_update(no_key=True).filter(pk__in=allowed.values("pk")).first()
    if locked is None:
        raise Refused(_("You may not move this pasted draft. Ask whoever pasted it, or an editor."))
    return locked
