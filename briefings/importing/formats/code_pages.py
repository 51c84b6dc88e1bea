"""Which 8-bit code page a draft is in, where no mark tells: by what its letters and signs would be in each.

The same bytes are “cafés” in one code page, “cafŽs” in another. Letters that no language of the draft has, a capital
behind a small letter, and signs in the middle of a word tell against a page: so a short draft can be told in the pages
that newsrooms have. Where none of them fits, charset-normalizer looks among all others.
"""

import re
import string
import unicodedata
from collections import Counter
from dataclasses import dataclass

from charset_normalizer import from_bytes

from briefings.importing.language import language_of
from briefings.importing.wordlists import word_list
from briefings.messages import Message

LABELS = {
    "cp1252": Message("Western European (Windows-1252)"),
    "mac_roman": Message("Western European (Mac Roman)"),
    "cp1250": Message("Central European (Windows-1250)"),
    "iso8859_2": Message("Central European (ISO 8859-2)"),
    "cp1254": Message("Turkish (Windows-1254)"),
    "cp1257": Message("Baltic (Windows-1257)"),
    "cp1251": Message("Cyrillic (Windows-1251)"),
    "koi8_u": Message("Cyrillic (KOI8-U)"),
    "mac_cyrillic": Message("Cyrillic (Mac)"),
    "cp1253": Message("Greek (Windows-1253)"),
    "cp1255": Message("Hebrew (Windows-1255)"),
    "cp1256": Message("Arabic (Windows-1256)"),
}
"""The code pages that newsrooms have, those first that more of them have; for an editor."""
RARER = {
    "cp932": Message("Japanese (Shift_JIS)"),
    "gb18030": Message("Chinese (GB 18030)"),
    "big5": Message("Chinese (Big5)"),
    "cp949": Message("Korean (Windows-949)"),
    "cp866": Message("Cyrillic (DOS)"),
    "cp1125": Message("Cyrillic (DOS)"),
}

MOST_COST = 0.75
"""The mean cost of a character beyond ASCII; what costs more is no text in that page."""
CERTAIN = 1.0
"""Where all other readings cost so much more than the likeliest, nobody has to be asked."""

_SEEN = 20_000
_WESTERN = {"en", "de", "fr"}
_SURE_WORDS = 3
_WESTERN_PAGES = {"cp1252", "mac_roman"}
_BAD, _NO_TEXT = 0.3, 0.5  # of each character
_CHAOS = 0.1
_ELIDED = 2
_SHOUTED, _FEW = 1.5, 12
_WORD = re.compile(r"\S*[^\x00-\x7f]\S*")
_LATIN = {
    "de": "äöüß", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúü", "it": "àèéìíòóùú", "pt": "áâãàçéêíóôõúü", "nl": "éëïóèüö",
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíľňóôšťúýž", "hu": "áéíóöőúüű", "ro": "ăâîșşțţ",
    "hr": "čćđšž", "tr": "çğıiöşüâî", "sv": "åäöé", "da": "æøåéö", "is": "áðéíóúýþæö", "ca": "àçèéíïòóúü",
    "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "äõöüšž", "en": "",
}  # fmt: skip
# Letters that are not rare in a text, so that another script’s letters in their place are told by being rare.
_OTHERS = {
    "uk": "оанивіетрсклдмупязбьгчхй", "ru": "оеаинтсрвлкмдпуяыьгзбчй", "bg": "аиоентрсвлдпкмузябъгщч",
    "sr": "аоиеунрсјтдклвпмгзбј", "el": "αοιετσνηυρπκμλςόίέάήγδύώχθ", "he": "יוהלארתבשמנדקחפםעס",
    "ar": "اليمونتربةعدسفهكقحجشطصأ", "fa": "اینردهمتوسبلکشزفگعخقپآ",
}  # fmt: skip
_COMMON = frozenset("áàâäãåæçéèêëíìîïñóòôöøõœßúùûüčšžćłž")
_OPENS = "“„«‘‚‹"
_CLOSES = "”»’›“‘"
_TURNED = "»›"
_ENDS = ".,;:!?…)]%"


@dataclass(frozen=True)
class Candidate:
    """A draft in one code page. `cost`: what tells against it."""

    name: str
    text: str
    cost: float


def candidates(data: bytes) -> tuple[Candidate, ...]:
    """The draft in each code page that it may be in, the likeliest first; no text twice."""
    by_text: dict[str, Candidate] = {}
    for name in LABELS:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if text not in by_text and (cost := cost_of(text)) is not None:
            by_text[text] = Candidate(name, text, cost + _cost_of_page(name, text))
    return tuple(sorted(by_text.values(), key=lambda candidate: candidate.cost))


