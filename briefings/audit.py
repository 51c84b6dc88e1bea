"""The audit log: who did what, and when. It is append-only, and names parts and versions, never words of a briefing."""

from django.utils import timezone

from briefings.models import ActNote, AuditEntry, Briefing, LogHead, User


def enter(
    action: str,
    *,
    by: User | None,
    briefing: Briefing | None = None,
    about: str = "",
    detail: str = "",
    head: LogHead | None = None,
    note: str = "",
) -> AuditEntry:
    """Append the entry that `by` (None at the command line) did `action`.

    `about` names what is no briefing, as in `person:<uuid>`, or what of a briefing it is about. `head` is the head of
    the log after a public act. `note` are the words that went with the act: they stand apart, where erasing reaches.
    """
    entry = AuditEntry.objects.create(
        at=timezone.now(),
        by=by,
        action=action,
        briefing=briefing,
        about=about,
        detail=detail,
        head_seq=head.seq if head else None,
        head_hash=head.hash if head else "",
    )
    if note:
        ActNote.objects.create(entry=entry, text=note)
    return entry
