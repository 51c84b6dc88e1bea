"""What live quotations tell of their speaker beside the words: roles over time, topics, and who is quoted with them."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.utils import timezone

from briefings.models import PublishedQuote, PublishedTopic
from briefings.outputs.facts import Link
from briefings.outputs.overviews import PersonOverview, RoleHeld
from briefings.public import addresses, keyset, names, quotations
from briefings.public.lists import Subjects
from briefings.public.most_named import counted, most_named

QUOTATIONS = 200
"""So many of the newest are looked at for roles."""
MOST_ROLES = 12
BRIEFINGS = 50
"""So many of the newest are looked at for topics and for whoever else is quoted."""


def overview(at: datetime, person: Subjects, *, known: names.Known) -> PersonOverview:
    """A query for each of the subjects, two more, and those of `names.todays`."""
    live = [PublishedQuote.objects.live(at).listed().filter(person=uuid) for uuid in person]
    keys = keyset.older_keys(
        live, None, order=keyset.QUOTED, limit=QUOTATIONS + 1, column="pk", columns=("edition", "role", "said_on")
    )
    editions = list(dict.fromkeys(edition for key in keys for edition, *_ in [key.values]))[:BRIEFINGS]
    topics = counted(PublishedTopic, "topic", editions)
    others = counted(PublishedQuote, "person", editions, but=person)
    names.todays({*topics, *others}, at, known=known)
    return PersonOverview(
        roles=_roles(keys[:QUOTATIONS]),
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


def _roles(keys: Iterable[keyset.Key]) -> tuple[RoleHeld, ...]:
    """Each time that a role was held, with the first and the last day of which words are known, the last one first."""
    said: list[tuple[date, str]] = []
    for key in keys:
        _edition, role, said_on = key.values
        if role:
            said.append((said_on or timezone.localdate(key.cursor.moment), role))
    held = []
    for role, run in groupby(sorted(said), key=lambda one: one[1]):
        days = [day for day, _role in run]
        held.append(RoleHeld(role=role, first=days[0], last=days[-1]))
    return tuple(reversed(held))[:MOST_ROLES]
