"""The people and topics on file of whom a user may know: everybody and all, or who and what stands in drafts of theirs
or in what strangers can read. It is asked of each row by itself, so that a few names cost what a few rows cost.
"""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from briefings import policy
from briefings.models import Byline, Person, PublishedQuote, PublishedTopic, Quote, Topic, TopicUse, User
from briefings.public import editions

Thing = TypeVar("Thing", Person, Topic)
MOST = 40
"""So many that are meant are looked at."""


def known_to(user: User, model: type[Thing]) -> "QuerySet[Thing]":
    """Those of whom `user` may know. Whoever was merged into one of them is among them: a form that was opened before
    still says so.
    """
    if policy.may_to_all(user, "read"):
        return model.objects.all()
    is_named = _is_topic_used if model is Topic else _is_person_named
    return model.objects.filter(is_named(user, "") | is_named(user, "merged_into__"))


def known(meant: "QuerySet[Thing]", user: User) -> list[Thing]:
    """Those of the first `meant` of whom `user` may know, in order. Two queries at most."""
    rows = list(meant.select_related("merged_into")[:MOST])
    if not rows or policy.may_to_all(user, "read"):
        return rows
    may = set(known_to(user, type(rows[0])).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    return [row for row in rows if row.pk in may]


def readable(rows: type[PublishedQuote] | type[PublishedTopic]) -> QuerySet:
    """Those of editions that strangers can read: gone live, and not closed by a withdrawal, a removal or a merge."""
    now = timezone.now()
    return rows.objects.gone_live(now).exclude(Exists(editions.ended_since(now, briefing="edition__briefing")))


def _is_person_named(user: User, which: str) -> Q:
    """Whether the row, or the one that `which` leads to, is named so that `user` may know."""
    drafts, person = policy.drafts(user, "read"), OuterRef(f"{which}pk")
    quoted = Quote.objects.filter(person=person, parent__in=drafts)
    signed = Byline.objects.filter(person=person, draft__in=drafts)
    public = readable(PublishedQuote).filter(person=OuterRef(f"{which}uuid"))
    return Q(Exists(quoted)) | Q(Exists(signed)) | Q(Exists(public))


def _is_topic_used(user: User, which: str) -> Q:
    used = TopicUse.objects.filter(tag=OuterRef(f"{which}pk"), content_object__in=policy.drafts(user, "read"))
    public = readable(PublishedTopic).filter(topic=OuterRef(f"{which}uuid"))
    return Q(Exists(used)) | Q(Exists(public))
