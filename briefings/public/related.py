"""What else readers may want beside a briefing: what it follows and what follows it, what is newest on its first topic,
and itself in other languages.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from briefings.content import BriefingContent
from briefings.models import PublishedSummary, PublishedTopic
from briefings.outputs.related import Related, RelatedBriefing
from briefings.public import addresses, keyset

MOST = 4
_SHOWN = ("headline", "slug", "language")


@dataclass(frozen=True)
class Ties:
    """What ties a briefing to others: itself with its language, its first topic, and which ones it follows and
    translates, by their uuids.
    """

    briefing: UUID
    language: str
    topic: UUID | None
    follows: UUID | None
    translates: UUID | None

    @classmethod
    def of(cls, content: BriefingContent) -> "Ties":
        topic = next((UUID(topic.id) for topic in content.topics if topic.id), None)
        follows, original = content.follows, content.translation_of
        return cls(
            UUID(content.id),
            content.language,
            topic,
            UUID(follows) if follows else None,
            UUID(original) if original else None,
        )


def related(ties: Ties, at: datetime) -> Related:
    """The listed live briefings that `ties` lead to. Two queries, and one more for the topic."""
    named = _named(ties, at)
    before = named.pop(ties.follows, None) if ties.follows != ties.translates else named.get(ties.follows)
    original = named.pop(ties.translates, None)
    around = {
        "before": before,
        "newer": _newest_follower(ties.briefing, at),
        "original": original,
        "elsewhere": _one_of_each(list(named.values()), without=(ties.language, original and original.language)),
    }
    if not ties.topic:
        return Related(**around)
    rows = PublishedTopic.objects.live(at).listed().filter(topic=ties.topic)
    columns = tuple(f"edition__summary__{name}" for name in _SHOWN)
    keys = keyset.older_keys([rows], None, order=keyset.MOVED, limit=MOST + 2, columns=columns)
    others = [_briefing(*key.values) for key in keys if key.cursor.uuid not in (ties.briefing, ties.follows)]
    return Related(**around, on_topic=tuple(others[:MOST]))


def _named(ties: Ties, at: datetime) -> dict[UUID | None, RelatedBriefing]:
    """What the briefing follows and translates, and whatever translates the same, or this one; those first that readers
    had first.
    """
    by_name = Q(briefing_uuid__in=[uuid for uuid in (ties.follows, ties.translates) if uuid])
    of_original = Q(translation_of=ties.translates or ties.briefing)
    rows = PublishedSummary.objects.live(at).listed().filter(by_name | of_original)
    rows = rows.exclude(briefing_uuid=ties.briefing).order_by("first_published", "briefing_uuid")
    return {uuid: _briefing(*values) for uuid, *values in rows.values_list("briefing_uuid", *_SHOWN)}


def _newest_follower(uuid: UUID, at: datetime) -> RelatedBriefing | None:
    """What follows the briefing in its story; of several, what readers had last."""
    rows = PublishedSummary.objects.live(at).listed().filter(follows=uuid).exclude(briefing_uuid=uuid)
    newest = rows.order_by("-first_published", "-briefing_uuid").values_list(*_SHOWN, "first_published").first()
    if newest is None:
        return None
    *shown, published = newest
    return replace(_briefing(*shown), published=timezone.localdate(published))


def _one_of_each(found: Sequence[RelatedBriefing], *, without: Sequence[str | None]) -> tuple[RelatedBriefing, ...]:
    """Those in other languages, by language, one of each."""
    by_language = {one.language: one for one in reversed(found) if one.language not in without}
    return tuple(by_language[language] for language in sorted(by_language))


def _briefing(headline: str, slug: str | None, language: str) -> RelatedBriefing:
    return RelatedBriefing(headline=headline, path=addresses.briefing(slug or ""), language=language)
