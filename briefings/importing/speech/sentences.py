"""A paragraph with the words in its marks masked, cut into sentences.

What is quoted can hold names, verbs and full stops of its own; they must not be taken for those of the sentence.
"""

import re
from collections.abc import Iterator, Sequence

from briefings.importing.language import Language
from briefings.importing.speech.marks import Marked

_FILLER = "·"  # no letter, digit or space
_LONGEST = 2_000
_BOUNDARY = re.compile(
    r"(?:[.!?…؟][”’\"'»)\]“›‹«‘]{0,3}(?:\[\d{1,3}\]){0,3}\s+|[。！？]+)(?=[“„‘«\"'(\[‹›‚»—–「]{0,2}\s?(?P<next>[^\W_]|·))"
)
_LAST_WORD = re.compile(r"[\w.’-]+\Z")
_TAIL_WORDS = re.compile(r"[\w’'-]+")


def masked(text: str, marks: Sequence[Marked]) -> str:
    """`text` in its length, with a filler for all words in marks; the punctuation that ends them stays."""
    parts: list[str] = []
    position = 0
    for mark in marks:
        length = mark.end - mark.start
        ending = text[mark.end - 1] if length and text[mark.end - 1] in ".!?…,؟،" else _FILLER
        parts += (text[position : mark.start], _FILLER * (length - 1), ending if length else "")
        position = mark.end
    parts.append(text[position:])
    return "".join(parts)


def sentences(text: str, tongue: Language) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a masked paragraph; a very long one is cut, so that its cost is bounded."""
    start = 0
    for end in _ends(text, tongue):
        while end - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
            yield start, cut
            start = cut
        if start < end:
            yield start, end
            start = end


def _ends(text: str, tongue: Language) -> Iterator[int]:
    for boundary in _BOUNDARY.finditer(text):
        if boundary["next"].islower():
            continue
        if not (_is_abbreviation(text, boundary, tongue) or _asks_on(text, boundary, tongue)):
            yield boundary.end()
    yield len(text)


def _is_abbreviation(text: str, boundary: re.Match[str], tongue: Language) -> bool:
    """Dr. Smith, U.S. President, J. D. Vance: no sentence ends there."""
    if boundary[0][0] != "." or boundary[0][1:].strip():
        return False
    word = _LAST_WORD.search(text, max(0, boundary.start() - 20), boundary.start())
    if not word:
        return False
    if word[0].isdigit():
        following = _TAIL_WORDS.match(text, boundary.end())
        return bool(following) and tongue.has("months", following[0].casefold())
    if re.fullmatch(r"(?:\w\.)*[^\W\d_]", word[0]):
        return True
    return tongue.has("abbreviations", word[0].casefold()) or tongue.has("honorifics", word[0].casefold())


def _asks_on(text: str, boundary: re.Match[str], tongue: Language) -> bool:
    """“Why now?” Macron asked: the sentence goes on after the mark."""
    if boundary[0][0] not in "!?" or not boundary[0][1:].strip():
        return False
    tail = re.split(r"[.!?,;:“\"«]", text[boundary.end() : boundary.end() + 120], maxsplit=1)[0]
    return any(tongue.has("saying_verbs", word.casefold()) for word in _TAIL_WORDS.findall(tail)[:7])
