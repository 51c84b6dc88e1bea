"""Words that the newsroom writes in another way: where they stand, outside of quotations, and putting them right."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "‚": "‘’"}
_AROUND = 30
MOST = 200
"""Places that are told of one text at the most."""


@dataclass(frozen=True)
class Rule:
    """`right` is written for `wrong`."""

    wrong: str
    right: str
    why: str = ""


@dataclass(frozen=True)
class Place:
    """Where a text has the wrong words: `start` and `end` in it, what is to stand there, and the words around."""

    rule: Rule
    start: int
    end: int
    right: str
    around: str


def places(text: str, rules: Iterable[Rule], *, spans: Iterable[str] = ()) -> list[Place]:
    """In the order of the text. Nothing between quotation marks, and none of `spans`, the words of quotations."""
    quoted = list(_quoted(text, spans))
    found = [place for rule in rules for place in _of_rule(text, rule) if not _is_within(place, quoted)]
    return sorted(found, key=lambda place: place.start)[:MOST]


def edits(text: str, rule: Rule, *, spans: Iterable[str] = ()) -> list[tuple[int, int, str]]:
    """What puts `rule` right everywhere in `text`."""
    return [(place.start, place.end, place.right) for place in places(text, [rule], spans=spans)]


def put_right(text: str, rule: Rule) -> str:
    """Plain `text` with the rule kept."""
    for start, end, right in reversed(edits(text, rule)):
        text = text[:start] + right + text[end:]
    return text


def _of_rule(text: str, rule: Rule) -> Iterator[Place]:
    # A word in small letters may begin a sentence; one with capitals is meant as it is written.
    capital = rule.wrong[:1].upper() + rule.wrong[1:]
    for wrong in dict.fromkeys([rule.wrong, capital]):
        right = rule.right if wrong == rule.wrong else rule.right[:1].upper() + rule.right[1:]
        for match in re.finditer(rf"(?<!\w){re.escape(wrong)}(?!\w)", text):
            if text.startswith(right, match.start()) and len(right) > len(wrong):
                continue  # the right words begin with the wrong ones
            start, end = max(0, match.start() - _AROUND), match.end() + _AROUND
            around = " ".join(text[start:end].split())
            yield Place(rule, match.start(), match.end(), right, around)


def _quoted(text: str, spans: Iterable[str]) -> Iterator[tuple[int, int]]:
    opened, closers = -1, ""
    for offset, sign in enumerate(text):
        if opened >= 0 and (sign in closers or sign == "\n"):
            # An apostrophe within a word closes nothing.
            if sign == "’" and text[offset + 1 : offset + 2].isalnum():
                continue
            yield opened, offset
            opened, closers = -1, ""
        elif opened < 0 and sign in _PAIRS:
            opened, closers = offset, _PAIRS[sign]
    if opened >= 0:
        yield opened, len(text)
    for span in spans:
        start = text.find(span)
        while span and start >= 0:
            yield start, start + len(span)
            start = text.find(span, start + 1)


def _is_within(place: Place, quoted: list[tuple[int, int]]) -> bool:
    return any(start < place.end and place.start < end for start, end in quoted)
