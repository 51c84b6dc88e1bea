"""The search of readers: the live briefings that hold every word of a query, the best match first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain
from uuid import UUID

from django.utils import timezone

from briefings.content import PUBLIC_KINDS, BriefingContent, PersonName, TopicName, from_canonical
from briefings.models import Edition, PublishedSummary
from briefings.models.published_words import edition_at
from briefings.outputs.facts import TopicFacts
from briefings.outputs.search_facts import Hit, PlacedPassage
from briefings.public import addresses, names
from briefings.public.search_index import newest_places, one_of, places_among
from briefings.search_words import Filters, SearchQuery, find_passages, mark

MOST = 500
"""Of so many hits readers can see all, page by page; of more the first."""
LOOKED_AT = 600
"""So many editions the index gives at once: some of them may be scheduled, or have ended by themselves."""
TIMES = 3
"""So often it is asked for older ones, while fewer than MOST of those that it gave are live."""
ON_A_PAGE = 10
MOST_TO_NARROW = 5


@dataclass(frozen=True)
class Found:
    """The editions that were found (`seq`), in the order of the page; `is_cut` says that there may be more."""

    editions: tuple[int, ...] = ()
    is_cut: bool = False

    def on_page(self, number: int) -> tuple[int, ...]:
        return self.editions[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]


def find(
    query: SearchQuery, filters: Filters, at: datetime, *, languages: Sequence[str], newest_first: bool = False
) -> Found:
    """What readers find at `at` in texts in one of `languages`: first what has every word in its headline, then what
    has them in headline, lede, dateline and names, then the rest; in each the newest first, or so in all together.
    Four queries, two for the newest first; none without words.
    """
    conditions = [word.alternatives(languages) for word in query.words]
    if not all(conditions) or not conditions:
        return Found()
    places = partial(newest_places, at=at, limit=LOOKED_AT, days=filters.days)
    found = places([*conditions, *filters.conditions()])
    best: list[list[int]] = []
    if len(found) > 1 and not newest_first:
        at_top = [word.at_top(languages) for word in query.words]
        in_headline = [word.in_headline(languages) for word in query.words]
        worse = found
        for words in (at_top, in_headline):
            among = places if len(worse) == LOOKED_AT else partial(places_among, worse)
            worse = among([*words, *filters.conditions()])
            best.insert(0, worse)
    order = list(dict.fromkeys(chain(*best, found)))
    levels = {edition_at(place): level for level, those in reversed([*enumerate(best)]) for place in those}
    published = sorted(live(order[:LOOKED_AT], at), key=lambda edition: levels.get(edition, len(best)))
    times = 1
    while len(published) <= MOST and len(found) == LOOKED_AT and times < TIMES:
        found = places([*conditions, *filters.conditions()], before=found[-1])
        published += live(set(found).difference(order), at)
        times += 1
    return Found(tuple(published[:MOST]), is_cut=len(published) > MOST or len(found) == LOOKED_AT)


def live(places: Iterable[int], at: datetime) -> list[int]:
    """The editions at these places that readers get at `at`; of the newest briefing first. One query."""
    rows = PublishedSummary.objects.live(at).listed().filter(edition__in=one_of(map(edition_at, places)))
    return list(rows.order_by("-first_published", "-edition").values_list("edition", flat=True))


@dataclass(frozen=True)
class Shown:
    """A page of hits, and what they are on and whom they quote, by today's names, the most frequent first."""

    hits: tuple[Hit, ...] = ()
    topics: tuple[names.Today, ...] = ()
    people: tuple[names.Today, ...] = ()


def show(editions: Sequence[int], query: SearchQuery, at: datetime, *, known: names.Known) -> Shown:
    """These live editions with the passages that hold the words. One query, and those of `names.todays`."""
    if not editions:
        return Shown()
    rows = Edition.objects.select_related("text", "summary").in_bulk(editions)
    contents = {seq: from_canonical(rows[seq].text.text) for seq in editions}
    topics = {seq: _ids(content.topics) for seq, content in contents.items()}
    people = {seq: _ids(quote.person for quote in content.quotes) for seq, content in contents.items()}
    subjects = {uuid for those in (*topics.values(), *people.values()) for uuid in those}
    todays = names.todays(subjects, at, known=known)
    return Shown(
        hits=tuple(
            _hit(contents[seq], rows[seq].summary, query, [todays[uuid] for uuid in topics[seq] if uuid in todays])
            for seq in editions
        ),
        topics=_most_frequent(topics.values(), todays),
        people=_most_frequent(people.values(), todays),
    )


def _ids(named: Iterable[TopicName | PersonName | None]) -> list[UUID]:
    """Each once. Only the public have pages, and only they are filtered by."""
    ids = (one.id for one in named if one and one.id and (isinstance(one, TopicName) or one.kind in PUBLIC_KINDS))
    return list(dict.fromkeys(map(UUID, ids)))


def _most_frequent(of_each: Iterable[list[UUID]], todays: dict[UUID, names.Today]) -> tuple[names.Today, ...]:
    counts = Counter(name for those in of_each for name in {todays[uuid] for uuid in those if uuid in todays})
    named = sorted(counts, key=lambda name: (-counts[name], name.name))
    return tuple(name for name in named if not name.person_kind or name.person_kind in PUBLIC_KINDS)[:MOST_TO_NARROW]


def _hit(content: BriefingContent, summary: PublishedSummary, query: SearchQuery, topics: list[names.Today]) -> Hit:
    path = addresses.briefing(summary.slug or "")
    return Hit(
        headline=mark(content.headline, query, content.language),
        path=path,
        language=content.language,
        published=timezone.localtime(summary.first_published),
        passages=tuple(
            PlacedPassage(passage=passage, path=f"{path}#{passage.key}" if passage.key else path)
            for passage in find_passages(content, query)
        ),
        lede=content.lede,
        topics=tuple(TopicFacts(name=topic.name, path=addresses.topic(topic.slug)) for topic in dict.fromkeys(topics)),
    )
