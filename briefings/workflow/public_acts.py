"""The end of every public act: the site's version grows, and the audit log gets the act and the head of the chain."""

from briefings.audit import enter
from briefings.log.chain import lock_head
from briefings.models import AuditEntry, Briefing, User


def record(
    action: str, *, by: User | None, briefing: Briefing | None = None, about: str = "", detail: str = ""
) -> AuditEntry:
    """Say in the audit log who did `action`, to a briefing or `about` another thing; bumps the site's version."""
    head = lock_head()
    head.site_version += 1
    head.save(update_fields=["site_version"])
    return enter(action, by=by, briefing=briefing, about=about, detail=detail, head=head)
