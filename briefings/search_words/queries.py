"""What somebody typed into the search, as words: whatever it holds, nothing in it is an operator but a `*` behind the
beginning of a word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefings.search_words import indexing
from briefings.search_words.folding import cased, spelled, words
from briefings.search_words.stemming import asked_forms

MOST_WORDS = 8
LONGEST_QUERY = 400
"""So many characters are read."""
Alternatives = tuple[str, ...]
"""Words and marks of the index of which a briefing has to have one."""


@dataclass(frozen=True)
class QueryWord:
    """A word of the query, or the beginning of one."""

    text: str
    is_beginning: bool = False

    def alternatives(self, languages: Iterable[str]) -> Alternatives:
        """What stands in the index for it, in texts in any of `languages`."""
        if self.is_beginning:
            return (indexing.beginning(self.spelled),)
        return tuple(dict.fromkeys(form for language in languages for form in self.forms(language)))

    def loose_alternatives(self, languages: Iterable[str]) -> Alternatives:
        """The same, and what begins so, as far as beginnings stand in the index: for whoever types a part of a word."""
        found = self.alternatives(languages)
        is_short = indexing.SHORTEST_BEGINNING <= len(self.spelled) <= indexing.LONGEST_BEGINNING
        return tuple(dict.fromkeys((*found, indexing.beginning(self.spelled)))) if is_short else found

    def in_headline(self, languages: Iterable[str]) -> Alternatives:
        """The same for headlines alone (a beginning: and for names)."""
        found = self.alternatives(languages)
        return found if self.is_beginning else tuple(map(indexing.in_headline, found))

    def at_top(self, languages: Iterable[str]) -> Alternatives:
        """The same for headline, lede, dateline and names."""
        found = self.alternatives(languages)
        return found if self.is_beginning else (*self.in_headline(languages), *map(indexing.at_top, found))

    def forms(self, language: str) -> tuple[str, ...]:
        """The forms of a word of a text in `language` that is found by it; of the beginning of one none."""
        return () if self.is_beginning else asked_forms(self.text, language)

    def begins(self, word: str) -> bool:
        """Whether `word` of a text begins so."""
        return spelled(cased(word)).startswith(self.spelled[: indexing.LONGEST_BEGINNING])

    @property
    def spelled(self) -> str:
        return spelled(cased(self.text))


@dataclass(frozen=True)
class SearchQuery:
    """The words that a briefing has to have, all of them. `is_cut` says that further ones were left out."""

    words: tuple[QueryWord, ...] = ()
    is_cut: bool = False


def read_query(text: str) -> SearchQuery:
    """The words of any text, each once."""
    read = text[:LONGEST_QUERY]
    found: dict[QueryWord, None] = {}
    for word in words(read):
        is_beginning = read[word.end : word.end + 1] == "*" and len(word.text) >= indexing.SHORTEST_BEGINNING
        found[QueryWord(word.text, is_beginning)] = None
    is_cut = len(found) > MOST_WORDS or len(text.strip()) > LONGEST_QUERY
    return SearchQuery(tuple(found)[:MOST_WORDS], is_cut)


@dataclass(frozen=True)
class Filters:
    """What a briefing has to have beside the words: of `topics` and of `people` (ids) one each; nothing: any. `month`
    and `year` are first days.
    """

    language: str = ""
    topics: Sequence[str] = ()
    people: Sequence[str] = ()
    month: date | None = None
    year: date | None = None

    def __bool__(self) -> bool:
        return bool(self.language or self.topics or self.people or self.month or self.year)

    def conditions(self) -> list[Alternatives]:
        found = [
            (indexing.in_language(self.language),) if self.language else (),
            tuple(map(indexing.on_topic, self.topics)),
            tuple(map(indexing.quoting, self.people)),
        ]
        return [alternatives for alternatives in found if alternatives]

    @property
    def days(self) -> tuple[date, date]:
        """The first day of the period that is asked for, and the first one after it."""
        if self.month:
            return self.month, (self.month + timedelta(days=31)).replace(day=1)
        if self.year:
            return self.year, self.year.replace(year=self.year.year + 1)
        return date.min, date.max
