"""Public names at a moment: which people and topics have pages, at which addresses, and where former ones lead."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import starmap
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, Q, QuerySet, Value

from briefings.content import PUBLIC_KINDS, BriefingContent
from briefings.gate import goes_on
from briefings.models import LogHead, PublishedName, Subject
from briefings.models.read_rows import NAMING, ListedRow
from briefings.outputs.facts import Paths
from briefings.public import addresses

NOBODY = (UUID(int=0),)
"""What `Named.subjects` would be of nobody: the ids of no subject."""


@dataclass(frozen=True)
class Named:
    """The subject that an address names today. It has a page where a live edition names it, or where it is one.

    `subjects` are its id and those of all that were merged into it: whatever names one of them counts for it.
    """

    kind: str
    name: str
    slug: str
    subjects: tuple[UUID, ...]
    person_kind: str = ""


def at_slug(kind: str, slug: str, at: datetime) -> Named | None:
    """The subject whose address has or had `slug`, or the one that it was merged into; None where there is none, or it
    is a private person. Two queries, one more where it was merged, and as many where there is none.
    """
    had = PublishedName.objects.gone_live(at).filter(kind=kind, slug=slug)
    related = _related(had.values("subject_uuid"), at)
    candidates = [name for name in related if (name.kind, name.slug) == (kind, slug) and _may_have_page(name)]
    shown = _shown_names(candidates, related, at)
    return _today(kind, {name.subject_uuid for name in candidates if name.pk in shown}, related, at)


def of_subject(kind: str, uuid: UUID, at: datetime) -> Named | None:
    """The public name of a subject, or of the one that it was merged into; None where there is none, or it is a private
    person. One query, two where it was merged.
    """
    return _today(kind, {uuid}, _related({uuid}, at), at)


class Today(NamedTuple):
    """The columns of a public name that say what its subject is called."""

    subject_uuid: UUID
    kind: str
    name: str
    slug: str
    person_kind: str
    merged_into: UUID | None


@dataclass
class Known:
    """What `todays` was told at a moment; while nothing public changes it need not ask again. What is `expected` is
    asked for with the next.
    """

    names: dict[UUID, Today | None] = field(default_factory=dict)
    expected: frozenset[UUID] = frozenset()


def todays(subjects: set[UUID], at: datetime, *, known: Known) -> dict[UUID, Today]:
    """What each of `subjects` is called today, or the one that it was merged into; without those that have no public
    name. One query, two where one of them was merged, none where all are `known`.
    """
    if subjects - known.names.keys():
        missing = (subjects | known.expected) - known.names.keys()
        known.names |= dict.fromkeys(missing) | _todays(missing, at)
    return {uuid: name for uuid in subjects if (name := known.names[uuid])}


def _todays(subjects: set[UUID], at: datetime) -> dict[UUID, Today]:
    live = PublishedName.objects.live(at).exclude(slug="").values_list(*Today._fields)
    names = {name.subject_uuid: name for name in starmap(Today, live.filter(subject_uuid__in=subjects))}
    targets = {name.merged_into for name in names.values() if name.merged_into}
    if missing := targets - names.keys():
        names |= {name.subject_uuid: name for name in starmap(Today, live.filter(subject_uuid__in=missing))}
    led = {uuid: names.get(name.merged_into) if name.merged_into else name for uuid, name in names.items()}
    return {uuid: name for uuid, name in led.items() if name and uuid in subjects}


def named(content: BriefingContent) -> set[UUID]:
    """The people and topics that a briefing names."""
    speakers = [quote.person for quote in content.quotes if quote.person]
    return {UUID(one.id) for one in (*speakers, *content.authors, *content.topics) if one.id}


def paths(subjects: set[UUID], at: datetime, *, known: Known) -> Paths:
    """The pages of `subjects`. The queries of `todays`."""
    people, authors, topics = {}, {}, {}
    for uuid, name in todays(subjects, at, known=known).items():
        if name.kind == Subject.Kind.TOPIC:
            topics[str(uuid)] = addresses.topic(name.slug)
        elif name.person_kind in PUBLIC_KINDS:
            people[str(uuid)], authors[str(uuid)] = addresses.person(name.slug), addresses.author(name.slug)
    return Paths(people=people, authors=authors, topics=topics)


def _related(subjects: set[UUID] | QuerySet, at: datetime) -> list[PublishedName]:
    """Every name that `subjects` have or had, and every one that leads or led to them. One query.

    A UNION of two, for each an index: for an OR of subqueries a database may read every name.
    """
    names = PublishedName.objects.gone_live(at)
    return list(names.filter(subject_uuid__in=subjects).union(names.filter(merged_into__in=subjects)))


def _may_have_page(name: PublishedName) -> bool:
    return name.person_kind in ("", *PUBLIC_KINDS)


def _today(kind: str, subjects: set[UUID], related: list[PublishedName], at: datetime) -> Named | None:
    """What one of `subjects` is called today; one more query where it was merged into another."""
    live = [name for name in related if name.kind == kind and goes_on(name, at)]
    targets = {name.merged_into for name in live if name.subject_uuid in subjects and name.merged_into}
    if targets - subjects:
        subjects = targets
        live = [name for name in _related(targets, at) if name.kind == kind and goes_on(name, at)]
    name = next((one for one in live if one.subject_uuid in subjects and one.name and one.merged_into is None), None)
    if name is None or not _may_have_page(name):
        return None
    merged = (one.subject_uuid for one in live if one.merged_into == name.subject_uuid)
    return Named(name.kind, name.name, name.slug, (name.subject_uuid, *merged), name.person_kind)


def _shown_names(names: list[PublishedName], related: list[PublishedName], at: datetime) -> set[int]:
    """Which of `names` (by key) readers have seen: today's, those of pages, and former ones under which a live edition
    showed the subject, or one that was merged into it. One query, whatever the names: hidden costs as much.
    """
    merged: dict[UUID, set[UUID]] = {name.subject_uuid: {name.subject_uuid} for name in names}
    for name in related:
        if name.merged_into in merged:
            merged[name.merged_into].add(name.subject_uuid)
    shown = {
        f"name_{name.pk}": _named_while(name, merged[name.subject_uuid], at)
        for name in names
        if not _is_todays(name, at)
    }
    found = LogHead.objects.values(**(shown or {"nothing": Value(0)})).first() or {}
    return {name.pk for name in names if found.get(f"name_{name.pk}", True)}


def _is_todays(name: PublishedName, at: datetime) -> bool:
    is_current = name.merged_into is None and goes_on(name, at)
    return is_current or name.kind == Subject.Kind.PAGE


def _named_while(name: PublishedName, subjects: Iterable[UUID], at: datetime) -> Q:
    condition = Q()
    for model, column in NAMING:
        condition |= Q(Exists(_rows_naming(model, column, subjects).overlapping(name, at)))
    return condition


def _rows_naming(model: type[ListedRow], column: str, subjects: Iterable[UUID]) -> QuerySet:
    return model.objects.filter(**{f"{column}__in": list(subjects)})
