"""Whom and what some editions name most."""

from collections import Counter
from collections.abc import Iterable, Mapping
from uuid import UUID

from briefings.models import PublishedQuote, PublishedTopic
from briefings.outputs.facts import Link

MOST = 8
CANDIDATES = 4 * MOST
"""Of so many the names are looked up: some are private, and some were merged into others."""


def counted(
    model: type[PublishedQuote | PublishedTopic], column: str, editions: list[int], *, but: Iterable[UUID] = ()
) -> Counter[UUID]:
    """In how many of the editions each subject is named, of those that are named most. One query."""
    named = set(model.objects.filter(edition__in=editions).order_by().values_list("edition", column))
    left_out = set(but)
    counts = Counter(uuid for _edition, uuid in named if uuid not in left_out)
    return Counter(dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:CANDIDATES]))


def most_named(counts: Counter[UUID], links: Mapping[UUID, Link]) -> tuple[Link, ...]:
    """The links of those that are named most, each once, however many were merged into it."""
    of_link: Counter[Link] = Counter()
    for uuid, link in links.items():
        of_link[link] += counts[uuid]
    return tuple(sorted(of_link, key=lambda link: (-of_link[link], link.name)))[:MOST]
