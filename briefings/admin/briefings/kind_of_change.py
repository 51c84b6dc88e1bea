"""Which kind of change the panel proposes: by what differs from what readers have, never a correction."""

from briefings import comparison
from briefings.admin.briefings.status import BriefingStatus
from briefings.content import BriefingContent, from_canonical
from briefings.models import Edition, StoredText


def text_before(status: BriefingStatus) -> BriefingContent | None:
    """The text that a change is made to: what readers have, or will have as it is scheduled. None where they have none.

    One query where there is one. What was scheduled was judged when it was.
    """
    if status.live is None or status.is_gone:
        return None
    newest = status.scheduled or status.live
    text = StoredText.objects.filter(pk=newest.text_id).values_list("text", flat=True).first()
    return from_canonical(text) if text is not None else None


def proposed_kind(status: BriefingStatus, before: BriefingContent | None, content: BriefingContent) -> str:
    """Minor for a change of spelling, major for more; "" where nothing differs or nothing is live."""
    if before is None:
        return Edition.Kind.MAJOR if status.is_gone else ""
    parts = comparison.compare_texts(before, content.for_readers())
    if not any(part.is_changed for part in parts):
        return ""
    return Edition.Kind.MINOR if comparison.is_spelling_only(parts) else Edition.Kind.MAJOR
