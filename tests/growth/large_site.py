"""A large site, and what is extreme on it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import StringIO
from uuid import UUID

from django.core.management import call_command
from django.db import models
from django.utils import timezone

from briefings import workflow
from briefings.models import (
    Edition,
    Person,
    PublishedAuthor,
    PublishedImage,
    PublishedName,
    PublishedQuote,
    PublishedSummary,
    PublishedTopic,
    Topic,
)
from briefings.public import indexes, keyset, search
from briefings.search_words import Filters, read_query
from tests.visibility.card_addresses import card_path

NOBODY = UUID(int=0)
COMMON = "the"
"""A word that stands in every English briefing."""


@dataclass(frozen=True)
class LargeSite:
    """Slugs of what is used most (a token, of pictures), of the briefing with the most editions (the path of its card),
    and of what moved; the language used most beside the site's; the letters under which most names stand.
    """

    at: datetime
    topic: str
    renamed: str
    former_topic: str
    merged_topic: str
    person: str
    merged_person: str
    author: str
    token: str
    longest: str
    card: str
    editions: int
    story: str
    later: str
    former: str
    withdrawn: str
    removed: str
    merged: str
    day: date
    language: str
    common: str
    last_page: int
    letter: str
    topic_letter: str

    @property
    def back(self) -> str:
        """The query of a page of a list that goes on from some months ago."""
        return f"?before={keyset.Cursor(self.at - timedelta(days=100), NOBODY)}"

    @property
    def name(self) -> str:
        """The start of a page of names that goes on within a letter."""
        listed = PublishedName.objects.live(self.at).filter(kind="person", letter=self.letter).order_by("sort_key")
        middle = listed[listed.count() // 2]
        return str(indexes.Start(middle.sort_key, middle.subject_uuid))

    @property
    def past_the_end(self) -> str:
        return f"?before={keyset.Cursor(self.at - timedelta(days=10_000), NOBODY)}"


def build(number: int) -> LargeSite:
    """Make `number` briefings; merge the topic and the person used third into those used most; rename a topic."""
    call_command("make_briefings", str(number), stdout=StringIO(), stderr=StringIO())
    topics = [Topic.objects.get(uuid=uuid) for uuid in _most_used(PublishedTopic, "topic", most=3)]
    people = [Person.objects.get(uuid=uuid) for uuid in _most_used(PublishedQuote, "person", most=3, kind="public")]
    former_topic, merged_topic = topics[1].slug, topics[2].slug
    merged_person = _slug(people[2].uuid)
    renamed = workflow.rename_topic(topics[1], name="Renamed by now", by=None)
    workflow.unite_topics(topics[2], into=topics[0], by=None)
    workflow.unite_people(people[2], into=people[0], by=None)
    at = timezone.now()
    live, begun = PublishedSummary.objects.live(at), PublishedSummary.objects.gone_live(at)
    counts = Counter(begun.values_list("briefing", flat=True))
    longest = max(live.listed().values_list("briefing", flat=True), key=lambda pk: (counts[pk], -pk))
    newest = live.listed().order_by("-first_published")[40]  # of a day that is over
    todays = set(live.exclude(slug=None).values_list("slug", flat=True))
    story, later = _longest_story(at)
    return LargeSite(
        at=at,
        topic=topics[0].slug,
        renamed=renamed.slug,
        former_topic=former_topic,
        merged_topic=merged_topic,
        person=_slug(people[0].uuid),
        merged_person=merged_person,
        author=_slug(_most_used(PublishedAuthor, "person", most=1)[0]),
        token=_most_used(PublishedImage, "token", most=1)[0],
        longest=live.get(briefing=longest).slug,
        card=card_path(Edition.objects.live(at).get(briefing=longest), at),
        editions=counts[longest],
        story=story,
        later=later,
        former=next(slug for slug in begun.order_by("slug").values_list("slug", flat=True) if slug not in todays),
        day=timezone.localdate(newest.first_published),
        common=COMMON,
        last_page=_last_page(at),
        language=Counter(
            live.listed().exclude(front_language="en").values_list("front_language", flat=True)
        ).most_common(1)[0][0],
        letter=_most_used(PublishedName, "letter", most=1, kind="public")[0],
        topic_letter=PublishedName.objects.live().get(slug=topics[0].slug).letter,
        **{kind: live.filter(kind=kind)[0].slug for kind in ("withdrawn", "removed", "merged")},
    )


def _longest_story(at: datetime) -> tuple[str, str]:
    """The first and the last of the most briefings of which each follows another."""
    rows = PublishedSummary.objects.live(at).listed()
    slugs = dict(rows.values_list("briefing_uuid", "slug"))
    before = {uuid: follows for uuid, follows in rows.values_list("briefing_uuid", "follows") if follows in slugs}

    def way(uuid: UUID) -> list[UUID]:
        steps = [uuid]
        while steps[-1] in before:
            steps.append(before[steps[-1]])
        return steps

    longest = max(map(way, before), key=len)
    return slugs[longest[-1]], slugs[longest[0]]


def _last_page(at: datetime) -> int:
    """Of what the search finds by the word of every English briefing."""
    found = search.find(read_query(COMMON), Filters(), at, languages=["en"])
    return -(-len(found.editions) // search.ON_A_PAGE)


def _most_used(rows: type[models.Model], column: str, *, most: int, kind: str = "") -> list:
    used = rows.objects.live().filter(**({"person_kind": kind} if kind else {})).values_list(column, flat=True)
    return [value for value, _count in Counter(used).most_common(most)]


def _slug(subject: UUID) -> str:
    return PublishedName.objects.live().get(subject_uuid=subject).slug
