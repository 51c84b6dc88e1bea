"""The end of every public act: the site's version grows, and the audit log gets the act and the head of the chain."""

from briefings.auditing import enter
from briefings.models import AuditEntry, Briefing, User
from briefings.workflow.chain import lock_head


def record(action: str, *, by: User | None, briefing: Briefing | None, detail: str = "") -> AuditEntry:
    """Say in the audit log who did `action`; bumps the site's version."""
    head = lock_head()
    head.site_version += 1
    head.save(update_fields=["site_version"])
    return enter(action, by=by, briefing=briefing, detail=detail, head=head)
