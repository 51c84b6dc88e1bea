"""The topics of the newest briefings: some stand in the masthead, all on the page of feeds."""

from collections import Counter
from datetime import datetime

from briefings.models import PublishedSummary, PublishedTopic
from briefings.outputs.facts import Link
from briefings.public import addresses, names

NEWEST = 100
"""So many briefings are looked at, however many topics there are."""
IN_MASTHEAD = 5


def of_newest(at: datetime, *, known: names.Known) -> Counter[Link]:
    """The topics of the 100 live briefings that moved last, by today's names, each with how many are on it.

    One query, and those of `names.todays`.
    """
    newest = PublishedSummary.objects.live(at).listed().order_by("-updated", "-briefing_uuid").values("edition")
    counts = Counter(PublishedTopic.objects.filter(edition__in=newest[:NEWEST]).values_list("topic", flat=True))
    links: Counter[Link] = Counter()
    for subject, name in names.todays(set(counts), at, known=known).items():
        links[Link(name=name.name, path=addresses.topic(name.slug), slug=name.slug)] += counts[subject]
    return links


def in_masthead(at: datetime, *, known: names.Known) -> tuple[Link, ...]:
    """Those of most of them, by name, so that their order does not move with every publication."""
    links = of_newest(at, known=known)
    return by_name(sorted(links, key=lambda link: (-links[link], link.name))[:IN_MASTHEAD])


def by_name(links: Counter[Link] | list[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: link.name.casefold()))
