"""Which kind of change the panel proposes: by what differs from what readers have, never a correction."""

from briefings import comparison
from briefings.admin.briefings.status import BriefingStatus
from briefings.content import BriefingContent
from briefings.models import Edition


def proposed_kind(status: BriefingStatus, before: BriefingContent | None, content: BriefingContent) -> str:
    """Minor for a change of spelling, major for more; "" where nothing differs or nothing is live."""
    if before is None:
        return Edition.Kind.MAJOR if status.is_gone else ""
    parts = comparison.compare_texts(before, content.for_readers())
    if not any(part.is_changed for part in parts):
        return ""
    return Edition.Kind.MINOR if comparison.is_spelling_only(parts) else Edition.Kind.MAJOR
