"""What stands above the text of a draft: headline, bylines, the day it was written, and the dateline of the lede."""

import re

from briefings.importing.lines import Line
from briefings.importing.structure import shapes
from briefings.importing.tongue import Tongue
from briefings.importing.wordlists import word_list, words_of_all

_TIME = r"(?:\d{1,2}[:.h]\d{2}|\d{1,2}\s?(?:am|pm|uhr))"
_DAY = re.compile(rf"\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\b(?:19|20)\d\d\b|{_TIME}", re.IGNORECASE)
_READING_TIME = re.compile(r"\d+\s*(?:-\s*)?min(?:ute)?s?\.?(?:\s+read)?", re.IGNORECASE)
_NAME = r"[^\W\d_a-z][\w’'.\-]*"
_NAMES = re.compile(rf"{_NAME}(?:\s+(?:{_NAME}|de|del|della|van|von|der|den|bin|al|el|la|le|zu|y))*")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|&|/|\||\band\b|\bund\b|\bet\b|\by\b|\bта\b|\bі\b|\bи\b|\se\s|\sو\s?)\s*")
_PLACE = r"[^\W\d_a-z][^\W\d_]*(?:[ ’'.\-][^\W\d_a-z][^\W\d_]*\.?)*"
_AGENCY = r"\((?=[^)\n]{0,39}[A-ZА-ЯҐЄІЇ])[^()\n]{2,40}\)|\([^()\n]{2,20}\)"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<more>(?:\s*[,./]\s*|\s+)[^—–()\n]{{0,60}}?)??\s*(?P<agency>{_AGENCY})?\s*"
    r"(?P<dash>[.,]?\s*[—–]|[.:]?\s?--?|[.])\s*(?=\S)"
)
_ARABIC_DATELINE = re.compile(
    r"(?P<place>[\u0600-\u06ff]+(?:\s[\u0600-\u06ff]+)?)\s*(?P<agency>\([^()\n]{2,30}\))?\s*[—–-]\s+"
)
_LONGEST_DATELINE = 80


def is_dated(line: Line) -> bool:
    """Says when something was published or how long it takes to read, and nothing else."""
    if len(line.text) > 120 or shapes.core(line.text).endswith((".", "?", "!")):
        return False
    opener = any(shapes.folded(line.text).startswith(word) for word in word_list("date_openers"))
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", line.text)}
    months = words_of_all("months")
    if _READING_TIME.fullmatch(line.text):
        return True
    if not _DAY.search(line.text) and not (words & months and re.search(r"\d", line.text)):
        return False
    others = words - months - words_of_all("days") - word_list("date_words")
    return not others or (opener and len(others) <= 4)


def authors_of(line: Line, tongue: Tongue) -> tuple[str, ...] | None:
    """The names in a byline that says so (“By Ann Lee and Omar Diaz”), None where the line is none."""
    if len(line.text) > 160 or shapes.is_question(line):
        return None
    text = line.text.strip("*_ ")
    openers = words_of_all("byline_openers") | {"by"}
    for opener in sorted(openers, key=len, reverse=True):
        if not text.casefold().startswith(opener) or text[len(opener) : len(opener) + 1] not in (" ", ":", " "):
            continue
        rest = text[len(opener) :].lstrip(" :").rstrip(".")
        names = _names(rest)
        return names or None
    return None


def reads_as_authors(line: Line) -> bool:
    """One to three names and nothing else, as the second line of many drafts is."""
    if len(line.text) > 80 or line.style != "text":
        return False
    parts = [part for part in _BETWEEN_NAMES.split(line.text) if part]
    if not 1 <= len(parts) <= 3 or not all(_NAMES.fullmatch(part) and 2 <= len(part.split()) <= 4 for part in parts):
        return False
    first_names = words_of_all("people_names_f") | words_of_all("people_names_m")
    return any(part.split()[0].casefold() in first_names for part in parts)


def names_in(text: str) -> tuple[str, ...]:
    """The names in a line that names nobody but authors."""
    return _names(text)


def _names(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for part in _BETWEEN_NAMES.split(text):
        named = _NAMES.match(part) or re.match(r"[\u0600-\u06ff]+(?:\s[\u0600-\u06ff]+){1,3}", part)
        if not named or len(named[0].split()) < 2 or len(named[0].split()) > 5:
            continue
        found.append(named[0].strip(" .") if not re.search(r"\b\w\.$", named[0]) else named[0])
    return tuple(dict.fromkeys(found))


def dateline_of(text: str) -> tuple[str, int] | None:
    """The dateline with which a lede begins, as it stands without its dash, and where the lede itself begins.

    PARIS (AP) — · LONDON, March 3 (Reuters) - · Berlin, 3. März (dpa) – · Madrid, 3 mar (EFE).-
    """
    found = _DATELINE.match(text[: _LONGEST_DATELINE + 40])
    if not found:
        found = _ARABIC_DATELINE.match(text[: _LONGEST_DATELINE + 40])
        return (text[: found.end()].rstrip(" —–-"), found.end()) if found else None
    if found.end() > _LONGEST_DATELINE + 4:
        return None
    place, more, dash = found["place"], (found["more"] or "").strip(" ,./"), found["dash"].strip()
    is_said = bool(found["agency"]) or place.upper() == place or _tells_a_day(more)
    if dash in (".", "-") and not (is_said and (found["agency"] or place.upper() == place)):
        return None
    if not is_said and (more or len(place.split()) > 3 or not text[found.end()].isupper()):
        return None
    if place.upper() == place and not found["agency"] and not more and (dash == "." or len(place) < 3):
        return None
    if more and not _tells_a_day(more) and not found["agency"] and not more.istitle():
        return None
    return text[: found.end()].rstrip(" —–-").rstrip(".,:") if not found["agency"] else text[
        : found.end("agency")
    ], found.end()


def _tells_a_day(text: str) -> bool:
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}
    return bool(re.search(r"\d", text)) and (bool(words & words_of_all("months")) or bool(_DAY.search(text)))
