"""What live quotations tell of their speaker beside the words: roles over time, topics, and who is quoted with them."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.utils import timezone

from briefings.outputs.facts import Link
from briefings.outputs.overviews import PersonOverview, RoleHeld
from briefings.public import addresses, keyset, names, quotations
from briefings.public.lists import Subjects
from briefings.public.most_named import most_named, topics_and_speakers

QUOTATIONS = 200
"""So many of the newest are looked at for roles."""
BEYOND = QUOTATIONS - quotations.ON_A_PAGE
MOST_ROLES = 12
BRIEFINGS = 50
"""So many of the newest are looked at for topics and for whoever else is quoted."""


def overview(at: datetime, person: Subjects, cut: keyset.Cut, *, known: names.Known) -> PersonOverview:
    """`cut` is that of the first page, with `BEYOND` it. One query, and those of `names.todays`."""
    keys = [*cut.keys, *cut.beyond]
    rows = [(quotations.Row(*key.values), key.cursor.moment) for key in keys]
    editions = list(dict.fromkeys(row.edition_id for row, _moment in rows))[:BRIEFINGS]
    topics, others = topics_and_speakers(editions, but=person)
    names.todays({*topics, *others}, at, known=known)
    return PersonOverview(
        roles=_roles(rows[:QUOTATIONS]),
        topics=most_named(topics, _pages(set(topics), at, known=known)),
        quoted_with=most_named(others, quotations.speakers(set(others), at, known=known)),
        is_cut=len(keys) > QUOTATIONS,
    )


def _pages(topics: set[UUID], at: datetime, *, known: names.Known) -> dict[UUID, Link]:
    """The pages of topics, under the ids that editions name them by. The queries of `names.todays`."""
    return {
        uuid: Link(name=name.name, path=addresses.topic(name.slug), slug=name.slug)
        for uuid, name in names.todays(topics, at, known=known).items()
    }


def _roles(rows: Iterable[tuple[quotations.Row, datetime]]) -> tuple[RoleHeld, ...]:
    """Each time that a role was held, with the first and the last day of which words are known, the last one first."""
    said = [(row.said_on or timezone.localdate(published), row.role) for row, published in rows if row.role]
    return roles_held(sorted(said))[:MOST_ROLES]


def roles_held(said: Iterable[tuple[date, str]]) -> tuple[RoleHeld, ...]:
    """The same of roles, each with a day on which it was held, in the order of these days."""
    held = []
    for role, run in groupby(said, key=lambda one: one[1]):
        days = [day for day, _role in run]
        held.append(RoleHeld(role=role, first=days[0], last=days[-1]))
    return tuple(reversed(held))
