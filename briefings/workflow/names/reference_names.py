"""Renaming a topic, and changing the name or the kind of a person, body or document."""

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from briefings.audit import enter
from briefings.content import ContentRefused, PersonRecord, TopicRecord
from briefings.content.alike_names import spelled
from briefings.content.slugs import ascii_slug
from briefings.desk_words import said
from briefings.log import chain
from briefings.models import Person, Subject, ToldApart, Topic, User
from briefings.workflow.names import public_records
from briefings.workflow.permission import ask
from briefings.workflow.public_acts import record
from briefings.workflow.refusals import Refused
from briefings.working_copy import draft_words

LONGEST_TOPIC = 100


def as_filed(thing: Topic | Person) -> str:
    """A topic or a person on one line. A form remembers it, to notice a change that somebody else made meanwhile."""
    return f"{thing.name} / {thing.slug if isinstance(thing, Topic) else thing.kind}"


@transaction.atomic
def rename_topic(topic: Topic, *, name: str, slug: str = "", by: User | None, expected: str | None = None) -> Topic:
    """Rename a topic to `name`, at the address `slug` (made from the name where none is given).

    Published editions keep the name that they had; a former address leads to the new one. `expected` is the value of
    `as_filed` when it was looked at. Raises Refused.
    """
    ask("file", by=by)
    chain.lock_head()
    topic = Topic.objects.select_for_update(no_key=True).get(pk=topic.pk)
    slug = slug or ascii_slug(name, otherwise=f"topic-{topic.uuid.hex[:8]}")
    reasons = [*_refusals_of_trashed(topic), *_refusals_of_stale(topic, expected=expected)]
    if topic.merged_into_id:
        reasons.append(_("This topic was merged into another. Rename that one."))
    content, refused = _offered(TopicRecord, id=str(topic.uuid), name=name, slug=slug)
    reasons += refused
    if content:
        reasons += _refusals_of_name(topic, content)
    if reasons:
        raise Refused(*reasons)
    was = as_filed(topic)
    topic.name, topic.slug = content.name, content.slug
    if as_filed(topic) == was:
        return topic
    try:
        with transaction.atomic():
            topic.save()
    except IntegrityError:  # somebody named a topic so in the same moment, in a draft
        raise Refused(_refusal_of_namesake(content.name)) from None
    draft_words.index_name(topic)
    public = public_records.lock_if_public(Subject.Kind.TOPIC, topic.uuid)
    if public and public[1] != content:
        public_records.publish_record(public[0], content, by=by)
    _entered("renamed", topic, by=by, detail=f"{was} → {as_filed(topic)}", is_public=bool(public))
    return topic


@transaction.atomic
def file_person(person: Person, *, name: str, kind: str, by: User | None, expected: str | None = None) -> Person:
    """Give a person, body or document the `name` and the `kind`. `expected` is as for `rename_topic`. Raises Refused.

    The public name changes too, if an edition names them. Somebody who becomes private loses page and address.
    """
    ask("file", by=by)
    chain.lock_head()
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    reasons = [*_refusals_of_trashed(person), *_refusals_of_stale(person, expected=expected)]
    if person.merged_into_id:
        reasons.append(_("This entry was merged into another. Change that one."))
    content, refused = _offered(PersonRecord, id=str(person.uuid), name=name, slug="none", kind=kind)
    reasons += refused
    if content and not content.name:
        reasons.append(_("Write the name: quotations on file are theirs."))
    if reasons:
        raise Refused(*reasons)
    was, had = as_filed(person), person.name
    person.name, person.kind = content.name, content.kind
    person.alike, person.initials = spelled(content.name)
    if as_filed(person) == was:
        return person
    person.save()
    if person.name != had:
        forget_told_apart(person)
    draft_words.index_name(person)
    public = public_records.lock_if_public(Subject.Kind.PERSON, person.uuid)
    if public:
        subject, current = public
        slug = current.slug
        if content.name != current.name:
            slug = public_records.free_slug(Subject.Kind.PERSON, content.name, of=person.uuid)
        if (new := content.model_copy(update={"slug": slug})) != current:
            public_records.publish_record(subject, new, by=by)
    elif public_records.is_named_in_an_edition(person):
        public_records.publish_name(person, by=by)
        public = public_records.lock_if_public(Subject.Kind.PERSON, person.uuid)
    _entered("changed", person, by=by, detail=f"{was} → {as_filed(person)}", is_public=bool(public))
    return person


