"""The topics of the newest briefings: some stand in the masthead, all on the page of feeds."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from briefings.gate import ReadRowQuerySet
from briefings.models import PublishedSummary, PublishedTopic
from briefings.outputs.facts import Link
from briefings.public import addresses, names

NEWEST = 100
"""So many briefings are looked at, however many topics there are."""
IN_MASTHEAD = 5


def uses(at: datetime) -> ReadRowQuerySet:
    """The topics of each of the 100 live briefings that moved last."""
    newest = PublishedSummary.objects.live(at).listed().order_by("-updated", "-briefing_uuid").values("edition")
    return PublishedTopic.objects.filter(edition__in=newest[:NEWEST])


def links(topics: Mapping[UUID, int], at: datetime, *, known: names.Known) -> Counter[Link]:
    """These topics, of which each has so many briefings, by today's names. The queries of `names.todays`."""
    counts: Counter[Link] = Counter()
    for subject, name in names.todays(set(topics), at, known=known).items():
        counts[Link(name=name.name, path=addresses.topic(name.slug), slug=name.slug)] += topics[subject]
    return counts


def in_masthead(topics: Mapping[UUID, int], at: datetime, *, known: names.Known) -> tuple[Link, ...]:
    """Those of most of them, by name, so that their order does not move with every publication."""
    counts = links(topics, at, known=known)
    return by_name(sorted(counts, key=lambda link: (-counts[link], link.name))[:IN_MASTHEAD])


def by_name(links: Counter[Link] | list[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: link.name.casefold()))
