"""The words of a text, and one spelling for each: of case, accents and forms of letters, in its own script."""

import re
import unicodedata
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST = 64
"""A word is cut off after so many characters."""
_SOFT_HYPHEN = "\u00ad"
_APOSTROPHES = "'\u2019\u02bc"


def _marks() -> str:
    """The combining marks, which stand in words and are no letters, as ranges of a regular expression."""
    codes = [code for code in range(0x300, 0x10000) if unicodedata.category(chr(code)).startswith("M")]
    starts = [code for code in codes if unicodedata.category(chr(code - 1))[0] != "M"]
    ends = [code for code in codes if unicodedata.category(chr(code + 1))[0] != "M"]
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))


_LETTER = rf"(?:[^\W_]|[{_marks()}{_SOFT_HYPHEN}])"
# Between Cyrillic letters an apostrophe is a letter (п’ять); elsewhere it ends a word (l’accord, Ukraine’s).
_CYRILLIC = "[\u0400-\u04ff]"
_WORD = re.compile(rf"{_LETTER}+(?:(?<={_CYRILLIC})[{_APOSTROPHES}](?={_CYRILLIC}){_LETTER}+)*")
# NFKC spells ﷺ as four words and ⑴ with brackets; either database would take them apart.
_SIGNS = "".join(sign for sign in map(chr, range(0x80)) if not sign.isalnum())
_LEFT_OUT = dict.fromkeys(map(ord, f"{_SOFT_HYPHEN}{_APOSTROPHES}{_SIGNS}\u0640"))  # and the Arabic tatweel
_SOUND = re.compile(r"[^\W_\u02bc\u0640\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f\uff9e\uff9f]")
"""A sign of which something is left then: no mark, not even one that Unicode has as a letter of its own."""
_SAME_LETTER = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىئی", "ي"),
        "ة": "ه",
        "ؤ": "و",
        "ک": "ك",
        "ё": "е",
        "ѐ": "е",
        "ѝ": "и",
        "ґ": "г",
        "ł": "l",
        "đ": "d",
        "ø": "o",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
    }
)
# Where marks are accents or vowels that one writes or leaves out; elsewhere, as in Hindi, they are letters.
_ACCENTED = ("LATIN", "GREEK", "ARABIC", "HEBREW")
_MARKS_LEFT_OUT = ("COMBINING", "ARABIC", "HEBREW")


class Word(NamedTuple):
    """A word and where it stands in its text, in code points."""

    start: int
    end: int
    text: str


def words(text: str, *, among: Container[str] | None = None) -> Iterator[Word]:
    """The words of `text` in their order. A single letter beside an apostrophe (l’, ’s) is none, nor are marks. Given
    `among`, only those of it.
    """
    for match in _WORD.finditer(text):
        word = match[0][:LONGEST]
        if among is not None and word not in among:
            continue
        start, end = match.span()
        has_sound = word.isascii() or _SOUND.search(word)
        if has_sound and (end - start > 1 or not _is_beside_an_apostrophe(text, start, end)):
            yield Word(start, end, word)


def distinct(text: str) -> set[str]:
    """The texts of `words`, and of what is none, each once."""
    return {word[:LONGEST] for word in _WORD.findall(text)}


def _is_beside_an_apostrophe(text: str, start: int, end: int) -> bool:
    return any(sign in _APOSTROPHES for sign in f"{text[max(start - 1, 0) : start]}{text[end : end + 1]}")


@lru_cache(maxsize=50_000)
def cased(word: str) -> str:
    """`word` in small letters, its accents still there: a stemmer goes by them."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word).casefold()).translate(_LEFT_OUT)


def spelled(word: str) -> str:
    """`word` (from `cased`, or a stem of one) in its one spelling: without accents, harakat and variants of a letter.

    It stays in its script: й and ї are letters of their own, and so are the vowel signs of Hindi.
    """
    return word if word.isascii() else "".join(map(_spelled, word.translate(_SAME_LETTER)))


@lru_cache(maxsize=5_000)
def _spelled(sign: str) -> str:
    name = unicodedata.name(sign, "")
    if unicodedata.category(sign) == "Mn":
        return "" if name.startswith(_MARKS_LEFT_OUT) else sign
    if unicodedata.category(sign) == "Nd":
        return str(unicodedata.digit(sign))
    if not name.startswith(_ACCENTED):
        return sign
    return "".join(part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part))
