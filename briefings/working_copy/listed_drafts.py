"""The rows by which the desk lists drafts: written with each save and each act on the log, made anew, and compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from briefings.content import BriefingContent
from briefings.content.name_order import filed
from briefings.gate import NOTICES, Timeline
from briefings.models import AuditEntry, Draft, Edition, ListedDraft, Revision, StoredText, TopicUse

AT_ONCE = 500
"""So many drafts are held at a time."""
LONGEST = 320
_OF_THE_LOG = ("readers", "is_changed", "scheduled_for", "is_ahead", "published")
_OF_A_SAVE = ("headline_key", "topics_key", *_OF_THE_LOG)
_Action = AuditEntry.Action
_LOOKED_AT = (
    _Action.APPROVED,
    _Action.CORRECTED,
    _Action.LOOKED_AT,
    _Action.WITHDRAWN,
    _Action.REMOVED,
    _Action.MERGED,
)
"""Acts after which nobody has to look at what was published alone."""


def write(draft: Draft, content: BriefingContent, text: StoredText) -> bool:
    """Write the row of a `draft` that says `content`, which is kept as `text`. Says whether what is scheduled of it is
    older now. Two queries.
    """
    columns = columns_of(_editions([draft.briefing_id])[draft.briefing_id], text.pk, timezone.now())
    keys = {
        "headline_key": _headline_key(content.headline or ""),
        "topics_key": _topics_key(topic.name for topic in content.topics),
    }
    _upsert([ListedDraft(draft_id=draft.pk, **keys, **columns)], _OF_A_SAVE)
    return columns["is_ahead"]


def follow_log(briefing: int) -> None:
    """Something was written into the log: bring up to date what readers have of it. Two queries.

    Whoever renames a topic holds the log's head and then these rows, so that this comes after the head as well.
    """
    rows = _editions([briefing])[briefing]
    saved = rows[0].saved if rows else None
    ListedDraft.objects.filter(draft__briefing=briefing).update(**columns_of(rows, saved, timezone.now()))


def name_topics(drafts: Sequence[int]) -> None:
    """A topic of these drafts has another name: put them in order by it."""
    keys = _topics_keys(drafts)
    ListedDraft.objects.bulk_update([ListedDraft(draft_id=pk, topics_key=keys[pk]) for pk in drafts], ["topics_key"])


def write_all() -> None:
    """Write every row anew."""
    for rows in _made_anew():
        _upsert(rows, [*_OF_A_SAVE, "alone"])


def stale() -> Iterator[int]:
    """The keys of the drafts whose row is not what a new one would be."""
    now = timezone.now()
    for rows in _made_anew():
        there = ListedDraft.objects.in_bulk([row.draft_id for row in rows])
        for row in rows:
            if row.draft_id not in there or _values(row, now) != _values(there[row.draft_id], now):
                yield row.draft_id


def columns_of(editions: Sequence[Any], text: str | None, at: datetime) -> dict[str, Any]:
    """What the log says of a briefing at `at`. `editions` are all of its, with the hash of the draft's text that each
    was made of (`made_of`) and the moment of first publication (`first`); `text` is the hash of the draft's own.
    """
    timeline = Timeline.of(editions, at)
    live, coming = timeline.live, timeline.next
    has_now = live.kind if live and live.kind in NOTICES else ListedDraft.Readers.LIVE
    return {
        "readers": str(has_now) if live else str(ListedDraft.Readers.NOTHING),
        "is_changed": bool(live) and live.made_of not in (None, text),
        "scheduled_for": coming.live_from if coming else None,
        "is_ahead": bool(coming) and coming.made_of not in (None, text),
        "published": timeline.in_order[-1].first if timeline.in_order else None,
    }


def _values(row: Any, at: datetime) -> tuple[Any, ...]:
    """What the row says at `at`: what was scheduled has gone live by then, or not."""
    readers, is_changed, coming, is_ahead = row.readers, row.is_changed, row.scheduled_for, row.is_ahead
    if coming is not None and coming <= at:
        readers, is_changed, coming, is_ahead = ListedDraft.Readers.LIVE, is_ahead, None, False
    keys = (row.headline_key, row.topics_key, row.published, row.alone_id)
    return (*keys, str(readers), is_changed, coming, is_ahead)


def _made_anew() -> Iterator[list[ListedDraft]]:
    now, all_keys = timezone.now(), list(Draft.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(all_keys), AT_ONCE):
        keys = all_keys[start : start + AT_ONCE]
        facts = Draft.objects.filter(pk__in=keys).annotate(saved=_saved("briefing", "version"))
        rows = list(facts.values_list("pk", "briefing", "headline", "saved", named=True))
        briefings = [row.briefing for row in rows]
        editions, topics, alone = _editions(briefings), _topics_keys(keys), _alone(briefings)
        yield [
            ListedDraft(
                draft_id=row.pk,
                headline_key=_headline_key(row.headline),
                topics_key=topics[row.pk],
                alone_id=alone.get(row.briefing),
                **columns_of(editions[row.briefing], row.saved, now),
            )
            for row in rows
        ]


def _editions(briefings: Iterable[int]) -> Mapping[int, list[Any]]:
    """The editions of each briefing, with the hash of its draft's present text. One query."""
    found = (
        Edition.objects.filter(briefing__in=briefings)
        .annotate(
            made_of=F("revision__text"),
            first=F("summary__first_published"),
            saved=_saved("briefing", "briefing__draft__version"),
        )
        .order_by()
    )
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in found:
        rows[row.briefing_id].append(row)
    return rows


def _saved(briefing: str, version: str) -> Subquery:
    saved = Revision.objects.filter(briefing=OuterRef(briefing), version=OuterRef(version))
    return Subquery(saved.values("text")[:1])


def _topics_keys(drafts: Sequence[int]) -> Mapping[int, str]:
    names: dict[int, list[str]] = {key: [] for key in drafts}
    uses = TopicUse.objects.filter(content_object__in=drafts)
    for key, name in uses.order_by("ordering", "pk").values_list("content_object", "tag__name"):
        names[key].append(name)
    return {key: _topics_key(those) for key, those in names.items()}


def _alone(briefings: Iterable[int]) -> Mapping[int, int]:
    """By briefing, the act by which something was published alone that nobody has looked at since."""
    entries = AuditEntry.objects.filter(briefing__in=briefings)
    acts = entries.filter(action__in=[_Action.ALONE, *_LOOKED_AT]).order_by("pk")
    last = {briefing: (pk, action) for briefing, pk, action in acts.values_list("briefing", "pk", "action")}
    return {briefing: pk for briefing, (pk, action) in last.items() if action == _Action.ALONE}


def _upsert(rows: list[ListedDraft], columns: Sequence[str]) -> None:
    ListedDraft.objects.bulk_create(rows, update_conflicts=True, unique_fields=["draft"], update_fields=list(columns))


def _headline_key(headline: str) -> str:
    return filed(headline).sort_key[:LONGEST]


def _topics_key(names: Iterable[str]) -> str:
    return " ".join(filed(name).sort_key for name in names)[:LONGEST]
