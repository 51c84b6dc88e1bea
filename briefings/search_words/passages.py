"""Where the words of a query stand in a briefing: a few passages, each a sentence in which they are marked."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from briefings.content import BriefingContent
from briefings.content.languages import without_territory
from briefings.search_words.folding import distinct, words
from briefings.search_words.parts import Kind, Part, parts
from briefings.search_words.queries import QueryWord, SearchQuery
from briefings.search_words.stemming import forms

MOST = 3
LONGEST = 280
_BEFORE = 100
"""Of a longer sentence, so many characters before the first word that is shown as found."""
_SENTENCE_ENDS = re.compile(r"(?:(?<=[.!?…؟।])|(?<=[.!?…؟]['\"”’»“]))\s+|\n+")
Found = list[tuple[int, int, QueryWord]]
Meaning = Callable[[str], QueryWord | None]
_PREFERRED: tuple[Kind, ...] = ("quote", "question", "section", "lede")


class Run(NamedTuple):
    """Words in a row that are all found, or none of them."""

    text: str
    is_found: bool = False


@dataclass(frozen=True)
class Passage:
    """A sentence of a part, with its name; either may hold what was found. `key` is the part's anchor."""

    kind: Kind
    key: str
    name: tuple[Run, ...]
    sentence: tuple[Run, ...]


def mark(text: str, query: SearchQuery, language: str) -> tuple[Run, ...]:
    """`text`, in `language`, as runs."""
    return tuple(_runs(text, _found(text, _meaning(query, without_territory(language)))))


def find_passages(content: BriefingContent, query: SearchQuery) -> tuple[Passage, ...]:
    """The passages that hold the most of the query's words, in the order of the page; at most three.

    One is taken for what it holds beyond those before, quotes and answers first: they say who, and where, best.
    """
    language = without_territory(content.language)
    meaning = _meaning(query, language)
    candidates = [candidate for part in parts(content) for candidate in _of_part(part, meaning)]
    chosen: list[_Candidate] = []
    covered: frozenset[QueryWord] = frozenset()
    while candidates and len(chosen) < MOST:
        best = max(candidates, key=lambda one: (len(one.covers - covered), -_PREFERRED.index(one.part.kind)))
        if not best.covers - covered:
            break
        chosen.append(best)
        covered |= best.covers
    return tuple(map(_passage, sorted(chosen, key=candidates.index)))


class _Candidate(NamedTuple):
    """A sentence of a part as it is shown, and what was found in it and in the part's name."""

    part: Part
    in_name: Found
    sentence: str
    found: Found
    covers: frozenset[QueryWord]


def _of_part(part: Part, meaning: Meaning) -> Iterator[_Candidate]:
    """One for each sentence that holds a word; the first sentence, where the part's name alone does."""
    in_name, found = _found(part.name, meaning), _found(part.text, meaning)
    if not in_name and not found:
        return
    named = frozenset(word for _start, _end, word in in_name)
    if not found:
        first = next(_sentences(part.text), slice(0))
        yield _Candidate(part, in_name, *_shortened(part.text[first], []), named)
    for sentence in _sentences(part.text) if found else ():
        those = [
            (a - sentence.start, b - sentence.start, word)
            for a, b, word in found
            if sentence.start <= a < sentence.stop
        ]
        if those:
            shown, in_it = _shortened(part.text[sentence], those)
            yield _Candidate(part, in_name, shown, in_it, named.union(word for _a, _b, word in in_it))


def _passage(one: _Candidate) -> Passage:
    name, sentence = tuple(_runs(one.part.name, one.in_name)), tuple(_runs(one.sentence, one.found))
    return Passage(one.part.kind, one.part.key, name, sentence)


def _sentences(text: str) -> Iterator[slice]:
    """Where they stand, without the spaces around them."""
    start = 0
    for end, following in [*(match.span() for match in _SENTENCE_ENDS.finditer(text)), (len(text), len(text))]:
        sentence = text[start:end]
        if bare := sentence.strip():
            start += len(sentence) - len(sentence.lstrip())
            yield slice(start, start + len(bare))
        start = following


@lru_cache(maxsize=8)
def _meaning(query: SearchQuery, language: str) -> Meaning:
    """What tells of a word, in `language`, which one of the query finds it. Most words stand there often, and in the
    other hits of the page.
    """
    asked: dict[str, QueryWord] = {}
    for word in query.words:
        for form in word.forms(language):
            asked.setdefault(form, word)
    beginnings = [word for word in query.words if word.is_beginning]

    @cache
    def meant(text: str) -> QueryWord | None:
        found = next((asked[form] for form in forms(text, language) if form in asked), None)
        return found or next((word for word in beginnings if word.begins(text)), None)

    return meant


def _found(text: str, meaning: Meaning) -> Found:
    """Every place of a word of the query, in order. Most texts hold none, which is told sooner."""
    meant = {word: found for word in distinct(text) if (found := meaning(word))}
    return [(start, end, meant[word]) for start, end, word in words(text, among=meant)] if meant else []


def _shortened(sentence: str, found: Found) -> tuple[str, Found]:
    """A long sentence as what stands around the words that are found, most of them where not all fit, cut between
    words.
    """
    if len(sentence) <= LONGEST:
        return sentence, found
    first, first_ends = _densest(found)
    start = max(first - _BEFORE, 0)
    if start:
        start = sentence.find(" ", start, first) + 1 or first
    end = start + LONGEST
    if end < len(sentence):
        end = max(sentence.rfind(" ", start, end), first_ends) if " " in sentence[start:end] else end
    before, behind = ("… " if start else ""), (" …" if end < len(sentence) else "")
    moved = len(before) - start
    those = [(left + moved, right + moved, word) for left, right, word in found if start <= left and right <= end]
    return f"{before}{sentence[start:end]}{behind}", those


def _densest(found: Found) -> tuple[int, int]:
    """The place from which on the most words of the query stand together; the first of several."""

    def together(place: tuple[int, int]) -> int:
        start, room = place[0], LONGEST - _BEFORE
        return len({word for left, right, word in found if start <= left and right <= start + room})

    return max(((start, end) for start, end, _word in found), key=together, default=(0, 0))


def _runs(text: str, found: Found) -> Iterator[Run]:
    place = 0
    for start, end, _word in found:
        if start > place:
            yield Run(text[place:start])
        yield Run(text[start:end], is_found=True)
        place = end
    if text[place:]:
        yield Run(text[place:])
