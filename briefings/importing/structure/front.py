"""What stands above the text of a draft: headline, bylines, the day it was written, and the dateline of the lede."""

import re
from collections.abc import Sequence

from briefings.importing.lines import Line
from briefings.importing.structure import shapes
from briefings.importing.wordlists import word_list, words_of_all

_TIME = r"(?:\d{1,2}[:.h]\d{2}|\d{1,2}\s?(?:am|pm|uhr))"
_DAY = re.compile(rf"\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\b(?:19|20)\d\d\b|{_TIME}", re.IGNORECASE)
_READING_TIME = re.compile(r"\d+\s*(?:-\s*)?min(?:ute)?s?\.?(?:\s+read)?", re.IGNORECASE)
_NAME = r"[^\W\d_a-z][\w’'.\-]*"
_NAMES = re.compile(rf"{_NAME}(?:\s+(?:{_NAME}|(?:de|del|della|van|von|der|den|bin|al|el|la|le|zu|y)\b))*")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|&|/|[|•·]|\band\b|\bund\b|\bet\b|\by\b|\bта\b|\bі\b|\bи\b|\se\s|\sو\s?)\s*")
_AGENCY = re.compile(r"\([^()\n]{2,40}\)|/[^/\n]{2,30}/")
_DASH = re.compile(r"\s+(?:[—–]|--?)\s*(?=\S)|\.?\s?[—–]\s*(?=\S)|\.-+\s*(?=\S)|(?<=[/)])\.\s+(?=\S)|:\s+(?=\S)")
_PLACE_IN_CAPITALS = re.compile(r"[A-ZÀ-ÞА-Я]{4,}(?: [A-ZÀ-ÞА-Я]{3,})?")
_JOINERS = frozenset({"de", "le", "den", "el", "del", "la", "of", "am", "and", "року", "р", "on", "y", "et", "und"})
_ARABIC_CREDIT = re.compile(r"[\u0600-\u06ff]+\s?:\s[\u0600-\u06ff]+(?:\s[\u0600-\u06ff]+){1,2}")  # بيروت: نادين صفير
_EMBARGO = re.compile(
    r"\W*(?:(?:strictly|under|sous|bajo|con|під|до|achtung:?)\s+)*(?:embargo|embargad[oa]|sperrfrist|ембарго|محظور)"
    r"|\W*(?:(?:do )?not (?:for|to be) (?:publi\w+|releas\w+|use) (?:before|until)|do not publish (?:before|until)"
    r"|frei (?:ab|für)\b|nicht vor\b.*veröffentlich|ne pas (?:publier|diffuser) avant|no (?:publicar|difundir) antes"
    r"|не (?:публікувати|поширювати) до|(?:لا|عدم) (?:ينشر|النشر) قبل)"
    r"|.{0,100}\b(?:is|are) embargoed until\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:From|Location|Contact|Country|Delivered on|Language|Tags?|Topics?|Category|Section)\s?:\s", re.IGNORECASE
)
_SHORTEST_LEDE = 20
LONGEST_DATELINE = 80


def is_dated(line: Line) -> bool:
    """Whether a line says when something was published or how long it takes to read, and nothing else."""
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


def names_embargo(line: Line) -> bool:
    """Whether a line says until when nothing may be published."""
    return len(line.text) <= 200 and bool(_EMBARGO.match(line.text))


def is_credit(line: Line) -> bool:
    """Whether a line is a field that official notices carry above their text: “From: Department of Health”."""
    return len(line.text) <= 120 and bool(_CREDIT.match(line.text)) and not shapes.ends_as_sentence(line)


def authors_of(line: Line) -> tuple[str, ...] | None:
    """The names in a line that says that it is a byline (“By Ann Lee and Omar Diaz”); None where it is none."""
    if len(line.text) > 160 or shapes.is_question(line):
        return None
    text = line.text.strip("*_ ")
    openers = words_of_all("byline_openers") | {"by"}
    for opener in sorted(openers, key=len, reverse=True):
        if not text.casefold().startswith(opener) or text[len(opener) : len(opener) + 1] not in (" ", ":", " "):
            continue
        rest = text[len(opener) :].lstrip(" :").rstrip(".")
        names = _names(rest)
        is_sentence = shapes.ends_as_sentence(line) and shapes.word_count(line.text) > 4 * len(names) + 6
        return names if names and not is_sentence else None
    return None


