"""Public records: the public name of a subject that is no briefing, from a moment on.

Whatever touches a public name locks the head of the log first, since each name is unique on the whole site.
"""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from briefings.content import (
    PUBLIC_KINDS,
    BriefingContent,
    PersonRecord,
    TopicRecord,
    canonical_bytes,
)
from briefings.content.public_values import RecordContent, record_from
from briefings.content.slugs import ascii_slug
from briefings.gate import not_before
from briefings.log import chain
from briefings.models import (
    LogHead,
    Person,
    PublicRecord,
    PublishedAuthor,
    PublishedName,
    PublishedQuote,
    PublishedTopic,
    Subject,
    Topic,
    User,
)
from briefings.workflow.publishing import read_rows


def name_subjects(content: BriefingContent, *, head: LogHead, by: User | None) -> LogHead:
    """Publish the name on file of each topic, and of each public person, that `content` names for the first time.

    The name alone shows nothing: a topic or a person has a page while a live edition names them. Returns the locked
    `head` of the log as it is then.
    """
    people = [*(quote.person for quote in content.quotes if quote.person), *content.authors]
    ids = {
        model: {UUID(one.id) for one in named if one.id} for model, named in ((Topic, content.topics), (Person, people))
    }
    public = set(Subject.objects.filter(uuid__in=set().union(*ids.values())).values_list("uuid", flat=True))
    unnamed: list[Topic | Person] = []
    for model, those in ids.items():
        if new := those - public:
            unnamed += model.objects.filter(uuid__in=new).select_related("merged_into").order_by("pk")
    # By what is on file now: while the head is locked, nobody becomes public or private.
    named = [row for row in unnamed if row.merged_into or _may_be_public(row)]
    for row in named:
        publish_name(row.merged_into or row, by=by)
        if row.merged_into:
            redirect_name(row, into=row.merged_into, by=by)
    return chain.lock_head() if named else head


def publish_name(thing: Topic | Person, *, by: User | None) -> None:
    """Publish the first name of `thing`, unless it has a public name or is a private person."""
    if not _may_be_public(thing):
        return
    kind = kind_of(thing)
    subject, current = lock_subject(kind, thing.uuid)
    if current:
        return
    slug = free_slug(kind, thing.slug if kind == Subject.Kind.TOPIC else thing.name, of=thing.uuid)
    if kind == Subject.Kind.TOPIC:
        content = TopicRecord(id=str(thing.uuid), name=thing.name, slug=slug)
        if slug != thing.slug and not Topic.objects.filter(slug=slug).exists():
            Topic.objects.filter(pk=thing.pk).update(slug=slug)
    else:
        content = PersonRecord(id=str(thing.uuid), name=thing.name, slug=slug, kind=thing.kind)
    publish_record(subject, content, by=by)
    for row in thing.merged.all():
        redirect_name(row, into=thing, by=by)


def _may_be_public(thing: Topic | Person) -> bool:
    return isinstance(thing, Topic) or thing.kind in PUBLIC_KINDS


def redirect_name(thing: Topic | Person, *, into: Topic | Person, by: User | None) -> None:
    """Redirect the public name of `thing` to `into`. Where editions name it and it has none, it gets that of `into`."""
    kind = kind_of(thing)
    current = current_record(kind, thing.uuid)
    if current is None and is_named_in_an_edition(thing):
        current = current_record(kind, into.uuid)
    if current:
        redirect = current.model_copy(update={"id": str(thing.uuid), "merged_into": str(into.uuid)})
        subject, before = lock_subject(kind, thing.uuid)
        if before != redirect:
            publish_record(subject, redirect, by=by)


def publish_record(
    subject: Subject, content: RecordContent, *, by: User | None, live_from: datetime | None = None
) -> PublicRecord:
    """Append the record of `subject` that is live from now on (or from `live_from`), and end the one before."""
    chain.lock_head()
    live_from = live_from or timezone.now()
    before = subject.records.without_successor().first()
    if before:
        live_from = not_before(live_from, before)
        PublicRecord.objects.filter(pk=before.pk).update(live_until=live_from)
        read_rows.end_name(before, live_from)
    row = PublicRecord(subject=subject, live_from=live_from, text=chain.keep_text(canonical_bytes(content)))
    chain.append(row, by=by)
    read_rows.write_name(row)
    return row


def lock_subject(kind: str, uuid: UUID) -> tuple[Subject, RecordContent | None]:
    """Lock the head of the log; return the subject, made where there is none, and its current record, if any."""
    chain.lock_head()
    subject, _ = Subject.objects.get_or_create(kind=kind, uuid=uuid)
    return subject, _current(subject)


def lock_if_public(kind: str, uuid: UUID) -> tuple[Subject, RecordContent] | None:
    """Lock the head of the log; return the subject and its current record, or None where it has no record."""
    chain.lock_head()
    subject = Subject.objects.filter(kind=kind, uuid=uuid).first()
    current = _current(subject) if subject else None
    return (subject, current) if current else None


def current_record(kind: str, uuid: UUID) -> RecordContent | None:
    """The current record of a subject, if any."""
    public = lock_if_public(kind, uuid)
    return public[1] if public else None


def _current(subject: Subject) -> RecordContent | None:
    row = subject.records.select_related("text").without_successor().first()
    return record_from(subject.kind, row.text.text) if row and row.text.text is not None else None


def kind_of(thing: Topic | Person) -> Subject.Kind:
    return Subject.Kind.TOPIC if isinstance(thing, Topic) else Subject.Kind.PERSON


def is_named_in_an_edition(thing: Topic | Person) -> bool:
    """Whether any edition, also one that is only scheduled, names `thing` or what was merged into it."""
    ids = [*thing.merged.values_list("uuid", flat=True), thing.uuid]
    if isinstance(thing, Topic):
        return PublishedTopic.objects.filter(topic__in=ids).exists()
    return any(rows.objects.filter(person__in=ids).exists() for rows in (PublishedQuote, PublishedAuthor))


def is_free(kind: str, slug: str, *, of: UUID) -> bool:
    """Whether no subject of that kind but `of`, and those merged into it, has or had the address `slug`."""
    chain.lock_head()
    merged = PublishedName.objects.live().filter(kind=kind, merged_into=of).values("subject_uuid")
    had = PublishedName.objects.filter(kind=kind, slug=slug).exclude(subject_uuid=of)
    return not had.exclude(subject_uuid__in=merged).exists()


def free_slug(kind: str, name: str, *, of: UUID) -> str:
    """The first free address made from `name`."""
    base = ascii_slug(name, otherwise=f"{kind}-{of.hex[:8]}")
    # Not counted: a number would tell how many namesakes there are, and some of them may be under embargo.
    candidates = (base if length == 0 else f"{base}-{of.hex[:length]}" for length in (0, 6, 12, 32))
    return next(slug for slug in candidates if is_free(kind, slug, of=of))
