"""Public things that are no briefing: for now the names of topics, written when an edition first uses one."""

from datetime import datetime

from django.utils import timezone

from briefings.content import BriefingContent, TopicName
from briefings.content.canonical import canonical_json
from briefings.models import Standing, Subject, User
from briefings.workflow import chain, read_rows


def name_topics(content: BriefingContent, *, by: User | None) -> None:
    """Give each topic of `content` that has no public name yet the one that stands there.

    The name alone shows nothing: a topic has a page while a live edition uses it.
    """
    for topic in content.topics:
        subject, made = Subject.objects.get_or_create(kind=Subject.Kind.TOPIC, uuid=topic.id)
        if made:
            stand(subject, _topic_json(topic), live_from=timezone.now(), by=by)


def stand(subject: Subject, canonical: str, *, live_from: datetime, by: User | None) -> Standing:
    """Append what stands about `subject` from `live_from` on, closing what stood before."""
    before = subject.standings.filter(live_until=None).first()
    if before:
        Standing.objects.filter(pk=before.pk).update(live_until=live_from)
    row = Standing(subject=subject, live_from=live_from, text=chain.keep_text(canonical.encode()))
    chain.append(row, by=by)
    read_rows.write_name(row)
    return row


def _topic_json(topic: TopicName) -> str:
    return canonical_json({"schema_version": 1, "name": topic.name, "slug": topic.slug, "id": topic.id})
