"""The texts that readers have and will have of a briefing, for whatever compares the draft with them."""

from dataclasses import dataclass

from briefings.admin.briefings.status import BriefingStatus
from briefings.content import BriefingContent, from_canonical
from briefings.models import StoredText


@dataclass(frozen=True)
class PublishedTexts:
    """The text that is `live` and the one that is `scheduled`; None where there is none, or a notice, or it was erased.

    `before` is the text that a change is made to: what readers have, or will have as it is scheduled, for that was
    judged when it was. None where readers have none.
    """

    live: BriefingContent | None = None
    scheduled: BriefingContent | None = None
    before: BriefingContent | None = None

    @classmethod
    def of(cls, status: BriefingStatus) -> "PublishedTexts":
        """One query where anything is live or scheduled."""
        live = None if status.is_gone else status.live
        editions = [edition for edition in (live, status.scheduled) if edition]
        stored = StoredText.objects.filter(pk__in={one.text_id for one in editions}, text__isnull=False)
        texts = {text.pk: from_canonical(text.text) for text in stored} if editions else {}
        now, later = (edition and texts.get(edition.text_id) for edition in (live, status.scheduled))
        return cls(now, later, before=(later if status.scheduled else now) if live else None)
