"""Where a person or a topic is named."""

from dataclasses import dataclass

from django.utils import timezone

from briefings import workflow
from briefings.models import Person, PublishedQuote, PublishedTopic, Subject, Topic
from briefings.public import addresses, lists, names, quotations


@dataclass(frozen=True)
class Usage:
    """`note` tells namesakes apart; `path` is the public page, "" where there is none."""

    note: str
    drafts: int
    editions: int
    path: str


def usage_of(row: Person | Topic) -> Usage:
    return _of_person(row) if isinstance(row, Person) else _of_topic(row)


def _of_person(person: Person) -> Usage:
    now = timezone.now()
    public = names.of_subject(Subject.Kind.PERSON, person.uuid, now)
    is_quoted = bool(public and quotations.is_known(now, quotations.Choice(person=public.subjects)))
    ids = [person.uuid, *person.merged.values_list("uuid", flat=True)]
    return Usage(
        note=person.get_kind_display(),
        drafts=workflow.uses_in_drafts(person),
        editions=PublishedQuote.objects.live(now).filter(person__in=ids).count(),
        path=addresses.person(public.slug) if public and is_quoted else "",
    )


def _of_topic(topic: Topic) -> Usage:
    now = timezone.now()
    public = names.of_subject(Subject.Kind.TOPIC, topic.uuid, now)
    ids = [topic.uuid, *topic.merged.values_list("uuid", flat=True)]
    return Usage(
        note=topic.slug,
        drafts=workflow.uses_in_drafts(topic),
        editions=PublishedTopic.objects.live(now).filter(topic__in=ids).values("edition").distinct().count(),
        path=addresses.topic(public.slug) if public and lists.newest(now, topic=public.subjects) else "",
    )
