"""Who may be on file twice."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Self

from django.db.models import Exists, OuterRef, Q, QuerySet

from briefings.content.alike_names import NOTHING, may_be_one
from briefings.models import Person, ToldApart
from briefings.workflow.names.reference_names import as_filed

MOST = 100
"""So many are looked at for one page of the list."""
BESIDE = 10


class Looked(NamedTuple):
    """A person, and as what they were looked at, which the page’s buttons say again."""

    row: Person
    filed: str


@dataclass(frozen=True)
class Group:
    """People whose names are alike: who was filed first, and the others."""

    first: Looked
    others: list[Looked]

    @classmethod
    def of(cls, first: Person, others: Iterable[Person]) -> Self:
        return cls(Looked(first, as_filed(first)), [Looked(one, as_filed(one)) for one in others])


def alike_to(person: Person) -> Group:
    """The person, and those who may be them, filed a second time, of whom nobody said that they are not. One query."""
    if person.merged_into_id or person.trashed_at:
        return Group.of(person, [])
    same_initials = _around().filter(initials=person.initials).exclude(pk=person.pk)
    pairs = ToldApart.objects.filter(_pair(OuterRef("pk"), person.pk))
    rows = same_initials.exclude(Exists(pairs)).order_by("name", "pk")
    return Group.of(person, [other for other in rows if may_be_one(person.alike, other.alike)][:BESIDE])


def told_apart_from(person: Person) -> list[tuple[Person, ToldApart]]:
    """Those of whom somebody said that they are not `person`, each with when and by whom. One query."""
    told = ToldApart.objects.filter(Q(one=person) | Q(other=person)).select_related("one", "other", "by")
    found = [(row.other if row.one_id == person.pk else row.one, row) for row in told]
    return sorted((pair for pair in found if not pair[0].trashed_at), key=lambda pair: pair[0].name.casefold())


def filed_twice(*, after: int = 0) -> tuple[list[Group], int]:
    """A page of groups of people who may be one, from behind the one with that key on; and the key after which there
    are more, 0 where there are none. Four queries at most, however many are on file, were told apart, or are alike.

    They go in the order of their spelling. Who has a namesake behind them, or an initial for a name, begins a group.
    """
    is_told = ToldApart.objects.filter(one=OuterRef(OuterRef("pk")), other=OuterRef("pk"))
    behind = _around().filter(alike=OuterRef("alike"), pk__gt=OuterRef("pk")).exclude(Exists(is_told))
    heads = _around().exclude(alike__in=("", NOTHING)).filter(Q(Exists(behind)) | Q(alike__contains="."))
    if last := Person.objects.filter(pk=after).first() if after else None:
        heads = heads.filter(Q(alike__gt=last.alike) | Q(alike=last.alike, pk__gt=last.pk))
    page = list(heads.order_by("alike", "pk")[: MOST + 1])
    groups = _groups(page[:MOST])
    return groups, page[MOST - 1].pk if len(page) > MOST else 0


def _groups(heads: list[Person]) -> list[Group]:
    initialled = [person for person in heads if "." in person.alike]
    meant = Q(alike__in={person.alike for person in heads}) | Q(initials__in={one.initials for one in initialled})
    same, of_initials = defaultdict(list), defaultdict(list)
    for person in _around().filter(meant).order_by("pk"):
        same[person.alike].append(person)
        of_initials[person.initials].append(person)
    apart, grouped, groups = _told_apart(heads), set(), []
    for head in heads:
        others = [] if head.pk in grouped else [one for one in same[head.alike] if one.pk > head.pk]
        if "." in head.alike:
            beside = (one for one in of_initials[head.initials] if one.alike != head.alike)
            others += [one for one in beside if may_be_one(head.alike, one.alike)]
        if others := [one for one in others if (head.pk, one.pk) not in apart]:
            groups.append(Group.of(head, others))
            grouped |= {one.pk for one in others if one.alike == head.alike}
    return sorted(groups, key=lambda group: group.first.row.name.casefold())


def _told_apart(heads: Iterable[Person]) -> set[tuple[int, int]]:
    """The keys of those told apart from one of `heads`, both ways round."""
    keys = [person.pk for person in heads]
    pairs = ToldApart.objects.filter(Q(one__in=keys) | Q(other__in=keys)).values_list("one_id", "other_id")
    return {pair for one, other in pairs for pair in ((one, other), (other, one))}


def _pair(person: OuterRef, other: int) -> Q:
    return Q(one=person, other=other) | Q(one=other, other=person)


def _around() -> QuerySet[Person]:
    """Whom somebody may mean: those who were merged or are in the trash are done with, and nobody knows the unnamed."""
    return Person.objects.filter(merged_into=None, trashed_at=None).exclude(kind=Person.Kind.UNNAMED)
