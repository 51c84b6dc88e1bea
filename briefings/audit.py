"""The audit log: who did what, when. Append-only; it names parts and versions, and holds no word of a briefing."""

from django.utils import timezone

from briefings.models import AuditEntry, Briefing, LogHead, User


def enter(
    action: str,
    *,
    by: User | None,
    briefing: Briefing | None = None,
    about: str = "",
    detail: str = "",
    head: LogHead | None = None,
) -> AuditEntry:
    """Say that `by` (None: at the command line) did `action`; a public act names the `head` of the log after it.

    `about` names what is no briefing, as in `person:<uuid>`.
    """
    return AuditEntry.objects.create(
        at=timezone.now(),
        by=by,
        action=action,
        briefing=briefing,
        about=about,
        detail=detail,
        head_seq=head.seq if head else None,
        head_hash=head.hash if head else "",
    )
