"""Public things that are no briefing: what stands about each, from a moment on.

Whatever touches a public name holds the head of the log first: names are the whole site's, and given one at a time.
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


def name_subjects(content: BriefingContent, *, by: User | None) -> None:
    """Give each topic, and each public person, of `content` that has no public name yet the one on file.

    The name alone shows nothing: a topic or a person has a page while a live edition names them.
    """
    chain.lock_head()
    named = [*(quote.person for quote in content.quotes if quote.person), *content.authors, *content.topics]
    ids = {UUID(one.id) for one in named if one.id}
    ids -= set(Subject.objects.filter(uuid__in=ids).values_list("uuid", flat=True))
    for model in (Topic, Person):
        for row in model.objects.filter(uuid__in=ids).select_related("merged_into").order_by("pk"):
            publish_name(row.merged_into or row, by=by)
            if row.merged_into:
                redirect_name(row, into=row.merged_into, by=by)


def publish_name(thing: Topic | Person, *, by: User | None) -> None:
    """Give `thing` the first public name, unless there is one, or it is somebody private."""
    kind = kind_of(thing)
    if current_record(kind, thing.uuid) or (kind == Subject.Kind.PERSON and thing.kind not in PUBLIC_KINDS):
        return
    slug = free_slug(kind, thing.slug if kind == Subject.Kind.TOPIC else thing.name, of=thing.uuid)
    if kind == Subject.Kind.TOPIC:
        content = TopicRecord(id=str(thing.uuid), name=thing.name, slug=slug)
        if slug != thing.slug and not Topic.objects.filter(slug=slug).exists():
            Topic.objects.filter(pk=thing.pk).update(slug=slug)
    else:
        content = PersonRecord(id=str(thing.uuid), name=thing.name, slug=slug, kind=thing.kind)
    publish_record(lock_subject(kind, thing.uuid)[0], content, by=by)
    for row in thing.merged.all():
        redirect_name(row, into=thing, by=by)


def redirect_name(thing: Topic | Person, *, into: Topic | Person, by: User | None) -> None:
    """Let the public name of `thing` lead to `into`. Named in editions without one, it leads there under that name."""
    kind = kind_of(thing)
    stands = current_record(kind, thing.uuid)
    if stands is None and is_named_in_an_edition(thing):
        stands = current_record(kind, into.uuid)
    if stands:
        leading = stands.model_copy(update={"id": str(thing.uuid), "merged_into": str(into.uuid)})
        subject, now = lock_subject(kind, thing.uuid)
        if now != leading:
            publish_record(subject, leading, by=by)


def publish_record(
    subject: Subject, content: RecordContent, *, by: User | None, live_from: datetime | None = None
) -> PublicRecord:
    """Append what stands about `subject` from now on (or from `live_from`), closing what stood before."""
    chain.lock_head()
    live_from = live_from or timezone.now()
    before = subject.records.without_successor().first()
    if before:
        live_from = not_before(live_from, before)
        PublicRecord.objects.filter(pk=before.pk).update(live_until=live_from)
    row = PublicRecord(subject=subject, live_from=live_from, text=chain.keep_text(canonical_bytes(content)))
    chain.append(row, by=by)
    read_rows.write_name(row)
    return row


def lock_subject(kind: str, uuid: UUID) -> tuple[Subject, RecordContent | None]:
    """The subject, made where there is none, and what stands about it now, if anything; under the head of the log."""
    chain.lock_head()
    subject, _ = Subject.objects.get_or_create(kind=kind, uuid=uuid)
    return subject, _standing(subject)


def lock_if_public(kind: str, uuid: UUID) -> tuple[Subject, RecordContent] | None:
    """The subject and what stands about it, under the head of the log; None where nothing ever stood."""
    chain.lock_head()
    subject = Subject.objects.filter(kind=kind, uuid=uuid).first()
    stands = _standing(subject) if subject else None
    return (subject, stands) if stands else None


def current_record(kind: str, uuid: UUID) -> RecordContent | None:
    """What stands about a subject now, if anything."""
    public = lock_if_public(kind, uuid)
    return public[1] if public else None


def _standing(subject: Subject) -> RecordContent | None:
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
    """Whether no other subject of that kind has or had the address `slug`. What was merged into `of` is no other."""
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
