"""Indexes of people and topics that readers have something of: by letter, and those of the newest briefings.

Names are read in their order by an index, and each is looked up among what is live: so a page costs the same however
much is published.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Self
from uuid import UUID

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils import timezone

from briefings.content import PUBLIC_KINDS
from briefings.content.name_order import in_order
from briefings.models import PublishedName, PublishedQuote, PublishedSummary, PublishedTopic, Subject
from briefings.outputs.indexes import IndexEntry
from briefings.public import addresses, keyset, names, quotations
from briefings.public.one_of_each import OneOfEach

ON_A_PAGE = 100
NEWEST = 12
BRIEFINGS = 50
"""So many of the newest are looked at for who and what is new."""
_START = re.compile(r"((?:[0-9a-f]{2}){1,160})-([0-9a-f]{32})", re.ASCII)


class NotAStart(ValueError):
    """Raised for a text that begins no page."""


class Start(NamedTuple):
    """The first name of a page: its sort key, and its subject among namesakes."""

    sort_key: str
    subject: UUID

    @classmethod
    def read(cls, text: str) -> Self:
        """The start that `text` spells. Raises NotAStart for any other text: each has one spelling."""
        match = _START.fullmatch(text)
        if match is None:
            raise NotAStart(text)
        return cls(match[1], UUID(match[2]))

    def __str__(self) -> str:
        return f"{self.sort_key}-{self.subject.hex}"


class Row(NamedTuple):
    """The columns of a name, with what the newest briefing says of it."""

    letter: str
    sort_key: str
    subject_uuid: UUID
    name: str
    slug: str
    role: str | None
    newest: datetime


@dataclass(frozen=True)
class Page:
    """Some of the names, and where the pages beside them begin: None where there is none, "" for the first page."""

    rows: Sequence[Row]
    before: str | None = None
    after: str | None = None


def letters(kind: str, at: datetime) -> list[str]:
    """The letters under which a name stands, in their order. One query, however many."""
    under = _listed(kind, at).filter(letter=OuterRef("letter")).values("pk")
    one_of_each = OneOfEach(PublishedName, "letter", where=f"kind = '{kind}'")
    listed = PublishedName.objects.filter(pk__in=one_of_each).annotate(first=Subquery(under[:1]))
    listed = listed.filter(first__isnull=False)
    return in_order(list(listed.values_list("letter", flat=True)))


def beginning(kind: str, at: datetime) -> list[Row]:
    """The first names of the whole index, one more than fit on a page. One query."""
    return _rows(_listed(kind, at).exclude(letter="").order_by("letter", "sort_key", "subject_uuid"))


def under(kind: str, at: datetime, letter: str, start: Start | None) -> Page:
    """The names under a letter from `start` on. One query, two from a start."""
    listed = _listed(kind, at).filter(letter=letter)
    ahead = listed.filter(_from(start)) if start else listed
    rows = _rows(ahead.order_by("sort_key", "subject_uuid"))
    before = None
    if start:
        behind = listed.filter(sort_key__lte=start.sort_key).exclude(_from(start))
        back = _rows(behind.order_by("-sort_key", "-subject_uuid"))
        before = _start(back[ON_A_PAGE - 1]) if len(back) > ON_A_PAGE else "" if back else None
    return Page(rows[:ON_A_PAGE], before, _start(rows[ON_A_PAGE]) if len(rows) > ON_A_PAGE else None)


def entries(kind: str, rows: Iterable[Row]) -> tuple[IndexEntry, ...]:
    address = addresses.topic if kind == Subject.Kind.TOPIC else addresses.person
    return tuple(
        IndexEntry(
            name=row.name,
            path=address(row.slug),
            letter=row.letter,
            role=row.role or "",
            newest=timezone.localdate(row.newest),
        )
        for row in rows
    )


def newest_people(at: datetime, *, known: names.Known) -> tuple[IndexEntry, ...]:
    """Those whom the newest briefings quote, with the role of the newest quotation. One query, and those of
    `names.todays`.
    """
    quoted = PublishedQuote.objects.filter(edition__in=_newest_editions(at)).order_by()
    columns = quoted.values_list("first_published", "briefing_uuid", "position", "person", "role")
    found = sorted(columns, key=lambda row: (row[0], row[1], -row[2]), reverse=True)
    pages = quotations.speakers({person for *_place, person, _role in found}, at, known=known)
    entries: dict[str, IndexEntry] = {}
    for moment, _uuid, _position, person, role in found:
        if person in pages:
            link = pages[person]
            entry = IndexEntry(name=link.name, path=link.path, role=role, newest=timezone.localdate(moment))
            entries.setdefault(link.path, entry)
    return tuple(entries.values())[:NEWEST]


def newest_topics(at: datetime, *, known: names.Known) -> tuple[IndexEntry, ...]:
    """The topics of the newest briefings. One query, and those of `names.todays`."""
    uses = PublishedTopic.objects.filter(edition__in=_newest_editions(at)).order_by()
    found = sorted(uses.values_list("first_published", "briefing_uuid", "id", "topic"), reverse=True)
    today = names.todays({topic for *_place, topic in found}, at, known=known)
    entries: dict[str, IndexEntry] = {}
    for moment, _uuid, _id, topic in found:
        if topic in today:
            path = addresses.topic(today[topic].slug)
            entries.setdefault(path, IndexEntry(name=today[topic].name, path=path, newest=timezone.localdate(moment)))
    return tuple(entries.values())[:NEWEST]


def _newest_editions(at: datetime) -> QuerySet:
    newest = PublishedSummary.objects.live(at).listed().order_by(*keyset.FIRST_PUBLISHED.newest_first)
    return newest.values("edition")[:BRIEFINGS]


def _listed(kind: str, at: datetime) -> QuerySet:
    """The names of today that have a page: a live edition names the subject, or one that was merged into it.

    Each is looked up by a subquery for one row: for EXISTS a database may read all that is published at once.
    """
    live = PublishedName.objects.live(at).filter(kind=kind)
    naming = _naming(kind, at).order_by("-first_published", "-briefing_uuid")
    moment, role = Subquery(naming.values("first_published")[:1]), Value("")
    listed = live.filter(merged_into=None).exclude(slug="")
    if kind == Subject.Kind.PERSON:
        listed, role = listed.filter(person_kind__in=PUBLIC_KINDS), Subquery(naming.values("role")[:1])
    merged = live.filter(merged_into=OuterRef("subject_uuid")).annotate(newest=moment, role=role)
    merged = merged.filter(newest__isnull=False).order_by("-newest")
    listed = listed.annotate(own=moment, others=Subquery(merged.values("newest")[:1]))
    is_of_others = Q(own=None) | Q(others__gt=F("own"))
    return listed.annotate(
        newest=Case(When(is_of_others, then=F("others")), default=F("own")),
        role=Case(When(is_of_others, then=Subquery(merged.values("role")[:1])), default=role),
    ).filter(newest__isnull=False)


def _naming(kind: str, at: datetime) -> QuerySet:
    """The live rows that name the subject of the outer query."""
    if kind == Subject.Kind.TOPIC:
        return PublishedTopic.objects.live(at).listed().filter(topic=OuterRef("subject_uuid"))
    return PublishedQuote.objects.live(at).listed().filter(person=OuterRef("subject_uuid"))


def _rows(listed: QuerySet) -> list[Row]:
    return [Row(*values) for values in listed.values_list(*Row._fields)[: ON_A_PAGE + 1]]


def _from(start: Start) -> Q:
    """The condition begins with a plain bound: by that an index finds where to start."""
    further = Q(sort_key__gt=start.sort_key) | Q(subject_uuid__gte=start.subject)
    return Q(sort_key__gte=start.sort_key) & further


def _start(row: Row) -> str:
    return str(Start(row.sort_key, row.subject_uuid))
