"""How much two drafts are alike, which tells the next draft of a briefing from a draft of another briefing.

Only words count, without marks, capitals, markers of lists and line breaks. The time is in proportion to the words,
whatever they are, since pairs of words that many lines have in common are not looked up.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b, sha256
from itertools import chain, islice, pairwise

ALIKE = 0.5
"""The share of alike words from which on two drafts are taken for two states of one."""

_WORD = re.compile(r"\w+")
_MARKER = re.compile(r"\s*(?:[-–—*•‣·◦▪]|\(?\d{1,3}[.)])\s+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_OF_A_SKETCH = 64
_MOST_WORDS = 100_000
"""How many words of a draft are enough to sketch it."""
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
    """The least hashes of the runs of three words in a draft, in hex: sketches of like drafts share many of them."""
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
    return sum(len(first[left]) + len(second[right]) for left, right in pairs) / whole


def pairs_of(first: Sequence[Words], second: Sequence[Words]) -> list[tuple[int, int]]:
    """Which of `first` goes with which of `second`, each at most once: equal ones in order, then nearly equal ones."""
    places: dict[Words, list[int]] = defaultdict(list)
    for right, words in reversed(list(enumerate(second))):
        places[words].append(right)
    pairs = [(left, places[words].pop()) for left, words in enumerate(first) if places.get(words)]
    firsts, seconds = {left for left, _ in pairs}, {right for _, right in pairs}
    scored = _near(
        {left: words for left, words in enumerate(first) if left not in firsts},
        {right: words for right, words in enumerate(second) if right not in seconds},
    )
    for _score, left, right in sorted(scored, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1:])):
        if left not in firsts and right not in seconds:
            firsts.add(left)
            seconds.add(right)
            pairs.append((left, right))
    return sorted(pairs)


def nearness(one: Words, other: Words) -> float:
    """From 0 to 1: how much of two passages is the same pairs of words (Dice)."""
    first, second = Counter(_grams(one)), Counter(_grams(other))
    whole = first.total() + second.total()
    return 2 * (first & second).total() / whole if whole else 0.0


def _near(first: dict[int, Words], second: dict[int, Words]) -> list[tuple[float, int, int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for right, words in second.items():
        for gram in set(_grams(words)):
            index[gram].append(right)
    pairs = []
    for left, words in first.items():
        grams = set(_grams(words))
        shared = Counter(
            right for gram in grams if len(index.get(gram, ())) <= _COMMON for right in index.get(gram, ())
        )
        for right, _count in shared.most_common(3):
            if (score := nearness(words, second[right])) >= _NEAR:
                pairs.append((score, left, right))
    return pairs


def _grams(words: Words) -> list[str]:
    """Pairs of words; of a single word, the word."""
    return [" ".join(pair) for pair in pairwise(words)] or list(words)


def _short(run: str) -> str:
    return blake2b(run.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
