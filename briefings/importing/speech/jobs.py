"""What somebody is said to be right behind the name: “Macron, the French president,”."""

import re
from collections.abc import Sequence

from briefings.importing.language import Language
from briefings.importing.speech.words import Word, words_of

_AGE = re.compile(r"(?:,\s+(?:aged\s+)?\d{1,3}|\s+\([^()]{1,30}\)|,\s+\d{1,3}\s+(?:ans|años|Jahre alt))(?=[,\s.])")
_ARTICLE = r"(?:then\s)?(?P<article>(?:the|a|an|der|die|das|ein|eine|le|la|l[’']|un|une|el|los|las|una)\s*\b|)"
_CAPITALS = r"(?-i:[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)*)"
_LISTED = rf"(?:(?:,\s(?-i:[A-ZÀ-Þ])[\w’'-]*)*,?\s(?:and|und|et|y)\s{_CAPITALS})?"  # Minister of Art, Culture and Works
_NAMED = re.compile(rf",\s{_CAPITALS}\s{_CAPITALS},")
_APPOSITION = re.compile(
    rf",\s+{_ARTICLE}(?P<office>(?:Hon\.\s)?[^,.;:·“”\"()«»„—–]{{3,140}}?{_LISTED})(?=[,.;—–]|\s[—–]|\Z)", re.IGNORECASE
)


def stated_behind(text: str, end: int, tongue: Language) -> tuple[str, int] | None:
    """The office in apposition after a name that ends at `end`, and where it ends: Macron, the French president,"""
    if aged := _AGE.match(text, end, end + 40):
        end = aged.end()
    apposition = _APPOSITION.match(text, end, end + 170)
    if not apposition or _NAMED.match(text, apposition.end()):
        return None  # Auchan, la ministre du Travail, Anna Weber, …: it is hers
    words = words_of(text, *apposition.span("office"), tongue)
    clause = next((index for index, word in enumerate(words) if word.is_in("relatives")), len(words))
    office = words[: clause if tongue.language == "en" else None]
    if not office or any(word.says and not word.is_capitalised for word in office):
        return None
    if tongue.language == "en" and office[0].bare.endswith("ing"):
        return None  # “on Telegram, addressing the minister”
    if office[0].is_in("pronouns_m", "pronouns_f", "relatives", "conjunctions", "quantifiers", "adverbs"):
        return None
    until = next((index for index, word in enumerate(office) if word.is_in("prepositions")), len(office))
    if not any(word.is_office for word in office[: min(until, 7)]) and not _is_called(apposition, office[:until]):
        return None
    return text[office[0].start : office[-1].end] if clause < len(words) else apposition[
        "office"
    ].strip(), apposition.end()


def _is_called(apposition: re.Match[str], noun: Sequence[Word]) -> bool:
    """Whether “a” makes a job of any noun: “a geophysicist”, “a retired millworker”."""
    has_article = apposition["article"].strip().casefold() in ("a", "an", "ein", "eine", "un", "une", "una")
    is_time = any(word.is_in("days", "adverbs", "months") for word in noun)
    return has_article and 0 < len(noun) < 5 and not is_time and not any(word.is_small or word.is_body for word in noun)
