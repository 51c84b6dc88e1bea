"""What colleagues wrote to each other about a text that is erased by order: it may hold words of it."""

from django.utils import timezone

from briefings.models import ActNote, Briefing, Comment, Draft


def forget(briefing: Briefing) -> None:
    """Take the words out of all notes and comments on the briefing. Comments that were open are resolved with that."""
    ActNote.objects.filter(entry__briefing=briefing).update(text="")
    Comment.objects.open().filter(briefing=briefing).update(resolved_at=timezone.now())
    Comment.objects.filter(briefing=briefing).update(text="")
    Draft.objects.filter(briefing=briefing).update(review_note="", submit_note="")
