"""What stands around the text of a draft: a page's calls to its readers, agencies' slugs, press offices, chatbots."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from briefings.importing.lines import Line
from briefings.importing.structure import front, shapes
from briefings.importing.wordlists import word_list
from briefings.messages import Message

CALL = Message("A page’s words to its readers, no text")
CREDIT = Message("Says who reported and edited it")
SLUG = Message("How agencies name and end a text")
RELEASE = Message("Says what kind of text it is")
CONTACT = Message("Whom journalists may ask")
OPENING = Message("What a chatbot says before its text")
CLOSING = Message("What a chatbot says after its text")
NOTES = Message("The numbers of notes alone")
TWICE = Message("Stands above for the first time")

_LONGEST_CALL = 250
_LONGEST_COOKIES = 500
_LONGEST_CLOSING = 5_000
_TOP, _BOTTOM = 8, 4
_CONTACT_LINES = 8
_SLUG = re.compile(r"(?=[^a-z]*[A-Z]{3})[A-Z]{2,}(?:[-/][A-Z0-9]*[A-Z][A-Za-z0-9&]*|-\d(?:st|nd|rd|th)[A-Za-z]*)+")
_TO_EDITORS = re.compile(r"\W*(?:eds?|editors?)\s?[:.]\s", re.IGNORECASE)
_END = re.compile(r"[-–—*#\s]*(?:ENDS?|Ends|ENDE|Ende|FIN|30|КІНЕЦЬ|انتهى)[-–—*#.\s]*")
_COOKIES = re.compile(r"\b(?:cookies?|кукі)\b|ملفات تعريف الارتباط", re.IGNORECASE)
_TO_READERS = re.compile(
    r"\b(?:we|our|you|your|accept|manage|wir|unser\w*|sie|ihre\w*|akzeptieren|diese website|nous|nos|vous|vos|ce site"
    r"|nuestr\w+|usted|su|este sitio|aceptar|ми|наш\w*|ви|ваш\w*|цей сайт|this (?:web)?site)\b|نستخدم|موقعنا",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\W*(?:©|\(c\)\s|copyright\b)|.*(?:all rights reserved|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|(?:усі|всі) права захищен|جميع الحقوق محفوظة)",
    re.IGNORECASE,
)
_NOTES = re.compile(r"[(\[]\^?\d[\d,;\s–-]{0,30}[)\]]")
_NUMBER = re.compile(r"\+?\(?\d[\d ()/.-]{6,}\d|\S+@\S+\.\w+")
_ADDRESS = re.compile(r"\S+@\S+\.\w+|(?<!\w)@\w{3,}")
_PARTS = re.compile(r"\s+[—–|/-]+\s+|\s*[:|]\s*")
_WORD_END = re.compile(r"[^\w'-]|_")
_SENTENCES = re.compile(r"(?<=[.!?…])[”»\"*_]*\s+")


def frames_of(lines: Sequence[Line], among: Sequence[int]) -> Mapping[int, str]:
    """Those of the lines with these indices that stand around the text, with the reason that an editor is given."""
    reasons = {index: reason for index in among if (reason := _frame(lines[index]))}
    reasons |= {index: RELEASE for index in among[:_TOP] if _names_the_kind(lines[index])}
    reasons |= {index: SLUG for index in among[:_TOP] if _SLUG.fullmatch(lines[index].text)}
    reasons |= dict.fromkeys(_repeated(lines, among[:_TOP]), TWICE)
    reasons |= dict.fromkeys(_contacts(lines, among), CONTACT)
    reasons |= {index: CONTACT for index in among[_TOP:][-_BOTTOM:] if _is_imprint(lines[index].text)}
    text = [index for index in among if index not in reasons]
    if len(text) > 1 and _opens_a_chat(lines[text[0]]):
        reasons[text[0]] = OPENING
    if len(text) > 1 and closing_at(lines[text[-1]]) == 0:
        reasons[text[-1]] = CLOSING
    return reasons


def closing_at(line: Line) -> int | None:
    """Where in a paragraph the closing sentences of a chatbot begin; None where there are none."""
    if len(line.text) > _LONGEST_CLOSING:
        return None
    starts = [0, *(end.end() for end in _SENTENCES.finditer(line.text))]
    return next((start for start in starts if _begins(line.text[start : start + 60], "chat_closings")), None)


def _frame(line: Line) -> str:
    """Why a line is no text, judged by itself; empty where it may be text."""
    text = line.text
    if line.style == "title" or len(text) > _LONGEST_COOKIES:
        return ""
    if (
        _calls(text)
        or (len(text) <= _LONGEST_CALL and _RIGHTS.match(text))
        or (_COOKIES.search(text) and _TO_READERS.search(text) and "“" not in text)
    ):
        return CALL
    if _TO_EDITORS.match(text) or _END.fullmatch(text):
        return SLUG
    if _NOTES.fullmatch(text):
        return NOTES
    if len(text) <= _LONGEST_CALL and _credits(text):
        return CREDIT
    return CONTACT if not _letters(_NUMBER.sub("", text)) and _NUMBER.search(text) else ""


def _calls(text: str) -> bool:
    """“Subscribe to our newsletter”, “Share on Facebook”: a call, and where it leads."""
    if len(text) > _LONGEST_CALL or not _begins(text, "calls"):
        return False
    return any(word in word_list("channels") for word in re.findall(r"[\w-]+", text.casefold()))


def _credits(text: str) -> bool:
    """“(Reporting by …; Editing by …)”, in brackets or with two such openers."""
    parts = [part for part in re.split(r"\s*[;()]\s*", text) if part]
    credited = sum(_begins(part, "credits") for part in parts)
    return bool(parts) and _begins(parts[0], "credits") and (text.startswith("(") or credited > 1)


def _names_the_kind(line: Line) -> bool:
    """“PRESS RELEASE – for immediate release”, with nothing else but a day or a number."""
    if len(line.text) > 100:
        return False
    parts = [part for part in _PARTS.split(line.text.strip("*_ ")) if part]
    labels = [shapes.folded(re.sub(r"(?:n[o°º.r]*\s?)?[\d/]+", "", part.casefold())) in _labels() for part in parts]
    return any(labels) and all(
        is_label or not _letters(part) or front.is_dated(Line(part, line.number))
        for part, is_label in zip(parts, labels, strict=True)
    )


@cache
def _labels() -> frozenset[str]:
    return frozenset(map(shapes.folded, word_list("release_labels")))


@cache
def _contact_heads() -> frozenset[str]:
    return frozenset(map(shapes.folded, word_list("contacts")))


def _repeated(lines: Sequence[Line], among: Sequence[int]) -> Iterator[int]:
    """The short lines that repeat one above, as a page's trail repeats the headline."""
    seen: set[str] = set()
    for index in among:
        line = lines[index]
        if line.text in seen and not shapes.is_prose(line):
            yield index
        seen.add(line.text)