def forget_told_apart(person: Person) -> None:
    """Who is called otherwise now, or was merged, may be one with those from whom they were told apart."""
    ToldApart.objects.filter(Q(one=person) | Q(other=person)).delete()


def _refusals_of_trashed(thing: Topic | Person) -> list[str]:
    return [_("“%(name)s” is in the trash. Bring it back first.") % {"name": thing}] if thing.trashed_at else []


def _refusals_of_stale(thing: Topic | Person, *, expected: str | None) -> list[str]:
    if expected is None or expected == as_filed(thing):
        return []
    if isinstance(thing, Topic):
        sentence = _(
            "Somebody changed this meanwhile: it is “%(name)s”, at the address %(slug)s now. Look again, then save."
        )
        return [sentence % {"name": thing.name, "slug": thing.slug}]
    sentence = _("Somebody changed this meanwhile: it is “%(name)s”, %(kind)s now. Look again, then save.")
    return [sentence % {"name": thing.name, "kind": thing.get_kind_display()}]


def _refusals_of_name(topic: Topic, content: TopicRecord) -> list[str]:
    reasons = []
    if not content.name:
        reasons.append(_("Write the name of the topic."))
    for sentence, text in (
        (_("The name of a topic holds %(most)s characters at most; this one has %(count)s."), content.name),
        (_("The address of a topic holds %(most)s characters at most; this one has %(count)s."), content.slug),
    ):
        if len(text) > LONGEST_TOPIC:
            reasons.append(sentence % {"most": LONGEST_TOPIC, "count": len(text)})
    others = Topic.objects.exclude(pk=topic.pk)
    if other := others.filter(merged_into=None, name__iexact=content.name).first():
        reasons += _refusals_of_trashed(other) or [_refusal_of_namesake(content.name)]
    elif other := others.select_related("merged_into").filter(name__iexact=content.name).first():
        reasons.append(
            _("“%(name)s” was merged into “%(into)s” and stays on file. Choose another name.")
            % {"name": other, "into": other.merged_into}
        )
    taken = others.exclude(merged_into=topic).filter(slug=content.slug).exists()
    if taken or not public_records.is_free(Subject.Kind.TOPIC, content.slug, of=topic.uuid):
        reasons.append(_("The address “%(slug)s” belongs to another topic. Choose another.") % {"slug": content.slug})
    elif others.filter(slug=content.slug).exists():
        reasons.append(
            _("The address “%(slug)s” leads here from a topic that was merged. Choose another.")
            % {"slug": content.slug}
        )
    return reasons


def _refusal_of_namesake(name: str) -> str:
    return _("Another topic is called “%(name)s”. Merge the two, or choose another name.") % {"name": name}


def _offered(kind: type, /, **values: str) -> tuple[TopicRecord | PersonRecord | None, list[str]]:
    """The record with these `values`; or None, and the reasons against it."""
    try:
        return kind.offered(**values), []
    except ContentRefused as refusal:
        return None, [_problem(address) % {"problem": said(sentence)} for address, sentence in refusal.reasons]


def _problem(address: str) -> str:
    return {
        "name": _("The name %(problem)s"),
        "slug": _("The address %(problem)s"),
        "kind": _("The kind %(problem)s"),
    }.get(address, _("This entry %(problem)s"))


def _entered(action: str, thing: Topic | Person, *, by: User | None, detail: str, is_public: bool) -> None:
    write = record if is_public else enter
    write(action, by=by, about=f"{thing._meta.model_name}:{thing.uuid}", detail=detail)