def fits_badly(candidate: Candidate) -> bool:
    """Whether so much tells against the page that a rarer one is likelier."""
    beyond = sum(character > "\x7f" for character in candidate.text[:_SEEN])
    return beyond > _FEW and candidate.cost > beyond * _BAD


def is_no_text(candidate: Candidate) -> bool:
    """Whether more tells against the page than could in any text."""
    beyond = sum(character > "\x7f" for character in candidate.text[:_SEEN])
    return beyond > _FEW and candidate.cost > beyond * _NO_TEXT


def rarer(data: bytes) -> Candidate | None:
    """The draft in a code page that few newsrooms have, or in one of the encodings of Eastern Asia."""
    best = from_bytes(data).best()
    if best is None or best.encoding in LABELS or best.encoding.startswith("utf") or best.chaos > _CHAOS:
        return None
    return Candidate(best.encoding, str(best), 0)


def _cost_of_page(name: str, text: str) -> float:
    """A text that is surely in a western language hardly comes from a program that is set to another code page."""
    if name in _WESTERN_PAGES or (language := language_of([text[:_SEEN]])) not in _WESTERN:
        return 0
    words = set(text[:_SEEN].casefold().split()) & word_list(f"{language}/function_words")
    return 1 if len(words) >= _SURE_WORDS else 0


def cost_of(text: str) -> float | None:
    """How much tells against `text`; None where it is too much for any text."""
    words = _WORD.findall(text[:_SEEN].replace("\xa0", " "))
    beyond = "".join(character for word in words for character in word if character > "\x7f")
    if any(unicodedata.category(character) in ("Cc", "Co", "Cn") for character in beyond):
        return None
    signs = sum(_cost_of_place(word, at) for word in words for at, character in enumerate(word) if character > "\x7f")
    cost = signs + _cost_of_letters(text, beyond)
    return cost if cost <= len(beyond) * MOST_COST + 0.5 else None


def _cost_of_letters(text: str, beyond: str) -> float:
    letters = [character for character in beyond.lower() if character.isalpha()]
    counted = Counter(letters).items()
    likely = language_of([text[:_SEEN]])
    shouted = _SHOUTED if len(letters) > _FEW and beyond.upper() == beyond != beyond.lower() else 0
    return shouted + min(
        sum(count * _cost_of_letter(letter, alphabet, is_sure=language == likely) for letter, count in counted)
        + (likely is not None and language != likely)
        for language, alphabet in (_LATIN | _OTHERS).items()
    )


def _cost_of_letter(letter: str, alphabet: str, *, is_sure: bool) -> float:
    if letter in alphabet:
        return 0
    if letter in _COMMON and (not alphabet or not is_sure):
        return 0.5
    return 0.3 if _script(letter) == _script((alphabet or "a")[0]) != "LATIN" else 1


def _cost_of_place(word: str, at: int) -> float:
    """What tells against the character at its place in a word."""
    character = word[at]
    before, after = word[at - 1] if at else " ", word[at + 1] if at + 1 < len(word) else " "
    if character.isalpha():
        return _cost_of_neighbours(character, before, after)
    if character in "’‘" and before.isalpha() and after.isalpha():
        return 0 if min(_letters_beside(word, at)) <= _ELIDED else 0.6
    if character in _OPENS and not before.isalnum() and (after.isalnum() or after in _OPENS):
        return 0
    if character in _CLOSES and (before.isalnum() or before in _ENDS + _CLOSES) and not after.isalnum():
        return 0
    if character in _TURNED + "«" and (before == " " or after == " "):
        return 0.1
    if character in "–—":
        return 0 if not before.isalpha() or not after.isalpha() else 0.3
    if character == "…":
        return 0 if not after.isalpha() else 0.5
    if character in "€£°§№•·¿¡ \u2011":
        return 0 if not (before.isalpha() and after.isalpha()) else 1.5
    if character in _OPENS + _CLOSES:
        return 1
    return 2 if before.isalpha() or after.isalpha() else 1


def _letters_beside(word: str, at: int) -> tuple[int, int]:
    """How many letters stand before and behind an apostrophe: “l’été” and “they’re” have few on a side."""
    before = len(word[:at]) - len(word[:at].rstrip(string.ascii_letters))
    behind = len(word[at + 1 :]) - len(word[at + 1 :].lstrip(string.ascii_letters))
    return before, behind


def _cost_of_neighbours(letter: str, before: str, after: str) -> float:
    cost = float(before.isdigit() or after.isdigit())
    if letter.isupper() and before.islower():
        cost += 2
    if letter.islower() and before.isupper() and after.isupper():
        cost += 1.5
    if before.isupper() and letter.isupper() and after.islower() and before > "\x7f":
        cost += 1
    if letter.isupper() and not before.isalpha() and not after.isalpha():
        cost += 0.5
    return cost + sum(3 for other in (before, after) if other.isalpha() and _script(other) != _script(letter))


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
