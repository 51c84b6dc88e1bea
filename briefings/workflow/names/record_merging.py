"""Merging two topics, or two entries of one person, into one."""

from typing import TypeVar

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.log import chain
from briefings.models import Byline, Person, Quote, Topic, TopicUse, User
from briefings.workflow.names import public_records
from briefings.workflow.names.reference_names import as_filed, forget_told_apart
from briefings.workflow.permission import ask
from briefings.workflow.public_acts import record
from briefings.workflow.refusals import Refused
from briefings.working_copy import draft_words

Thing = TypeVar("Thing", Topic, Person)
Looked = tuple[str, str] | None


@transaction.atomic
def unite_topics(topic: Topic, *, into: Topic, by: User | None, expected: Looked = None) -> Topic:
    """Merge `topic` into `into`: its address leads there from now on, and drafts use that one.

    `expected` are the values of `as_filed` for both when they were looked at. Raises Refused.
    """
    topic, into = _pair(Topic, topic, into, by=by, expected=expected)
    _lead(topic, into, by=by)
    used = TopicUse.objects.filter(tag=into).values("content_object")
    TopicUse.objects.filter(tag=topic, content_object__in=used).delete()
    TopicUse.objects.filter(tag=topic).update(tag=into)
    draft_words.index_name(into)
    return into


@transaction.atomic
def unite_people(person: Person, *, into: Person, by: User | None, expected: Looked = None) -> Person:
    """Merge `person` into `into`, who then has the quotations of both. Otherwise like `unite_topics`."""
    person, into = _pair(Person, person, into, by=by, expected=expected)
    _lead(person, into, by=by)
    forget_told_apart(person)
    Quote.objects.filter(person=person).update(person=into)
    named = Byline.objects.filter(person=into).values("draft")
    Byline.objects.filter(person=person, draft__in=named).delete()
    Byline.objects.filter(person=person).update(person=into)
    draft_words.index_name(into)
    return into


def _pair(model: type[Thing], one: Thing, other: Thing, *, by: User | None, expected: Looked) -> tuple[Thing, Thing]:
    """Lock both rows, and those merged into either, in key order, so that two merges cannot deadlock; return the two.

    Raises Refused where they are one already, one was merged before or is in the trash, or one was changed since
    it was looked at.
    """
    ask("file", by=by)
    chain.lock_head()
    pair = [one.pk, other.pk]
    both = Q(pk__in=pair) | Q(merged_into__in=pair)
    rows = {row.pk: row for row in model.objects.select_for_update(no_key=True).filter(both).order_by("pk")}
    one, other = rows[one.pk], rows[other.pk]
    if one.pk == other.pk:
        raise Refused(_("These are one already. Choose another to merge it into."))
    if one.merged_into_id or other.merged_into_id:
        raise Refused(_("One of the two was merged into another already. Choose that one."))
    if one.trashed_at or other.trashed_at:
        raise Refused(_("One of the two is in the trash. Bring it back first."))
    if expected is not None and expected != (as_filed(one), as_filed(other)):
        raise Refused(_("One of the two was changed since this page was opened. Look at both again, then merge."))
    return one, other


def _lead(one: Topic | Person, into: Topic | Person, *, by: User | None) -> None:
    """Redirect `one`, and all that was merged into it before, to `into`: on file, and where it is public."""
    is_public = public_records.is_named_in_an_edition(one)
    if is_public:
        public_records.publish_name(into, by=by)
    for row in [one, *one.merged.all()]:
        row.merged_into = into
        row.save(update_fields=["merged_into"])
        public_records.redirect_name(row, into=into, by=by)
    detail = f"{one} ({one.uuid}) into {into} ({into.uuid})"
    write = record if is_public else enter
    write("merged", by=by, about=f"{one._meta.model_name}:{into.uuid}", detail=detail)
