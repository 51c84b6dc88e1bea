"""What readers have and will have of a briefing, beside its draft: the parts that differ, and what kind of change."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from briefings import comparison, readiness, workflow
from briefings.admin.briefings.status import BriefingStatus, status_of
from briefings.admin.briefings.versions import contents_to_compare
from briefings.content import BriefingContent, from_canonical
from briefings.models import Draft, Edition, StoredText, User

Changed = tuple[comparison.ComparedPart, ...]


@dataclass(frozen=True)
class Difference:
    """The parts of the draft that are not as they stand in `text`, which is published or scheduled."""

    text: BriefingContent
    parts: Changed

    @classmethod
    def of(cls, text: BriefingContent, draft: BriefingContent) -> "Difference":
        before, after = contents_to_compare(text, draft, is_edition=True)
        compared = comparison.compare_texts(before, after) if before != after else ()
        return cls(text, tuple(part for part in compared if part.is_changed))


@dataclass(frozen=True)
class Publication:
    """How the draft differs from what is `live` and what is `scheduled`.

    None where there is nothing, or a notice, or its text was erased. A change is made to `base`: to what readers have,
    or will have as it is scheduled, for that was judged when it was. None where readers have none.
    """

    live: Difference | None = None
    scheduled: Difference | None = None
    base: Difference | None = None
    is_gone: bool = False

    @classmethod
    def of(cls, status: BriefingStatus, content: BriefingContent) -> "Publication":
        """That of the draft, which says `content`. One query where anything is live or scheduled."""
        live = None if status.is_gone else status.live
        editions = [edition for edition in (live, status.scheduled) if edition]
        stored = StoredText.objects.filter(pk__in={one.text_id for one in editions}, text__isnull=False)
        texts = {text.pk: Difference.of(from_canonical(text.text), content) for text in stored} if editions else {}
        now, later = (edition and texts.get(edition.text_id) for edition in (live, status.scheduled))
        return cls(now, later, (later if status.scheduled else now) if live else None, status.is_gone)

    @property
    def proposed_kind(self) -> str:
        """Minor for a change of spelling, major for more, never a correction; "" where nothing differs or is live."""
        if self.base is None:
            return Edition.Kind.MAJOR if self.is_gone else ""
        if not self.base.parts:
            return ""
        return Edition.Kind.MINOR if comparison.is_spelling_only(self.base.parts) else Edition.Kind.MAJOR

    def untold(self, content: BriefingContent) -> tuple[readiness.Finding, ...]:
        """What readers are not told of, if `content` is a minor change."""
        return readiness.of_minor_change(self.base.parts, self.base.text, content) if self.base else ()


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
