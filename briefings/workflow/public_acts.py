"""The last step of every public act: the site's version grows, and the audit log notes the act and the log's head."""

from briefings.audit import enter
from briefings.log.chain import lock_head
from briefings.models import AuditEntry, Briefing, LogHead, User


def record(
    action: str,
    *,
    by: User | None,
    briefing: Briefing | None = None,
    about: str = "",
    detail: str = "",
    head: LogHead | None = None,
) -> AuditEntry:
    """Note in the audit log who did `action`, to a `briefing` or `about` another thing; count the site's version up.

    `head` is the locked head as the last link of the act left it, where the caller has it at hand.
    """
    head = head or lock_head()
    head.site_version += 1
    head.save(update_fields=["site_version"])
    return enter(action, by=by, briefing=briefing, about=about, detail=detail, head=head)
