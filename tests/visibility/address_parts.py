"""What stands in the addresses of strangers: slugs, days, numbers and tokens, also of what is hidden."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils.timezone import localdate

from briefings.content.languages import without_territory
from briefings.content.slugs import ascii_slug
from briefings.models import (
    Briefing,
    Draft,
    Image,
    Person,
    PublishedName,
    PublishedSummary,
    SlugReservation,
    StandingPage,
    Topic,
)
from tests.visibility.card_addresses import card_paths

UNKNOWN = "no-such-thing"
A_DAY = date(2001, 1, 31)
"""On which nothing was ever first published."""


@dataclass(frozen=True)
class Addresses:
    """Every name that an address can hold, of hidden things as well; of editions, one number more than there are.

    `days` are those on which anything is first published, `cards` whole paths.
    """

    editions: dict[str, int]
    topics: frozenset[str]
    people: frozenset[str]
    pages: frozenset[str]
    pictures: frozenset[str]
    days: frozenset[date]
    cards: frozenset[str]
    languages: frozenset[str]


def all_addresses() -> Addresses:
    """Read from the editors' tables: slugs of drafts, of what is scheduled and of what was called off are in it."""
    # Of drafts with one slug, that of the briefing whose address it is counts.
    briefings = {
        slug: briefing
        for model, briefing in (
            (Draft, "briefing"),
            (PublishedSummary, "edition__briefing"),
            (SlugReservation, "briefing"),
        )
        for slug, briefing in model.objects.exclude(slug=None).exclude(slug="").values_list("slug", briefing)
    }
    counts = dict(Briefing.objects.annotate(count=Count("editions")).values_list("pk", "count"))
    people = {ascii_slug(name, otherwise="person") for name in Person.objects.values_list("name", flat=True)}
    named = PublishedName.objects.exclude(slug="")
    former = named.filter(kind="person").values_list("slug", flat=True)
    pages = named.filter(kind="page").values_list("slug", flat=True)
    topics = named.filter(kind="topic").values_list("slug", flat=True)
    return Addresses(
        editions={slug: counts[briefing] + 1 for slug, briefing in sorted(briefings.items())} | {UNKNOWN: 1},
        topics=frozenset([*Topic.objects.values_list("slug", flat=True), *topics, UNKNOWN]),
        people=frozenset([*people, *former, UNKNOWN]),
        pages=frozenset([*StandingPage.objects.values_list("slug", flat=True), *pages, UNKNOWN]),
        pictures=frozenset([*Image.objects.values_list("token", flat=True), "x" * 22]),
        days=frozenset([*map(localdate, PublishedSummary.objects.values_list("first_published", flat=True)), A_DAY]),
        cards=frozenset(card_paths()),
        languages=frozenset(["zxx", *map(without_territory, Draft.objects.values_list("language", flat=True))]),
    )
