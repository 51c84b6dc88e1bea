"""What may have been meant by a query that finds nothing: words of live headlines, and of the names of topics and
people, that begin alike and are spelled nearly so.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from difflib import get_close_matches

from briefings.content import PUBLIC_KINDS
from briefings.models import PublishedQuote, PublishedSummary, PublishedTopic
from briefings.outputs.facts import Link
from briefings.public import addresses, names
from briefings.public.search import live
from briefings.public.search_index import newest_places
from briefings.search_words import Filters, SearchQuery, indexing
from briefings.search_words.folding import cased, spelled, words
from briefings.search_words.queries import QueryWord

LOOKED_AT = 100
ALIKE = 0.75
MOST_NAMES = 3


def spelling(query: SearchQuery, near: Iterable[str]) -> str:
    """The query with the nearest of the words `near` in the place of those that are unknown; "" where none is near."""
    known = {spelled(cased(word)): word for word in near}
    said = [_nearest(word, known) for word in query.words]
    return "" if said == [word.text for word in query.words] else " ".join(said)


def _nearest(word: QueryWord, known: dict[str, str]) -> str:
    close = get_close_matches(word.spelled, known, n=1, cutoff=ALIKE)
    return known[close[0]] if close and close[0] != word.spelled else word.text


def near(query: SearchQuery, at: datetime, *, known: names.Known) -> tuple[list[str], tuple[Link, ...]]:
    """Words of the newest live briefings in which one begins as a word of the query does, and those of their topics and
    people whose names are near it. Four queries and those of `names.todays`; none where every word is short.
    """
    shortest = indexing.SHORTEST_BEGINNING
    begun = [indexing.beginning(word.spelled[:shortest]) for word in query.words if len(word.spelled) >= shortest]
    if not begun:
        return [], ()
    editions = live(newest_places([tuple(dict.fromkeys(begun))], at, limit=LOOKED_AT, days=Filters().days), at)
    headlines = PublishedSummary.objects.filter(edition__in=editions).values_list("headline", flat=True)
    topics = PublishedTopic.objects.filter(edition__in=editions).values_list("topic", "name")
    quotes = PublishedQuote.objects.filter(edition__in=editions, person_kind__in=PUBLIC_KINDS)
    named = dict([*topics, *quotes.values_list("person", "person_name")])
    todays = names.todays(set(named), at, known=known)
    public = {uuid: name for uuid, name in todays.items() if not name.person_kind or name.person_kind in PUBLIC_KINDS}
    links = dict.fromkeys(_link(name) for name in public.values() if _is_near(name.name, query))
    said = (*headlines, *(named[uuid] for uuid in public))
    return [word for text in said for word in _words(text)], tuple(links)[:MOST_NAMES]


def _words(text: str) -> Sequence[str]:
    return [word.text for word in words(text) if len(word.text) >= indexing.SHORTEST_BEGINNING]


def _is_near(name: str, query: SearchQuery) -> bool:
    known = [spelled(cased(word)) for word in _words(name)]
    return any(get_close_matches(word.spelled, known, n=1, cutoff=ALIKE) for word in query.words)


def _link(name: names.Today) -> Link:
    path = addresses.topic(name.slug) if name.kind == "topic" else addresses.person(name.slug)
    return Link(name=name.name, path=path)
