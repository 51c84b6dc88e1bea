"""Quotations that are live, by first publication of their briefing, the newest first, a page at a time.

A page is made of so many candidates, whatever is left of them: so it costs the same however much is published, and
whoever goes on to the end has met every one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from briefings.content import PUBLIC_KINDS
from briefings.gate import ReadRowQuerySet
from briefings.models import PublishedQuote, PublishedTopic
from briefings.outputs.attributions import bare
from briefings.outputs.facts import Link, QuotationEntry
from briefings.public import addresses, archive, keyset, lists, names
from briefings.public.lists import Subjects

ON_A_PAGE = 100
BRIEFINGS = 40
"""So many are looked at for a page, with all that they quote, where a topic is chosen and no person."""
CANDIDATES = 300
"""So many quotations of one person are looked at for those that stand in briefings on a topic."""


@dataclass(frozen=True)
class Choice:
    """Which quotations: of a person, in briefings on a topic, and first published in a month (its first day)."""

    person: Subjects = ()
    topic: Subjects = ()
    month: date | None = None

    @property
    def order(self) -> keyset.Order:
        """That of quotations; of those on a topic, whoever said them, that of briefings."""
        return keyset.FIRST_PUBLISHED if self.topic and not self.person else keyset.QUOTED


class Row(NamedTuple):
    """The columns of a quotation, with those of its briefing."""

    edition_id: int
    position: int
    person: UUID
    words: str
    role: str
    said_on: date | None
    translated_from: str
    key: str
    updated: datetime
    edition__summary__headline: str
    edition__summary__slug: str
    edition__summary__language: str


def rows(at: datetime, choice: Choice, place: keyset.Place, *, beyond: int = 0) -> tuple[list[Row], keyset.Cut]:
    """The quotations of `choice` at `place`, and where there are more; those of private people are still among them.
    The cut has so many `beyond` its first page.

    One query, at most three on a further page; one more with a topic.
    """
    if choice.topic and not choice.person:
        candidates = _from_month(choice.month, lists.listed(at, topic=choice.topic))
        cut = keyset.cut(candidates, place, order=choice.order, size=BRIEFINGS)
        return _of_editions(cut.rows), cut
    quotes = PublishedQuote.objects.live(at).listed()
    candidates = _from_month(choice.month, [quotes.filter(person=uuid) for uuid in choice.person] or [quotes])
    size = CANDIDATES if choice.topic else ON_A_PAGE
    columns = Row._fields
    cut = keyset.cut(candidates, place, order=choice.order, size=size, column="pk", columns=columns, beyond=beyond)
    found = [Row(*key.values) for key in cut.keys]
    return _on(choice.topic, found) if choice.topic else found, cut


def _from_month(month: date | None, candidates: list[ReadRowQuerySet]) -> list[ReadRowQuerySet]:
    return [some.first_published_within(*archive.bounds(month)) for some in candidates] if month else candidates


def _of_editions(editions: Sequence[int]) -> list[Row]:
    # Sorted here: in the order of its keys, the database would read the whole table.
    found = PublishedQuote.objects.filter(edition__in=editions).order_by().values_list(*Row._fields)
    place = {edition: number for number, edition in enumerate(editions)}
    return sorted((Row(*values) for values in found), key=lambda row: (place[row.edition_id], row.position))


def _on(topic: Subjects, found: list[Row]) -> list[Row]:
    editions = {row.edition_id for row in found}
    # Of these editions, whatever they are about: by the topic, a database might read all that is on it.
    uses = PublishedTopic.objects.filter(edition__in=editions).order_by().values_list("edition", "topic")
    kept = {edition for edition, one in uses if one in topic}
    return [row for row in found if row.edition_id in kept]


def of_everybody(found: Sequence[Row], at: datetime, *, known: names.Known) -> tuple[QuotationEntry, ...]:
    """The entries of those rows whose speakers have a page, by their names of today. The queries of `names.todays`."""
    pages = speakers({row.person for row in found}, at, known=known)
    return tuple(_entry(row, pages[row.person]) for row in found if row.person in pages)


def speakers(people: set[UUID], at: datetime, *, known: names.Known) -> Mapping[UUID, Link]:
    """Those of `people` that have a page, under the ids that editions name them by. The queries of `names.todays`."""
    return {
        uuid: Link(name=name.name, path=addresses.person(name.slug), slug=name.slug)
        for uuid, name in names.todays(people, at, known=known).items()
        if name.person_kind in PUBLIC_KINDS
    }


def of_one(found: Sequence[Row], name: str) -> tuple[QuotationEntry, ...]:
    """The entries on the page of the speaker, who is called `name`."""
    return tuple(_entry(row, Link(name=name, path="")) for row in found)


def is_known(at: datetime, choice: Choice) -> bool:
    """Whether readers have something of whoever and whatever `choice` names. A query for each."""
    asked = []
    if choice.person:
        asked.append(PublishedQuote.objects.live(at).listed().filter(person__in=choice.person).exists())
    if choice.topic:
        asked.append(PublishedTopic.objects.live(at).listed().filter(topic__in=choice.topic).exists())
    return all(asked)


def _entry(row: Row, speaker: Link) -> QuotationEntry:
    return QuotationEntry(
        words=bare(row.words),
        role=row.role,
        said_on=row.said_on,
        headline=row.edition__summary__headline,
        path=f"{addresses.briefing(row.edition__summary__slug)}#{row.key}",
        language=row.edition__summary__language,
        name=speaker.name,
        page=speaker.path,
        translated_from=row.translated_from,
        updated=timezone.localdate(row.updated),
    )
