"""Where the words of a query stand in a briefing: a few passages, each a sentence in which they are marked."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from briefings.content import BriefingContent
from briefings.content.languages import without_territory
from briefings.search_words.folding import words
from briefings.search_words.parts import Kind, Part, parts
from briefings.search_words.queries import QueryWord, SearchQuery

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
    covers: frozenset[QueryWord] = field(default=frozenset(), repr=False)


def mark(text: str, query: SearchQuery, language: str) -> tuple[Run, ...]:
    """`text`, in `language`, as runs."""
    return tuple(_runs(text, _found(text, _meaning(query, without_territory(language)))))


def find_passages(content: BriefingContent, query: SearchQuery) -> tuple[Passage, ...]:
    """The passages that hold the most of the query's words, in the order of the page; at most three.

    One is taken for what it holds beyond those before, quotes and answers first: they say who, and where, best.
    """
    language = without_territory(content.language)
    meaning = _meaning(query, language)
    candidates = [passage for part in parts(content) for passage in _of_part(part, meaning)]
    chosen: list[Passage] = []
    covered: frozenset[QueryWord] = frozenset()
    while candidates and len(chosen) < MOST:
        best = max(candidates, key=lambda one: (len(one.covers - covered), -_PREFERRED.index(one.kind)))
        if not best.covers - covered:
            break
        chosen.append(best)
        covered |= best.covers
    return tuple(sorted(chosen, key=candidates.index))


def _of_part(part: Part, meaning: Meaning) -> Iterator[Passage]:
    """One for each sentence that holds a word; the first sentence, where the part's name alone does."""
    in_name = _found(part.name, meaning)
    name = tuple(_runs(part.name, in_name))
    named = frozenset(word for _start, _end, word in in_name)
    sentences = list(_sentences(part.text)) or [""]
    found = [(sentence, _found(sentence, meaning)) for sentence in sentences]
    holding = [(sentence, those) for sentence, those in found if those]
    for sentence, those in holding or (found[:1] if named else ()):
        shown, in_it = _shortened(sentence, those)
        covers = named | {word for _start, _end, word in in_it}
        yield Passage(part.kind, part.key, name, tuple(_runs(shown, in_it)), covers)


def _sentences(text: str) -> Iterator[str]:
    return (sentence for sentence in (part.strip() for part in _SENTENCE_ENDS.split(text)) if sentence)


def _meaning(query: SearchQuery, language: str) -> Meaning:
    """What tells of a word, in `language`, which one of the query finds it. Most words of a text stand there often."""

    @cache
    def meant(text: str) -> QueryWord | None:
        return next((word for word in query.words if word.means(text, language)), None)

    return meant


def _found(text: str, meaning: Meaning) -> Found:
    """Every place of a word of the query, in order."""
    return [(start, end, meant) for start, end, word in words(text) if (meant := meaning(word))]


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
