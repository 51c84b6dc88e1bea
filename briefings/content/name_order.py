"""How names are put in order: the letter under which each stands, and its place among the others.

Latin names stand in the order of a to z, with or without marks (é beside e, ł beside l; ñ alone is a letter of its
own); Cyrillic ones in that of the Ukrainian alphabet, with the letters of its neighbours where they belong; Arabic ones
in that of theirs, without regard to the article, vowel marks, and the seats of hamza. No name is spelled in another
script for it. A public figure stands under the last word of the name, as in an index of people; bodies, documents and
topics under the first.
"""

import re
import unicodedata
from typing import NamedTuple

LATIN = "abcdefghijklmnñopqrstuvwxyz"
CYRILLIC = "абвгґдђеёєжзѕиіїйјклљмнњопрстћуўфхцчџшщъыьэюя"
ARABIC = "ابپتثجچحخدذرزژسشصضطظعغفقكگلمنهوي"
OTHER = "#"
"""Under which digits stand, and what is of no alphabet above."""
LONGEST = 40
"""So many letters of a name decide on its place."""

_ORDER = f" 0123456789{LATIN}{CYRILLIC}{ARABIC}"
_PLACES = {sign: f"{place:02x}" for place, sign in enumerate(_ORDER, start=1)}
_BEYOND = "ff"
_ALONE = frozenset("ñ") | frozenset(CYRILLIC)
"""Which Unicode takes apart and no reader of these alphabets does."""
_SPELLED = str.maketrans(
    {"ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
    | {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ء": None}
    | {"ـ": None, "ʼ": None}
)
_ARTICLE = re.compile(r"\bال(?=\w{2})")
_WORDS = re.compile(r"[^\W_]+(?:[-'’ʼ.][^\W_]+)*")
_NO_NAME = re.compile(r"[ivx]+|\d+|jr|sr", re.IGNORECASE)
"""What follows a name and is none: Charles III, Leo XIV, Robert Kennedy Jr."""
_ASIDE = re.compile(r"\([^)]*\)")


class Filed(NamedTuple):
    """Where a name stands: its `letter`, a capital or OTHER, and its `sort_key` among all names: ASCII that any
    database puts in the same order, mostly two signs for each letter.
    """

    letter: str
    sort_key: str


def filed(name: str, *, is_public_figure: bool = False) -> Filed:
    """Where `name` stands in an index; a public figure under the last word that is part of the name."""
    words = _WORDS.findall(_unmarked(_ASIDE.sub(" ", name))) or [""]
    if is_public_figure:
        last = next((place for place in range(len(words) - 1, 0, -1) if not _NO_NAME.fullmatch(words[place])), 0)
        words = [words[last], *words[:last], *words[last + 1 :]]
    signs = [sign for word in words for sign in (*_signs(word), " ")][:-1]
    first = next((sign for sign in signs if sign != " "), "")
    letter = first.upper() if first in LATIN or first in CYRILLIC or first in ARABIC else OTHER
    return Filed(letter if first else OTHER, "".join(map(_placed, signs[:LONGEST])))


def in_order(letters: list[str]) -> list[str]:
    """Letters in the order of their alphabets, OTHER last."""
    return sorted(letters, key=lambda letter: (letter == OTHER, _PLACES.get(letter.lower(), _BEYOND)))


def _unmarked(name: str) -> str:
    """Without marks that no letter holds, such as Arabic vowels."""
    return "".join(sign for sign in unicodedata.normalize("NFC", name) if not unicodedata.combining(sign))


def _signs(word: str) -> str:
    """The letters and digits of a word that decide on its place."""
    composed = _ARTICLE.sub("", word).casefold()
    bare = "".join(sign if sign in _ALONE else _without_marks(sign) for sign in composed)
    return "".join(sign for sign in bare.translate(_SPELLED) if sign.isalnum())


def _without_marks(sign: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))


def _placed(sign: str) -> str:
    return _PLACES.get(sign) or f"{_BEYOND}{ord(sign):06x}"
