"""Importing a draft into a new briefing, and publishing it on demand where it is ready."""

from django.db import transaction
from django.utils import timezone

from briefings import importing, workflow, working_copy
from briefings.content import BriefingContent
from briefings.models import Draft, Edition
from briefings.working_copy.embargo_columns import embargo_columns


class NotPublished(Exception):
    """Raised where the draft was saved and publishing refused. Its text is every reason at once."""

    def __init__(self, draft: Draft, refusal: workflow.Refused) -> None:
        self.draft, self.refusal = draft, refusal
        super().__init__(str(refusal))


def import_content(
    content: BriefingContent,
    *,
    origin: str,
    accept_guesses: bool = False,
    publish: bool = False,
    scheduling_note: str = "",
) -> tuple[Draft, Edition | None, tuple[str, ...]]:
    """Save a new draft, and publish it on demand. Returns the draft, its edition or None, and sentences on guesses that
    were accepted.

    Raises ContentRefused, where nothing was saved, and NotPublished, where the draft was.
    """
    accepted: tuple[str, ...] = ()
    with transaction.atomic():
        draft = working_copy.create(
            content,
            by=None,
            name="as imported",
            detail=f"imported from {origin}",
            **embargo_columns(scheduling_note, on=timezone.localdate()),
        )
        if accept_guesses:
            understood = working_copy.read(draft)
            content, accepted = importing.accept_guesses(understood)
            working_copy.write(
                draft,
                content,
                expected=draft.version,
                by=None,
                name="guesses accepted",
                detail=f"guesses accepted in {', '.join(_changed(understood, content)) or 'no part'}",
            )
    if not publish:
        return draft, None, accepted
    try:
        return draft, workflow.publish(draft.briefing, by=None, expected=draft.version), accepted
    except workflow.Refused as refusal:
        raise NotPublished(draft, refusal) from refusal


def _changed(before: BriefingContent, after: BriefingContent) -> list[str]:
    """Keys of the parts that differ. The audit log names parts and no words, since a text may be erased by order."""
    parts = {part.key: part for part in (*after.blocks, *after.faq)}
    return [part.key for part in (*before.blocks, *before.faq) if parts.get(part.key) != part]
