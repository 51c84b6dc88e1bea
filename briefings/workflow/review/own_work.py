"""Work of one's own in a draft that nobody else has approved."""

from django.db.models import QuerySet

from briefings.models import Draft, Revision, User


def own_saves(draft: Draft, *, of: User) -> QuerySet[Revision]:
    """The saves of the draft by `of` that nobody has approved, oldest first."""
    # Where changes were asked for after an approval, the present version is no longer approved.
    approved = min(draft.approved_version or 0, draft.version - 1)
    return Revision.objects.filter(briefing=draft.briefing_id, by=of, version__gt=approved).order_by("version")


def own_work(draft: Draft, *, of: User) -> Revision | None:
    """The last save of the draft by `of` that nobody has approved, so that they may not approve it either."""
    return own_saves(draft, of=of).last()
