"""Whether two names may be one person’s: the same words in another order, case or script, with marks or without, as
other languages spell their letters, or with an initial in the place of a first name.
"""

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from anyascii import anyascii

LONGEST = 200
NOTHING = "?"
"""Stands for a name without letters, which is like no other."""

_ASIDE = re.compile(r"\([^)]*\)")
_WORDS = re.compile(r"[a-z0-9]+\.?")
_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "sir", "dame", "herr", "frau"})
_NUMERAL = re.compile(r"[ivx]+|\d+")
_SPELLINGS = (("ph", "f"), ("ck", "k"), ("w", "v"), ("y", "i"), ("j", "i"), ("z", "s"))
_TWICE = re.compile(r"([a-z])\1+")


class Spelled(NamedTuple):
    """The words of a name in one spelling and order, and their first letters: whose differ are not alike."""

    alike: str
    initials: str


def spelled(name: str) -> Spelled:
    words = _words(name)
    alike = " ".join(words)[:LONGEST] or NOTHING
    return Spelled(alike, "".join(sorted(word[0] for word in words))[:LONGEST])


def may_be_one(one: str, other: str) -> bool:
    """Whether names so spelled may be one person’s: a whole word is the same, and each other one or its initial."""
    if NOTHING in (one, other):
        return False
    ours, theirs = Counter(one.split()), Counter(other.split())
    if not any(_is_whole(word) for word in ours & theirs):
        return False
    left, right = sorted((ours - theirs).elements()), sorted((theirs - ours).elements())
    return len(left) == len(right) and all(
        a[0] == b[0] and not (_is_whole(a) and _is_whole(b)) for a, b in zip(left, right, strict=True)
    )


def _is_whole(word: str) -> bool:
    return not word.endswith(".")


def _words(name: str) -> list[str]:
    plain = re.sub(r"['’ʼ`]", "", _ASIDE.sub(" ", unicodedata.normalize("NFC", name)))
    found = _WORDS.findall(re.sub(r"['`]", "", anyascii(plain)).lower())
    found = [word for word in found if word.rstrip(".") not in _TITLES] or found
    last = len(found) - 1
    words = [_in_one_spelling(word, may_number=0 < place == last) for place, word in enumerate(found)]
    whole, initials = [word for word in words if _is_whole(word)], [word for word in words if not _is_whole(word)]
    return sorted(whole + ([] if len(whole) > 1 else initials[:1]))  # a middle initial stands in some texts alone


def _in_one_spelling(word: str, *, may_number: bool) -> str:
    if may_number and _NUMERAL.fullmatch(word):  # Charles III is not Charles II
        return f"{word}#"
    word = word.rstrip(".")
    for spelling, same in _SPELLINGS:
        word = word.replace(spelling, same)
    return f"{word}." if len(word) == 1 else _TWICE.sub(r"\1", word)
