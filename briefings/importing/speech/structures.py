"""Who speaks by the structure of a draft: a label before the words, or a dash and a name in the line below them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from briefings.importing.language import Language
from briefings.importing.speech.certainty import Certain, certain_person
from briefings.importing.speech.marks import Marked

_LABEL = re.compile(r"(?P<label>[^:“”„«»\"]{3,60}?)\s?:\s")
_CREDIT = re.compile(r"[—–―-]{0,2}\s?(?P<name>[^,;:.!?“”„«»\"]{3,60}?)(?:,\s(?P<role>[^;:!?“”„«»\"]{2,120}?))?\.?\s*")
_DOUBTS = (
    "verdicts",
    "denials",
    "conditions",
    "negations",
    "saying_verbs",
    "naming_verbs",
    "judging_verbs",
    "auxiliaries",
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*")
_DASHES = ("—", "–", "―", "--", "- ")
_SENTENCE_ENDS = (".", "!", "?", "…", "؟", "”", "“", "»", '"')
USED_OFTEN = 3
"""How often a name has to stand before words of its own to be a speaker's label."""


def label_of(text: str) -> str:
    """What stands before the first colon of a line that ends as a sentence; else empty."""
    match = _LABEL.match(text)
    return match["label"] if match and text.rstrip().endswith(_SENTENCE_ENDS) else ""


def _words_after(label: str, text: str) -> int:
    return len(text) - len(text[len(label) :].lstrip(" :"))


def labelled(text: str, marks: Sequence[Marked], labels: Mapping[str, Certain]) -> Certain | None:
    """Whose label stands right before the first of `marks`."""
    label = label_of(text)
    return labels.get(label) if marks and marks[0].start - _words_after(label, text) in (0, 1) else None


def words_behind_label(text: str, marks: Sequence[Marked], labels: Mapping[str, Certain]) -> tuple[Marked, ...]:
    """All that a line says behind a speaker’s label, where no marks set it off; empty where no label stands there.

    What begins with a small letter is said about the one named: “Anna Bell: arrested on Monday.”
    """
    label = label_of(text)
    start = _words_after(label, text)
    if label not in labels or labelled(text, marks, labels) or text[start : start + 1].islower():
        return ()
    return (Marked(start, len(text)),)


def take_turns(texts: Iterable[str], tongue: Language) -> bool:
    """Whether a draft is a talk in turns, in which labels stand before the words of their speakers.

    Names may also head what happened to people, “Anna Bell: Released on Tuesday.”. So three turns are needed, and
    somebody has to ask, or to say “I” or “you”.
    """
    labels = ((label, text) for text in texts if (label := label_of(text)))
    turns = [(label, text) for label, text in labels if _is_asked(text) or _labelled(label, tongue)]
    is_talk = any(_is_asked(text) or _has_first_person(text[len(label) :], tongue) for label, text in turns)
    return is_talk and len([label for label, _ in groupby(label for label, _ in turns)]) > 2


def _is_asked(text: str) -> bool:
    return text.rstrip().endswith(("?", "؟"))


def _has_first_person(text: str, tongue: Language) -> bool:
    return any(tongue.has("first_persons", word.casefold()) for word in _WORD.findall(text))


def labels_of(texts: Iterable[str], tongue: Language) -> dict[str, Certain]:
    """The full names that stand before words of their own at least three times in a draft, and whom they mean."""
    labels = Counter(filter(None, map(label_of, texts)))
    often = (label for label, times in labels.items() if times >= USED_OFTEN)
    return {label: person for label in often if (person := _labelled(label, tongue))}


def _labelled(label: str, tongue: Language) -> Certain | None:
    """Whom a label names; MARY JONES is Mary Jones."""
    return certain_person(label.title() if label.isupper() else label, tongue)


def credit_of(text: str, marker: str, tongue: Language) -> Certain | None:
    """Whom a line “— Name, role” names, whose dash may have been taken off as its marker."""
    if not (text.startswith(_DASHES) or marker in ("-", *_DASHES)):
        return None
    match = _CREDIT.fullmatch(text)
    person = certain_person(match["name"].strip(), tongue) if match else None
    return Certain(person.name, person.title or match["role"] or "") if match and person else None


def is_plain_credit(text: str, tongue: Language) -> bool:
    """Whether the role behind a name says nothing about the words, such as that somebody else gave or denies them."""
    for part in text.split(",")[1:]:
        words = [word.casefold() for word in _WORD.findall(part)]
        begins = words[:1] if tongue.capitalises_nouns else words  # German articles and relatives are the same words
        phrase = f" {' '.join(words)} "
        if any(tongue.has("relatives", word) for word in begins):
            return False
        if any(tongue.has(name, word) for name in _DOUBTS for word in words):
            return False
        if any(f" {source} " in phrase for source in tongue.words("according")):
            return False
    return True


def named_below(text: str, tongue: Language) -> Certain | None:
    """Whom a line “Name, role” names that has no dash."""
    person = credit_of(f"— {text}", "", tongue) if ", " in text else None
    return person if person and person.title else None


def pulled_out(texts: Sequence[str], markers: Sequence[str], line: int, tongue: Language) -> tuple[Marked, ...]:
    """A whole paragraph without marks, where “— Name, role” stands under it. A name alone may be a signature."""
    if line + 1 >= len(texts) or markers[line]:
        return ()
    credit = credit_of(texts[line + 1], markers[line + 1], tongue)
    is_signature = credit and not credit.title and line + 2 == len(texts)
    return (Marked(0, len(texts[line])),) if credit and not is_signature else ()
