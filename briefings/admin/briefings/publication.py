"""What readers have and will have, beside the draft as it was saved: in how many parts the two differ."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from briefings import workflow
from briefings.admin.briefings.published_texts import PublishedTexts
from briefings.admin.briefings.status import status_of
from briefings.admin.briefings.versions import contents_to_compare
from briefings.comparison import compare_texts
from briefings.content import BriefingContent
from briefings.models import Draft, Edition, User


@dataclass(frozen=True)
class Publication:
    """In how many parts the draft differs from the `live` and the `scheduled` edition; None where there is none."""

    live: int | None = None
    scheduled: int | None = None


def publication_of(texts: PublishedTexts, content: BriefingContent) -> Publication:
    """How the draft, which says `content`, differs from what is live and scheduled."""
    return Publication(*(text and _changes(text, content) for text in (texts.live, texts.scheduled)))


def reissue(draft: Draft, *, seq: str, by: User) -> Edition:
    """Issue the scheduled edition with that `seq` again with the draft as it stands: its moment, kind and note stay."""
    status = status_of(draft)
    if status.scheduled is None or str(status.scheduled.seq) != seq:
        raise workflow.Refused(_("Something else is scheduled since this page was opened. Look at it first."))
    return workflow.publish(
        draft.briefing,
        by=by,
        change=Edition.Kind.MINOR if status.live else None,
        live_from=status.scheduled.live_from,
        scheduled=workflow.Scheduled.REISSUE,
        expected=draft.version,
    )


def _changes(edition: BriefingContent, draft: BriefingContent) -> int:
    before, after = contents_to_compare(edition, draft, is_edition=True)
    return sum(part.is_changed for part in compare_texts(before, after)) if before != after else 0
