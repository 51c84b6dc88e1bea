"""Ukrainian endings: which noun can be the subject of a verb, and the nominative of a phrase in another case."""

from collections.abc import Iterator, Sequence

from briefings.importing.speech.words import Word
from briefings.importing.wordlists import word_list

_OBLIQUE = ("ові", "еві", "єві", "ам", "ям", "ами", "ями", "ах", "ях", "ого", "ому", "ом", "ем", "ою", "ею", "єю", "ів")
_PLURAL_VERB = ("ли", "уть", "ють", "ать", "ять")
_VOWELS = "аеєиіїоуюя"
_NOUN_ENDINGS = ("ові", "еві", "єві", "ою", "ею", "єю", "ом", "ем", "ям", *_VOWELS)
_ADJECTIVE_ENDINGS = ("ого", "ому", "им", "ім", "ої", "ій", "ою", "у")
_LISTS = ("bodies", "generic_bodies", "documents", "titles", "people_nouns")


def is_oblique(noun: str) -> bool:
    """Whether a noun in small letters stands in a case that no subject has: журналістам, речником."""
    return noun[:1].islower() and noun.endswith(_OBLIQUE)


def is_plural_verb(verb: str) -> bool:
    """зазначили, кажуть, скаржаться."""
    return _without_reflexive(verb).endswith(_PLURAL_VERB)


def agrees(noun: str, verb: str) -> bool:
    """Whether a noun can be the subject of a verb: розповіла вчителька, сказав мешканець, not сказав Укрінформу."""
    noun, form = noun.casefold(), _without_reflexive(verb)
    if form.endswith("ла"):
        return noun.endswith(("а", "я")) or noun == "мати"
    if form.endswith("ло"):
        return noun.endswith(("о", "е", "я"))
    if form.endswith(_PLURAL_VERB):
        return noun.endswith(("и", "і", "ї"))
    return not noun.endswith((*_OBLIQUE, "у", "ю", "и", "і", "ї"))


def _without_reflexive(verb: str) -> str:
    return verb.removesuffix("ся").removesuffix("сь")


def nominative(phrase: Sequence[Word]) -> str:
    """The words of a phrase, with its first noun and the adjectives before that noun in the nominative.

    “Міністерстві освіти” is Міністерство освіти, “Європейській комісії” Європейська комісія.
    """
    head = next((index for index, word in enumerate(phrase) if word.is_noun), None)
    if head is None:
        return " ".join(word.text for word in phrase)
    noun = _noun(phrase[head])
    adjectives = [_adjective(word.text, noun) for word in phrase[:head]]
    return " ".join((*adjectives, noun, *(word.text for word in phrase[head + 1 :])))


def _noun(word: Word) -> str:
    if word.is_acronym:
        return word.text
    known = frozenset[str]().union(*(word_list(f"uk/{name}") for name in _LISTS))
    base = next((form for form in _bases(word.text.casefold()) if form in known), word.text)
    return base[:1].upper() + base[1:] if word.is_capitalised else base


def _bases(form: str) -> Iterator[str]:
    """What the nominative of a noun may be, the likeliest first: стві, ство · комісії, комісія · банку, банк."""
    for ending in _NOUN_ENDINGS:
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < 2:
            continue
        if ending in ("о", "я", "е"):
            yield form
        letters = ("о", "а", "я", "") if ending in ("і", "ї", "и") else ("", "а", "я")
        yield from (stem + letter for letter in (*letters, "ь", "й"))


def _adjective(text: str, noun: str) -> str:
    ending = next((one for one in _ADJECTIVE_ENDINGS if text.endswith(one) and len(text) > len(one) + 2), None)
    if ending is None:
        return text
    if noun.casefold() in ("голова", "суддя", "глава") and ending in ("ого", "ому", "им"):
        return text.removesuffix(ending) + "ий"
    gender = "а" if noun.endswith(("а", "ія", "ця", "ня")) and not noun.endswith("ння") else "ий"
    if noun.endswith(("о", "ння", "е")):
        gender = "е"
    return text.removesuffix(ending) + gender
