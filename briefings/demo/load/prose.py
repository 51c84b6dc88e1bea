"""Sentences in six languages, put together from word lists."""

import json
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

WORDLISTS = Path(__file__).resolve().parent / "wordlists"
LANGUAGES = {"en": 45, "de": 20, "fr": 12, "es": 8, "uk": 8, "ar": 7}
"""How many in a hundred briefings are written in each."""
PARAGRAPHS = 400


@dataclass(frozen=True)
class Prose:
    """One language: its word lists, and paragraphs and statements (which are quoted) made of them once.

    No statement stands in a paragraph or in another statement, so each is found where it is quoted.
    """

    language: str
    words: dict[str, Any]
    paragraphs: tuple[str, ...]
    statements: tuple[str, ...]

    def line(self, name: str, rng: Random) -> str:
        """A line made by the pattern of that name, or by one of several."""
        return _filled(self.words, name, rng)

    def lines(self, name: str, rng: Random, *, most: int) -> list[str]:
        """At most so many lines, each by another pattern of that name."""
        patterns = self.words[name]
        return [_fill(self.words, pattern, rng) for pattern in rng.sample(patterns, min(most, len(patterns)))]

    def attribution(self, rng: Random, *, who: str) -> tuple[str, str]:
        """What stands before and after the words of a quotation, with the marks of the language."""
        opening, closing = self.words["marks"].split("{}")
        before, after = rng.choice(self.words["said"]).replace("{who}", who).split("{words}")
        return _fill(self.words, before, rng) + opening, closing + _fill(self.words, after, rng)


@cache
def prose(language: str) -> Prose:
    words = json.loads((WORDLISTS / f"{language}.json").read_text(encoding="utf-8"))
    rng = Random(language)
    paragraphs = tuple(
        " ".join(_filled(words, "sentences", rng) for _ in range(rng.randint(1, 6))) for _ in range(PARAGRAPHS)
    )
    statements = tuple(pattern.format(plan=plan) for pattern, plan in product(words["statements"], words["plans"]))
    return Prose(language, words, paragraphs, statements)


def _filled(words: dict[str, Any], name: str, rng: Random) -> str:
    patterns = words[name]
    return _fill(words, patterns if isinstance(patterns, str) else rng.choice(patterns), rng)


def _fill(words: dict[str, Any], pattern: str, rng: Random) -> str:
    if "{" not in pattern:
        return pattern
    return pattern.format(
        place=rng.choice(words["places"]),
        body=rng.choice(words["bodies"]),
        plan=rng.choice(words["plans"]),
        day=rng.choice(words["days"]),
        number=rng.randint(2, 980),
    )
