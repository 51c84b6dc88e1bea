"""Who may be on file twice."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from briefings.content.alike_names import NOTHING, may_be_one
from briefings.models import Person

MOST = 100
"""So many are looked at for initials, and so many groups are shown."""
BESIDE = 10


@dataclass(frozen=True)
class Group:
    """People whose names are alike: who was filed first, and the others."""

    first: Person
    others: list[Person]


def alike_to(person: Person) -> list[Person]:
    """Those who may be `person`, filed a second time. One query."""
    if person.merged_into_id or person.trashed_at:
        return []
    same_initials = _around().filter(initials=person.initials).exclude(pk=person.pk).order_by("name", "pk")
    return [other for other in same_initials if may_be_one(person.alike, other.alike)][:BESIDE]


def filed_twice() -> tuple[list[Group], bool]:
    """Groups of people who may be one, and whether there are more. Four queries, however many are on file."""
    keys = _around().exclude(alike__in=("", NOTHING)).order_by("alike").values("alike").annotate(count=Count("pk"))
    same = [row["alike"] for row in keys.filter(count__gt=1)[: MOST + 1]]
    of_same = defaultdict(list)
    for person in _around().filter(alike__in=same[:MOST]).order_by("alike", "pk"):
        of_same[person.alike].append(person)
    groups = [Group(first, others) for first, *others in of_same.values()]
    initialled = list(_around().filter(alike__contains=".").order_by("alike", "pk")[: MOST + 1])
    meant = _around().filter(initials__in={person.initials for person in initialled[:MOST]}).order_by("pk")
    of_initials = defaultdict(list)
    for person in meant:
        of_initials[person.initials].append(person)
    for person in initialled[:MOST]:
        beside = [one for one in of_initials[person.initials] if one.alike != person.alike]
        if others := [one for one in beside if may_be_one(person.alike, one.alike)]:
            groups.append(Group(person, others))
    groups.sort(key=lambda group: group.first.name.casefold())
    return groups[:MOST], len(groups) > MOST or len(same) > MOST or len(initialled) > MOST


def _around() -> QuerySet[Person]:
    """Whom somebody may mean: those who were merged or are in the trash are done with, and nobody knows the unnamed."""
    return Person.objects.filter(merged_into=None, trashed_at=None).exclude(kind=Person.Kind.UNNAMED)
