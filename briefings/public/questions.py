"""Live questions: what was answered, what is open, and what was answered after it had been open."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from django.utils import timezone

from briefings.gate import ReadRowQuerySet
from briefings.outputs import questions
from briefings.outputs.facts import TopicFacts
from briefings.outputs.questions import QuestionEntry, QuestionGroup
from briefings.public import addresses, keyset, names
from briefings.public.keyset import QUESTIONS
from faq.models import PublishedQuestion

ON_A_PAGE = 50
OPEN_ABOVE = 10
"""So many open questions stand above those that were answered."""
NEWLY_ANSWERED = 20
IN_FEED = 50


class Row(NamedTuple):
    """The columns of which an entry is made."""

    briefing_uuid: UUID
    key: str
    question: str
    answer: str
    open_wording: str
    first_topic: UUID | None
    opened: datetime | None
    answered: datetime | None
    moved: datetime
    live_from: datetime
    edition__summary__headline: str
    edition__summary__slug: str
    edition__summary__language: str


def answered(at: datetime, place: keyset.Place, *, known: names.Known) -> tuple[tuple[QuestionGroup, ...], keyset.Cut]:
    """The answered questions at `place` by the first topic of their briefing, and where there are more. A query, at
    most three on a further page, and those of `names.todays`.
    """
    rows = PublishedQuestion.objects.answered().live(at)
    cut = _cut([rows], place)
    topics = names.todays({row.first_topic for row in _rows(cut.keys) if row.first_topic}, at, known=known)
    return questions.grouped((_topic(row, topics), _entry(row)) for row in _rows(cut.keys)), cut


def open_questions(
    at: datetime, place: keyset.Place = keyset.FIRST_PAGE
) -> tuple[tuple[QuestionEntry, ...], keyset.Cut]:
    """The open questions at `place`, and where there are more. One query, at most three on a further page."""
    cut = _cut(_open(at), place)
    return _entries(cut.keys), cut


def newest_open(at: datetime) -> tuple[tuple[QuestionEntry, ...], bool]:
    """The newest open questions, and whether there are more. One query."""
    keys = _newest(_open(at), limit=OPEN_ABOVE + 1)
    return _entries(keys[:OPEN_ABOVE]), len(keys) > OPEN_ABOVE


def newly_answered(at: datetime) -> tuple[QuestionEntry, ...]:
    """What was answered last after it had been open. One query."""
    return _entries(_newest([PublishedQuestion.objects.answered_since().live(at)], limit=NEWLY_ANSWERED))


def of_feed(at: datetime) -> tuple[QuestionEntry, ...]:
    """Open questions, and those that were: what was opened or answered last. One query."""
    return _entries(_newest([*_open(at), PublishedQuestion.objects.answered_since().live(at)], limit=IN_FEED))


def _open(at: datetime) -> tuple[ReadRowQuerySet, ReadRowQuerySet]:
    return PublishedQuestion.objects.open().live_apart(at)


def _cut(rows: Iterable[ReadRowQuerySet], place: keyset.Place) -> keyset.Cut:
    return keyset.cut(rows, place, order=QUESTIONS, size=ON_A_PAGE, column="pk", columns=Row._fields)


def _newest(rows: Iterable[ReadRowQuerySet], *, limit: int) -> list[keyset.Key]:
    return keyset.older_keys(rows, None, order=QUESTIONS, limit=limit, column="pk", columns=Row._fields)


def _rows(keys: Iterable[keyset.Key]) -> Iterable[Row]:
    return (Row(*key.values) for key in keys)


def _entries(keys: Iterable[keyset.Key]) -> tuple[QuestionEntry, ...]:
    return tuple(_entry(row) for row in _rows(keys))


def _topic(row: Row, topics: dict[UUID, names.Today]) -> TopicFacts | None:
    today = topics.get(row.first_topic) if row.first_topic else None
    return TopicFacts(name=today.name, path=addresses.topic(today.slug)) if today else None


def _entry(row: Row) -> QuestionEntry:
    language = row.edition__summary__language
    is_open = row.answered is None
    return QuestionEntry(
        id=f"urn:uuid:{uuid5(row.briefing_uuid, row.key)}",
        question=row.question,
        answer=row.answer,
        open_wording=questions.open_wording(
            row.open_wording, live_from=timezone.localtime(row.live_from), language=language
        )
        if is_open
        else "",
        path=f"{addresses.briefing(row.edition__summary__slug)}#{row.key}",
        headline=row.edition__summary__headline,
        language=language,
        opened=row.opened and timezone.localtime(row.opened),
        answered=row.answered and timezone.localtime(row.answered),
        updated=timezone.localtime(row.moved),
    )
