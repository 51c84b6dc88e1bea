"""How much two drafts are alike: what tells the next draft of a briefing from a draft of another.

Words alone count: marks, capitals, markers of lists and the way a line is wrapped say nothing. All of it takes time in
proportion to the words, whatever they are: of what is common to many lines nothing is looked up.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b, sha256
from itertools import chain, islice, pairwise

ALIKE = 0.5
"""The share of alike words from which on two drafts are taken for one that moved on."""

_WORD = re.compile(r"\w+")
_MARKER = re.compile(r"\s*(?:[-–—*•‣·◦▪]|\(?\d{1,3}[.)])\s+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_OF_A_SKETCH = 64
_MOST_WORDS = 100_000
"""So many words of a draft are enough to sketch it."""
_SHINGLE = 3
_NEAR = 0.5
_COMMON = 24
"""A pair of words that stands in more lines than this says nothing about which of them is meant."""

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """The words of a line or a passage, folded, without a list's marker in front."""
    text = unicodedata.normalize("NFKC", _MARKER.sub("", text, count=1).translate(_INVISIBLE))
    return tuple(_WORD.findall(text.casefold()))


def fingerprint(lines: Iterable[Words]) -> str:
    """SHA-256 of the words of a draft: the same for the same draft in whatever format and however wrapped."""
    digest = sha256()
    for words in lines:
        for word in words:
            digest.update(word.encode("utf-8", "surrogatepass") + b" ")
    return digest.hexdigest()


def sketch(lines: Iterable[Words]) -> str:
    """The least hashes of the runs of three words in a draft, in hex: two that share many are of like drafts."""
    words = list(islice(chain.from_iterable(lines), _MOST_WORDS))
    runs = {" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))} - {""}
    return " ".join(sorted(_short(run) for run in runs)[:_OF_A_SKETCH])


def sketches_agree(one: str, other: str) -> float:
    """An estimate, from 0 to 1, of the share of runs of words that two drafts have in common."""
    first, second = set(one.split()), set(other.split())
    least = sorted(first | second)[:_OF_A_SKETCH]
    return sum(hash_ in first and hash_ in second for hash_ in least) / len(least) if least else 0.0


def alike(one: Iterable[Words], other: Iterable[Words]) -> float:
    """The share of words, from 0 to 1, that stand in lines which are equal or nearly equal in both drafts."""
    first, second = [words for words in one if words], [words for words in other if words]
    whole = sum(map(len, first)) + sum(map(len, second))
    if not whole:
        return 0.0
    pairs = pairs_of(first, second)
    return sum(len(first[here]) + len(second[there]) for here, there in pairs) / whole


def pairs_of(first: Sequence[Words], second: Sequence[Words]) -> list[tuple[int, int]]:
    """Which of `first` goes with which of `second`, each at most once: equal ones in order, then nearly equal ones."""
    places: dict[Words, list[int]] = defaultdict(list)
    for there, words in reversed(list(enumerate(second))):
        places[words].append(there)
    pairs = [(here, places[words].pop()) for here, words in enumerate(first) if places.get(words)]
    firsts, seconds = {here for here, _ in pairs}, {there for _, there in pairs}
    scored = _near(
        {here: words for here, words in enumerate(first) if here not in firsts},
        {there: words for there, words in enumerate(second) if there not in seconds},
    )
    for _score, here, there in sorted(scored, key=lambda found: (-found[0], abs(found[1] - found[2]), found[1:])):
        if here not in firsts and there not in seconds:
            firsts.add(here)
            seconds.add(there)
            pairs.append((here, there))
    return sorted(pairs)


def nearness(one: Words, other: Words) -> float:
    """From 0 to 1: how much of two passages is the same pairs of words (Dice)."""
    first, second = Counter(_grams(one)), Counter(_grams(other))
    whole = first.total() + second.total()
    return 2 * (first & second).total() / whole if whole else 0.0


def _near(first: dict[int, Words], second: dict[int, Words]) -> list[tuple[float, int, int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for there, words in second.items():
        for gram in set(_grams(words)):
            index[gram].append(there)
    found = []
    for here, words in first.items():
        grams = set(_grams(words))
        shared = Counter(
            there for gram in grams if len(index.get(gram, ())) <= _COMMON for there in index.get(gram, ())
        )
        for there, _count in shared.most_common(3):
            if (score := nearness(words, second[there])) >= _NEAR:
                found.append((score, here, there))
    return found


def _grams(words: Words) -> list[str]:
    """Pairs of words; of a single word, the word."""
    return [" ".join(pair) for pair in pairwise(words)] or list(words)


def _short(run: str) -> str:
    return blake2b(run.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
