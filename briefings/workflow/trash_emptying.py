"""Emptying the trash: what waited there for its time goes for good, with every word, and the record says so.

What was called off stays, for its link holds its text in the chain; so do topics and people, whom revisions name.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from briefings.audit import enter
from briefings.models import AuditEntry, Draft, EditBuffer, Edition, Original, Revision, StoredText
from briefings.models.words_field import forget_deleted_words
from briefings.workflow.drafts import lock_draft
from briefings.workflow.erasure import notes_and_comments
from briefings.working_copy import draft_words


def empty_trash(*, before: datetime) -> int:
    """Delete the drafts and pasted drafts that went to the trash `before` that moment. Returns how many."""
    drafts = deletable(Draft.objects.filter(trashed_at__lt=before)).select_related("briefing")
    pasted = Original.objects.filter(revision=None, trashed_at__lt=before).defer("data")
    deleted = sum(_delete_draft(draft, before=before) for draft in drafts)
    if deleted:
        forget_deleted_words()
    return deleted + sum(_delete_pasted(original, before=before) for original in pasted)


def deletable(drafts: QuerySet[Draft]) -> QuerySet[Draft]:
    """Those that the log knows nothing of, not even as called off."""
    return drafts.exclude(Exists(Edition.objects.filter(briefing=OuterRef("briefing"))))


@transaction.atomic
def _delete_draft(draft: Draft, *, before: datetime) -> bool:
    """Delete it with its rows, the words of its revisions, what was typed and not saved, notes, comments,
    links to it, and the drafts pasted for it.

    It remains on record that the briefing was, who saved it and when. Nothing happens where it was brought back.
    """
    locked, briefing = lock_draft(draft.briefing), draft.briefing
    if locked.trashed_at is None or locked.trashed_at >= before:
        return False
    # First, for it is the order by which the database lets the texts go.
    enter(AuditEntry.Action.DELETED, by=None, briefing=briefing, detail=f"version {locked.version}")
    revisions = Revision.objects.filter(briefing=briefing)
    StoredText.objects.filter(hash__in=revisions.values("text")).update(text=None)
    revisions.exclude(name="").update(name="")
    EditBuffer.objects.filter(briefing_uuid=briefing.uuid).delete()
    notes_and_comments.forget(briefing)
    briefing.draft_links.all().delete()
    briefing.originals.all().delete()
    draft_words.remove(locked.pk)
    locked.delete()
    return True


@transaction.atomic
def _delete_pasted(original: Original, *, before: datetime) -> bool:
    locked = Original.objects.select_for_update(no_key=True).filter(
        pk=original.pk, trashed_at__lt=before, revision=None
    )
    if not locked.exists():
        return False
    enter(AuditEntry.Action.DELETED, by=None, about=f"original:{original.uuid}")
    locked.delete()
    return True
