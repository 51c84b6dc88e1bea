"""A few names on file, of those that a user may know: each is asked for by itself, not all of the file first."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from briefings import policy
from briefings.admin.briefings.name_lookup import readable
from briefings.models import Byline, Person, PublishedQuote, PublishedTopic, Quote, Topic, TopicUse, User

Thing = TypeVar("Thing", Person, Topic)
MOST = 40
"""So many that are meant are looked at."""


def known(meant: "QuerySet[Thing]", user: User) -> list[Thing]:
    """Those of the first `meant` of whom `user` may know, in order. The rule is that of `name_lookup`. Two queries."""
    rows = list(meant.select_related("merged_into")[:MOST])
    if not rows or policy.may_to_all(user, "read"):
        return rows
    model = type(rows[0])
    keys = {one.pk for row in rows for one in (row, row.merged_into) if one}
    may = set(model.objects.filter(_is_known(model, user), pk__in=keys).values_list("pk", flat=True))
    return [row for row in rows if row.pk in may or row.merged_into_id in may]


def _is_known(model: type[Person] | type[Topic], user: User) -> Q:
    drafts = policy.drafts(user, "read")
    if model is Topic:
        used = TopicUse.objects.filter(tag=OuterRef("pk"), content_object__in=drafts)
        return Q(Exists(used)) | Q(Exists(readable(PublishedTopic).filter(topic=OuterRef("uuid"))))
    quoted = Quote.objects.filter(person=OuterRef("pk"), parent__in=drafts)
    signed = Byline.objects.filter(person=OuterRef("pk"), draft__in=drafts)
    public = readable(PublishedQuote).filter(person=OuterRef("uuid"))
    return Q(Exists(quoted)) | Q(Exists(signed)) | Q(Exists(public))