def reads_as_authors(line: Line) -> bool:
    """Whether a line is one to three names and nothing else, as the second line of many drafts."""
    if len(line.text) > 80 or line.style != "text":
        return False
    if _ARABIC_CREDIT.fullmatch(line.text):
        return True
    parts = [part for part in _BETWEEN_NAMES.split(line.text) if part]
    if not 1 <= len(parts) <= 3 or not all(_NAMES.fullmatch(part) and 2 <= len(part.split()) <= 4 for part in parts):
        return False
    first_names = words_of_all("people_names_f") | words_of_all("people_names_m")
    return any(part.split()[0].casefold() in first_names for part in parts)


def reads_as_signature(line: Line) -> bool:
    """Whether a line is a name and at most a place, as “Ann Lee in Rome”; only its place shows whether a person’s."""
    name, _, place = line.text.partition(" in ")
    return bool(_NAMES.fullmatch(name)) and 2 <= len(name.split()) <= 4 and (not place or place[0].isupper())


def names_in(text: str) -> tuple[str, ...]:
    """The names in a line that names nobody but authors."""
    return _names(text)


def _names(text: str) -> tuple[str, ...]:
    names: list[str] = []
    for part in _BETWEEN_NAMES.split(re.split(r":(?!\d)", text)[-1]):
        words = part.split()
        while words and words[0].casefold() in words_of_all("titles"):
            words.pop(0)
        part = " ".join(words)
        if any(word.casefold() in words_of_all("titles") for word in words):
            continue
        match = _NAMES.match(part) or re.match(r"[\u0600-\u06ff]+(?:\s[\u0600-\u06ff]+){1,3}", part)
        if not match or len(match[0].split()) < 2 or len(match[0].split()) > 5:
            continue
        if names and part.isupper() and not names[0].isupper():
            continue  # “By Ann Lee | SAN SALVADOR”
        names.append(match[0].strip(" .") if not re.search(r"\b\w\.$", match[0]) else match[0])
    return tuple(dict.fromkeys(names))


def dateline_of(text: str) -> tuple[str, int] | None:
    """The dateline with which a lede begins, as it stands without its dash, and where the lede itself begins.

    PARIS (AP) — · LONDON, March 3 (Reuters) - · Berlin, 3. März (dpa) – · Madrid, 3 mar (EFE).- · Київ. 24 листопада –
    · (Reuters) - · LINDMOOR:
    """
    for dash in _DASH.finditer(text, 0, LONGEST_DATELINE):
        before = text[: dash.start()].rstrip(" .,:")
        is_colon = dash[0].startswith(":")
        if is_colon and not _PLACE_IN_CAPITALS.fullmatch(before):
            continue
        if _reads_as_dateline(before, text[dash.end() :], is_joined=" " not in dash[0].rstrip() and not is_colon):
            return before, dash.end()
    return None


def _reads_as_dateline(before: str, after: str, *, is_joined: bool) -> bool:
    agency = _AGENCY.search(before)
    rest = (before[: agency.start()] + before[agency.end() :]) if agency else before
    words = re.findall(r"[^\W\d_]+", rest)
    if len(after) < _SHORTEST_LEDE or _is_verdict(words):
        return False
    if not words:
        return agency is not None and before == agency[0] and before[1].isupper() and dateline_of(after) is None
    small = [
        word for word in words if not word[0].isupper() and word.casefold() not in _JOINERS | words_of_all("months")
    ]
    is_arabic = bool(re.match(r"[\u0600-\u06ff]", words[0]))
    if is_arabic:
        return len(words) <= 4 and (bool(agency) or _tells_a_day(rest) or (len(words) == 1 and not is_joined))
    if small:
        return False
    is_capitals = words[0].isupper() and len(words[0]) > 2
    if agency or is_capitals or _tells_a_day(rest):
        return not is_joined or bool(agency)
    return len(words) <= 3 and not is_joined and after[0].isupper() and not re.search(r"[.;:!?]", rest)


def _is_verdict(words: Sequence[str]) -> bool:
    """Whether words deny what follows, as in “NOT TRUE — The mayor resigned”: they are no dateline to cut off."""
    return not {word.casefold() for word in words}.isdisjoint(word_list("verdicts") | words_of_all("negations"))


def _tells_a_day(text: str) -> bool:
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}
    return bool(re.search(r"\d", text)) and (bool(words & words_of_all("months")) or bool(_DAY.search(text)))
