"""An attribution that stands inside the marks: « Nous irons, a déclaré Paul Durand, et vite. »"""

import re
from collections.abc import Iterator, Sequence

from briefings.importing.language import Language
from briefings.importing.speech.marks import Marked
from briefings.importing.speech.words import Word, words_of

_CLAUSE = re.compile(
    r"(?:(?P<comma>[,?!…])\s*(?P<dash>[—–]\s*)?|\s(?P<only>[—–])\s?)(?P<clause>[^,;:—–«»“”\"?!….]{4,120}?)"
    r"(?:,\s*(?P<dashes>[—–]?)\s*|\.\s*[—–]?\s+|\s?[—–][,.]?\s*|(?P<last>\.?\s*\Z))"
)
_BETWEEN_DASHES = re.compile(r"\s[—–](?P<clause>\w[^—–«»“”\"]{3,140})[—–][.,]?\s*")
_APPOSITION = re.compile(r"(?P<office>[^,;:—–«»“”\"?!….]{3,80})[,.]\s*")
_MOST_WORDS = 14


def without_incises(text: str, marks: Sequence[Marked], tongue: Language) -> tuple[Marked, ...]:
    """`marks`, each of which that holds an attribution is cut in two around it; the second part `goes_on`."""
    if tongue.language in ("en", "de", "ja"):
        return tuple(marks)
    return tuple(part for mark in marks for part in _parts(text, mark, tongue))


def _parts(text: str, mark: Marked, tongue: Language) -> Iterator[Marked]:
    start, goes_on, place = mark.start, mark.goes_on, mark.start
    while clause := _next_clause(text, place, mark.end):
        place = clause.start("clause")
        words = words_of(text, *clause.span("clause"), tongue)
        is_dashed = tongue.language == "uk" and bool(clause.groupdict().get("dash"))
        if not (_attributes(words) or (is_dashed and len(words) < 9 and words and words[0].text.islower())):
            continue
        if not text[start : clause.start()].strip():
            continue
        end = _with_office(text, clause.end(), mark.end, tongue)
        cut = clause.start() + (1 if clause.groupdict().get("comma") in ("?", "!", "…") else 0)
        yield Marked(start, cut, goes_on=goes_on)
        start, place, goes_on = end, end, True
    if start < mark.end and text[start : mark.end].strip(" .»”"):
        yield Marked(start, mark.end, goes_on=goes_on, stays_open=mark.stays_open)


def _next_clause(text: str, start: int, end: int) -> re.Match[str] | None:
    """The next clause that may be an attribution: between commas, or between dashes, whichever comes first."""
    clauses = [clause for pattern in (_BETWEEN_DASHES, _CLAUSE) if (clause := pattern.search(text, start, end))]
    return min(clauses, key=lambda clause: clause.start("clause"), default=None)


def _attributes(words: Sequence[Word]) -> bool:
    """Whether a clause begins with a verb of saying, its auxiliary perhaps, and is short."""
    if not 1 <= len(words) <= _MOST_WORDS:
        return False
    first = next((word for word in words if not word.is_in("auxiliaries")), words[0])
    at = words.index(first)
    if at <= 2 and " ".join(word.bare for word in words[at : at + 2]) in first.tongue.words("saying_phrases"):
        return True  # a fait savoir le ministre
    return (first.says and at <= 2) or (words[0].pronoun != "" and len(words) > 1 and words[1].says)


def _with_office(text: str, start: int, end: int, tongue: Language) -> int:
    """Where the attribution ends with its appositions: “a dit le maire de Lyon, Paul Durand, lors d’une réunion. …”"""
    for _ in range(3):
        if text[:start].rstrip().endswith("."):
            break
        chunk = _APPOSITION.match(text, start, end)
        words = words_of(text, *chunk.span("office"), tongue) if chunk else ()
        if not words or not (
            any(word.is_office for word in words[:3])
            or (2 <= len(words) <= 4 and all(word.may_name for word in words))
            or (len(words) <= 8 and (words[0].is_in("prepositions") or words[0].bare in ("lors", "durante")))
        ):
            break
        start = chunk.end()
    return start
