"""What the start page tells somebody: the entries that they have not seen, of what they may read now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from briefings import policy
from briefings.deliveries import sentences
from briefings.models import Comment, Delivery, Draft, User

MOST = 20
Kind, State = Delivery.Kind, Draft.State


@dataclass(frozen=True)
class Matter:
    """What an entry is about: a list of the page that has it needs no entry beside it."""

    kind: str
    briefing: int
    part: str = ""


@dataclass(frozen=True)
class Told:
    """An entry of the start page: a sentence, and the address that it leads to."""

    pk: int
    kind: str
    sentence: str
    path: str
    at: datetime


def told(user: User, *, besides: Collection[Matter] = (), most: int = MOST) -> list[Told]:
    """The newest entries that `user` has not seen, at most so many. Two queries, and the policy's.

    Left out are drafts that they may not read any more, what is in the trash, what is over, and the matters `besides`.
    """
    shown = Q(pk=None)
    for matter in besides:
        shown |= Q(kind=matter.kind, briefing=matter.briefing, part=matter.part)
    entries = list(unseen(user).exclude(shown).select_related("by")[:most])
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
    readable = policy.drafts(user, "read").filter(briefing=OuterRef("briefing"))
    theirs = Q(by=OuterRef("by")) | Q(by=None)
    comments = Comment.objects.open().filter(theirs, briefing=OuterRef("briefing"), part=OuterRef("part"))
    goes_on = (
        Q(Exists(readable.filter(state=State.IN_REVIEW)), kind=Kind.REVIEW)
        | Q(Exists(readable.filter(state=State.CHANGES_REQUESTED)), kind=Kind.SENT_BACK)
        | Q(Exists(readable.exclude(listed__alone=None)), kind=Kind.ALONE)
        | Q(Exists(comments), kind=Kind.COMMENTED)
        | ~Q(kind__in=(Kind.REVIEW, Kind.SENT_BACK, Kind.ALONE, Kind.COMMENTED))
    )
    return waiting.filter(Exists(readable), goes_on)
