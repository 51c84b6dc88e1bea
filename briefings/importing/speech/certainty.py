"""Whether a sentence alone makes it certain who speaks, by a closed grammar over its words; no guess is used.

Two shapes are certain: a whole quotation, one verb of saying and one full name in either order, at most a time or a
place beside them; and the same words with a colon before the quotation. What the grammar does not know is not certain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefings.importing.language import Language
from briefings.importing.speech.full_names import full_name, is_at_odds
from briefings.importing.speech.marks import Marked

_OPENS, _CLOSES = "“„«»\"‘‚‹›'”「『", "”“»«\"’‘›‹'」』"
_TOKEN = re.compile(r"[^\s,،]+|[,،]")
_COMMAS = ",،"
_ENDED = re.compile(r"[.]?(?:\s*\[\d{1,3}\])*\s*")
_TAG = re.compile(r"\((?:\d{1,3}|(?P<party>[^\W\d_]+(?:[/-][^\W\d_]+)?)[.]?)\)")
_SEAT = re.compile(r"[DRI]-[A-Z][a-z]+")
_LONGEST_TAG = 5
_DASHED = re.compile(r"[,?!…]?\s*[—–]")  # an attribution inside the marks, as several languages set it off
_MOST_TOKENS = 20
_ARTICLES = {"en": ("the",), "de": ("der", "die"), "fr": ("le", "la"), "es": ("el", "la")}
_VERB_FIRST = {"es": 0, "uk": 0, "ar": 0, "de": 1}  # words that have to stand before a verb before a colon


@dataclass(frozen=True)
class Certain:
    """Who speaks, by the full name and the title that stand beside the words."""

    name: str
    title: str = ""


def certain_speaker(text: str, start: int, end: int, marks: Sequence[Marked], tongue: Language) -> Certain | None:
    """Who is certain to speak in the sentence of `text` from `start` to `end`, in which `marks` stand; else None."""
    if not 1 <= len(marks) <= 2 or text[: marks[0].start][-1:] not in tuple(_OPENS):
        return None
    before, after = text[start : max(start, marks[0].start - 1)].strip(), text[marks[-1].end : end]
    if after[:1] in tuple(_CLOSES):
        after = after[1:]
    elif len(marks) > 1 or not _DASHED.match(after):
        return None
    if before.endswith((":", "：")) and len(marks) == 1 and _ENDED.fullmatch(after):
        return _before_colon(_tokens(before[:-1]), tongue)
    if before.strip("—–- ") or not _is_whole(text, marks[0], tongue):
        return None
    if len(marks) == 1:
        clause = re.sub(r"[—–]?[.]?(?:\s*\[\d{1,3}\])*\s*\Z", "", after)
        return _after_quotation(_tokens(clause.lstrip(" ,?!…،—–-")), tongue)
    clause = _between(text[marks[0].end : marks[1].start])
    return _after_quotation(_tokens(clause), tongue) if clause and _ENDED.fullmatch(after) else None


def _between(text: str) -> str:
    """The clause that splits a quotation, from mark to mark or, inside the marks, from dash to dash; else empty."""
    inside = re.fullmatch(r"[,?!…]?\s*[—–]\s*([^«»“”\"]*?)\s*[,.]?\s*[—–][,.]?\s*", text)
    marked = re.fullmatch(rf"[{_CLOSES}][\s,،—–]*([^{_OPENS}]*?)\s*[,،—–]\s*[{_OPENS}]", text)
    match = marked or inside
    return match[1].strip(" ,،") if match else ""


def _tokens(clause: str) -> list[str]:
    return _TOKEN.findall(clause)


def _is_whole(text: str, mark: Marked, tongue: Language) -> bool:
    """Whether a quotation is no fragment of the sentence: it begins with a capital, and something sets it apart."""
    words = text[mark.start : mark.end].strip()
    if not words or (tongue.is_cased and words.lstrip("…“„«‘ ")[:1].islower()):
        return False
    return words[-1] in ",،?!…؟" or text[mark.end : mark.end + 3].strip(f" {_CLOSES}")[:1] in tuple(",،—–-?!…")


def _after_quotation(tokens: Sequence[str], tongue: Language) -> Certain | None:
    return next(_readings(tokens, tongue), None) if 0 < len(tokens) <= _MOST_TOKENS else None


def _before_colon(tokens: Sequence[str], tongue: Language) -> Certain | None:
    """The speaker before a colon. A time may come first, or a verb, as in German: Am Dienstag sagte Anna Bell:"""
    if not 0 < len(tokens) <= _MOST_TOKENS:
        return None
    for first in range(len(tokens)):
        if not _is_beside(tokens[:first], tongue):
            continue
        for certain in _readings(tokens[first:], tongue):
            is_inverted = _verb_length(tokens[first:], tongue) > 0
            if not is_inverted or _VERB_FIRST.get(tongue.language, len(tokens)) <= first:
                return certain
    return None


def _readings(tokens: Sequence[str], tongue: Language) -> Iterator[Certain]:
    """Verb and person, or person and verb, with nothing behind them but a time or a place."""
    if length := _verb_length(tokens, tongue):
        person = _person(tokens[length:], tongue)
        is_whole = person is not None and _is_beside(tokens[length + person[1] :], tongue)
        if person and is_whole and not is_at_odds(tokens[length - 1], person[0].name, tongue):
            yield person[0]
    elif person := _person(tokens, tongue):
        length = _verb_length(tokens[person[1] :], tongue)
        verb = tokens[person[1] + length - 1]
        if length and _is_beside(tokens[person[1] + length :], tongue) and not is_at_odds(verb, person[0].name, tongue):
            yield person[0]


def _verb_length(tokens: Sequence[str], tongue: Language) -> int:
    return _phrase_length(tokens, tongue.words("certain_verbs"))


def _phrase_length(tokens: Sequence[str], phrases: frozenset[str]) -> int:
    """How many tokens at the front are the longest of some phrases."""
    for length in (3, 2, 1):
        if len(tokens) >= length and " ".join(tokens[:length]).casefold() in phrases:
            return length
    return 0


def _person(tokens: Sequence[str], tongue: Language) -> tuple[Certain, int] | None:
    """The full name at the front, behind a title or an address if there is one, and how many tokens they take."""
    at, title = 0, ""
    has_article = bool(tokens) and tokens[0].casefold() in _ARTICLES.get(tongue.language, ())
    if length := _phrase_length(tokens[has_article:], tongue.words("certain_titles")):
        at = has_article + length
        written = " ".join(tokens[has_article:at])
        if (
            tongue.language == "de"
            and has_article
            and (tokens[0].casefold() == "der") == written.casefold().endswith(("in", "frau"))
        ):
            return None  # der Ministerin, der Frau: to her
        title = "" if _is_address(written, tongue) else written
        while at < len(tokens) and at < 4 and _is_address(tokens[at], tongue):
            at += 1
    name = full_name(tokens[at:], tongue)
    if not name or not (at or tongue.is_cased):
        return None
    at += len(name)
    if at < len(tokens) and _is_tag(tokens[at], tongue):
        at += 1
    return Certain(" ".join(name), title), at


def _is_tag(token: str, tongue: Language) -> bool:
    """Whether it is an age or a party in brackets: (54), (SPD), (D-Ohio). Any other word there may be a doubt."""
    if not (match := _TAG.fullmatch(token)):
        return False
    party = match["party"] or ""
    is_capitals = party.isupper() and all(len(part) <= _LONGEST_TAG for part in re.split("[/-]", party))
    is_doubt = any(tongue.has("verdicts", part) for part in re.split("[/-]", party.casefold()))
    is_party = is_capitals or bool(_SEAT.fullmatch(party)) or tongue.has("party_tags", party.casefold())
    return not party or (is_party and not is_doubt)


def certain_person(text: str, tongue: Language) -> Certain | None:
    """The person whom `text` names, where it holds a full name, a title perhaps, and nothing else."""
    tokens = _tokens(text)
    person = _person(tokens, tongue)
    return person[0] if person and person[1] == len(tokens) else None


def _is_address(word: str, tongue: Language) -> bool:
    return tongue.has("honorifics", word.casefold()) or tongue.has("honorifics", word.casefold().rstrip("."))


def _is_beside(tokens: Sequence[str], tongue: Language) -> bool:
    """Whether tokens are a time, a place, several of them, or nothing."""
    words = [token for token in tokens if token not in _COMMAS]
    if not words:
        return True
    return any(
        len(words) >= len(shape)
        and all(_fits(word, wanted, tongue) for word, wanted in zip(words, shape, strict=False))
        and _is_beside(words[len(shape) :], tongue)
        for shape in _shapes(tongue)
    )


@cache
def _shapes(tongue: Language) -> tuple[tuple[str, ...], ...]:
    """The times and places of a language; a place is one, two or three words."""
    phrases = [phrase.split() for phrase in tongue.words("certain_tails")]
    longer = [
        [*phrase[:-1], *["<place>"] * length] for phrase in phrases if phrase[-1] == "<place>" for length in (2, 3)
    ]
    return tuple(tuple(phrase) for phrase in (*phrases, *longer))


def _fits(word: str, wanted: str, tongue: Language) -> bool:
    bare = word.casefold()
    if wanted == "<day>":
        return tongue.has("days", bare)
    if wanted == "<month>":
        return tongue.has("months", bare)
    if wanted == "<part>":
        return tongue.has("day_parts", bare)
    if wanted == "<number>":
        return bool(re.fullmatch(r"\d{1,4}(?:[.]|st|nd|rd|th|er)?", bare))
    if wanted == "<place>":
        return bool(re.fullmatch(r"[^\W\d_][\w-]*", word)) and word[0].isupper() and _is_place(bare, tongue)
    return bare == wanted


def _is_place(bare: str, tongue: Language) -> bool:
    """Whether a place is known: “in Wahrheit”, “in Satire” and “in Deepfakes” stand where a place may."""
    return tongue.has("certain_places", bare) or tongue.has("places", bare)
