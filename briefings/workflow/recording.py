"""The end of every public act: the site's version grows, and the audit log gets the act and the head of the chain."""

from django.utils import timezone

from briefings.models import AuditEntry, Briefing, User
from briefings.workflow.chain import lock_head


def record(action: str, *, by: User | None, briefing: Briefing | None, detail: str = "") -> AuditEntry:
    """Say in the audit log who did `action`; bumps the site's version."""
    head = lock_head()
    head.site_version += 1
    head.save(update_fields=["site_version"])
    return AuditEntry.objects.create(
        at=timezone.now(),
        by=by,
        action=action,
        briefing=briefing,
        detail=detail,
        head_seq=head.seq,
        head_hash=head.hash,
    )
