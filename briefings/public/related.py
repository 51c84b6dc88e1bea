"""What else readers may want beside a briefing: what it follows, and what is newest on its first topic."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from briefings.content import BriefingContent
from briefings.models import PublishedSummary, PublishedTopic
from briefings.outputs.related import Related, RelatedBriefing
from briefings.public import addresses, keyset

MOST = 4
_SHOWN = ("headline", "slug", "language")


@dataclass(frozen=True)
class Ties:
    """What ties a briefing to others: itself, its first topic and the one that it follows, by their uuids."""

    briefing: UUID
    topic: UUID | None
    follows: UUID | None

    @classmethod
    def of(cls, content: BriefingContent) -> "Ties":
        topic = next((UUID(topic.id) for topic in content.topics if topic.id), None)
        return cls(UUID(content.id), topic, UUID(content.follows) if content.follows else None)


def related(ties: Ties, at: datetime) -> Related:
    """The listed live briefings that `ties` lead to. A query for the topic, and one for what it follows."""
    before = _follows(ties.follows, at) if ties.follows else None
    if not ties.topic:
        return Related(before=before)
    rows = PublishedTopic.objects.live(at).listed().filter(topic=ties.topic)
    columns = tuple(f"edition__summary__{name}" for name in _SHOWN)
    keys = keyset.older_keys([rows], None, order=keyset.MOVED, limit=MOST + 2, columns=columns)
    others = [_briefing(*key.values) for key in keys if key.cursor.uuid not in (ties.briefing, ties.follows)]
    return Related(before=before, on_topic=tuple(others[:MOST]))


def _follows(briefing: UUID, at: datetime) -> RelatedBriefing | None:
    rows = PublishedSummary.objects.live(at).listed().filter(briefing_uuid=briefing).values_list(*_SHOWN)
    return next((_briefing(*row) for row in rows), None)


def _briefing(headline: str, slug: str | None, language: str) -> RelatedBriefing:
    return RelatedBriefing(headline=headline, path=addresses.briefing(slug or ""), language=language)
