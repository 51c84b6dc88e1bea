"""A paragraph with the words in its marks masked, cut into sentences.

What is quoted can hold names, verbs and full stops of its own; they must not be taken for those of the sentence.
"""

import re
from collections.abc import Iterator, Sequence

from briefings.importing.marks import Marked
from briefings.importing.wordlists import word_list

_FILLER = "·"  # no letter, digit or space
_LONGEST = 2_000
_BOUNDARY = re.compile(r"[.!?…][”’\"'»)\]“›」]{0,3}\s+(?=[“„‘«\"'(\[‹»]{0,2}(?:[^\W_a-z]|·))")
_LAST_WORD = re.compile(r"[\w.’-]+\Z")
_TAIL_WORDS = re.compile(r"[\w’'-]+")


def masked(text: str, marks: Sequence[Marked]) -> str:
    """`text` in the same length, with a filler for all words in marks but the punctuation that ends them."""
    parts: list[str] = []
    done = 0
    for mark in marks:
        length = mark.end - mark.start
        ending = text[mark.end - 1] if length and text[mark.end - 1] in ".!?…," else _FILLER
        parts += (text[done : mark.start], _FILLER * (length - 1), ending if length else "")
        done = mark.end
    parts.append(text[done:])
    return "".join(parts)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a masked paragraph; one without end is cut, so that it costs no more."""
    start = 0
    for end in _ends(text):
        while end - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
            yield start, cut
            start = cut
        if start < end:
            yield start, end
            start = end


def _ends(text: str) -> Iterator[int]:
    for boundary in _BOUNDARY.finditer(text):
        if not (_is_abbreviation(text, boundary) or _asks_on(text, boundary)):
            yield boundary.end()
    yield len(text)


def _is_abbreviation(text: str, boundary: re.Match[str]) -> bool:
    """Dr. Smith, U.S. President, J. D. Vance: no sentence ends there."""
    if boundary[0][0] != "." or boundary[0][1:].strip():
        return False
    word = _LAST_WORD.search(text, max(0, boundary.start() - 20), boundary.start())
    if not word:
        return False
    return bool(re.fullmatch(r"(?:\w\.)*[^\W\d_]", word[0])) or word[0].casefold() in word_list("abbreviations")


def _asks_on(text: str, boundary: re.Match[str]) -> bool:
    """“Why now?” Macron asked: the sentence goes on after the mark."""
    if boundary[0][0] not in "!?" or not boundary[0][1:].strip():
        return False
    tail = re.split(r"[.!?,;:“\"«]", text[boundary.end() : boundary.end() + 120], maxsplit=1)[0]
    return any(word.casefold() in word_list("saying_verbs") for word in _TAIL_WORDS.findall(tail)[:7])
