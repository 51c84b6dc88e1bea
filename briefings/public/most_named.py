"""Whom and what some editions name most."""

from collections import Counter
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import F, Value

from briefings.models import PublishedQuote, PublishedTopic
from briefings.outputs.facts import Link

MOST = 8
CANDIDATES = 4 * MOST
"""Of so many the names are looked up: some are private, and some were merged into others."""


def speakers(editions: list[int]) -> Counter[UUID]:
    """In how many of the editions each is quoted, of those that are quoted in most. One query."""
    return _counted(PublishedQuote.objects.filter(edition__in=editions).order_by().values_list("edition", "person"))


def topics_and_speakers(editions: list[int], *, but: Iterable[UUID]) -> tuple[Counter[UUID], Counter[UUID]]:
    """In how many of the editions each topic stands, and each is quoted; without those that are left out. One query."""
    topics = PublishedTopic.objects.filter(edition__in=editions).annotate(subject=F("topic"), is_topic=Value(1))
    quotes = PublishedQuote.objects.filter(edition__in=editions).annotate(subject=F("person"), is_topic=Value(0))
    columns = ("edition", "subject", "is_topic")
    named = topics.order_by().values_list(*columns).union(quotes.order_by().values_list(*columns))
    left_out, of_kind = set(but), ([], [])
    for edition, uuid, is_topic in named:
        if uuid not in left_out:
            of_kind[is_topic].append((edition, uuid))
    speaking, topical = of_kind
    return _counted(topical), _counted(speaking)


def _counted(named: Iterable[tuple[int, UUID]]) -> Counter[UUID]:
    counts = Counter(uuid for _edition, uuid in set(named))
    return Counter(dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:CANDIDATES]))


def most_named(counts: Counter[UUID], links: Mapping[UUID, Link]) -> tuple[Link, ...]:
    """The links of those that are named most, each once, however many were merged into it."""
    of_link: Counter[Link] = Counter()
    for uuid, link in links.items():
        of_link[link] += counts[uuid]
    return tuple(sorted(of_link, key=lambda link: (-of_link[link], link.name)))[:MOST]