def _contacts(lines: Sequence[Line], among: Sequence[int]) -> Iterator[int]:
    """“Media contact:” and the names and numbers below it, with at least one number or address among them."""
    for place, index in enumerate(among):
        head, _colon, rest = lines[index].text.strip("*_ ").partition(":")
        if shapes.folded(head) not in _contact_heads() or len(lines[index].text) > 200:
            continue
        block = [index]
        for below in among[place + 1 : place + 1 + _CONTACT_LINES]:
            if not _may_be_contact(lines[below]) or (rest and not _NUMBER.search(lines[below].text)):
                break
            block.append(below)
        numbers = [at for at in block if _NUMBER.search(lines[at].text)]
        yield from block[: block.index(numbers[-1]) + 1] if numbers else ()


def _may_be_contact(line: Line) -> bool:
    if line.style == "heading" or shapes.is_all_strong(line):
        return False
    return len(line.text) <= 200 and (bool(_NUMBER.search(line.text)) or not shapes.ends_as_sentence(line))


def _opens_a_chat(line: Line) -> bool:
    """“Sure! Here is a briefing on the strike:”."""
    if len(line.text) > 300 or line.style != "text" or not _begins(line.text, "chat_openings"):
        return False
    sentences = [part for part in _SENTENCES.split(line.text) if part]
    is_short_first = len(sentences) > 1 and shapes.word_count(sentences[0]) <= 3 and sentences[0][-1] in "!."
    return line.text.rstrip("*_ ").endswith((":", "：")) or (is_short_first and _begins(sentences[1], "chat_openings"))


def _begins(text: str, name: str) -> bool:
    """Whether the text begins with an entry of the list, as whole words."""
    beginning = " ".join(text[:80].casefold().replace("’", "'").split()).lstrip("([*_“\"'-–— ") + " "
    entries, longest = word_list(name), _most_words(name)
    ends = islice(_WORD_END.finditer(beginning), longest)
    return any(beginning[: end.start()] in entries for end in ends)


@cache
def _most_words(name: str) -> int:
    """How many ends of words the longest entry of the list has."""
    return max(len(_WORD_END.findall(entry)) + 1 for entry in word_list(name))


def _is_imprint(text: str) -> bool:
    """“Ann Lee may be reached at …@…”: an address, and no words of anybody in the news."""
    return bool(len(text) <= _LONGEST_CALL and _ADDRESS.search(text) and not shapes.QUOTED.search(text))


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))
