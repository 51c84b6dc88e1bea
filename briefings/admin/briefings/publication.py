"""What readers have and will have, beside the draft as it was saved: in how many parts the two differ."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from briefings import workflow
from briefings.admin.briefings.status import BriefingStatus, status_of
from briefings.admin.briefings.versions import contents_to_compare
from briefings.comparison import compare_texts
from briefings.content import BriefingContent, from_canonical
from briefings.models import Draft, Edition, StoredText, User


@dataclass(frozen=True)
class Publication:
    """In how many parts the draft differs from the `live` and the `scheduled` edition; None where there is none."""

    live: int | None = None
    scheduled: int | None = None


def publication_of(status: BriefingStatus, content: BriefingContent) -> Publication:
    """How the draft, which says `content`, differs from what is live and scheduled. A query, where anything is."""
    editions = [edition for edition in (_listed(status), status.scheduled) if edition]
    if not editions:
        return Publication()
    stored = StoredText.objects.filter(pk__in={edition.text_id for edition in editions}, text__isnull=False)
    texts = {text.pk: from_canonical(text.text) for text in stored}
    counts = [
        _changes(texts[edition.text_id], content) if edition and edition.text_id in texts else None
        for edition in (_listed(status), status.scheduled)
    ]
    return Publication(*counts)


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


def _listed(status: BriefingStatus) -> Edition | None:
    return None if status.is_gone else status.live


def _changes(edition: BriefingContent, draft: BriefingContent) -> int:
    before, after = contents_to_compare(edition, draft, is_edition=True)
    return sum(part.is_changed for part in compare_texts(before, after)) if before != after else 0
