"""What the start page tells somebody: the entries that they have not seen, of what they may read now."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from briefings import policy
from briefings.deliveries import sentences
from briefings.models import Delivery, Draft, User

MOST = 20


@dataclass(frozen=True)
class Told:
    """An entry of the start page: a sentence, and the address that it leads to."""

    pk: int
    kind: str
    sentence: str
    path: str
    at: datetime


def told(user: User, *, most: int = MOST) -> list[Told]:
    """The newest entries that `user` has not seen, at most so many. Two queries, and the policy's.

    Left out are drafts that they may not read any more, what is in the trash, and a review that is over.
    """
    entries = list(unseen(user).select_related("by")[:most])
    drafts = Draft.objects.in_bulk([entry.briefing_id for entry in entries], field_name="briefing_id")
    return [
        Told(
            entry.pk,
            entry.kind,
            sentences.on_desk(entry, draft),
            sentences.path_to(entry, draft),
            entry.created_at,
        )
        for entry in entries
        if (draft := drafts.get(entry.briefing_id))
    ]


def unseen(user: User) -> QuerySet[Delivery]:
    """The rows of these entries, newest first."""
    waiting = Delivery.objects.filter(to=user, channel=Delivery.Channel.DESK, state=Delivery.State.WAITING)
    readable = policy.drafts(user, "read")
    in_review = readable.filter(state=Draft.State.IN_REVIEW)
    is_over = waiting.filter(kind=Delivery.Kind.REVIEW).exclude(briefing__in=in_review.values("briefing"))
    return waiting.filter(briefing__in=readable.values("briefing")).exclude(pk__in=is_over.values("pk"))
