"""Stems of Ukrainian words, which no published stemmer for Python brings: endings are taken off, and sounds that change
before them are put back.

A word that may be a noun or a verb has a stem as either: солдати as солдат, and as if it were чекати.
"""

import re
from collections.abc import Iterator, Sequence

_SHORTEST = 3
"""A stem has so many letters at least, one of them a vowel."""
_VOWEL = re.compile("[аеиіоуєїюя]")
_REFLEXIVE = re.compile(r"(?<=[тлиєуюївй])(ся|сь)$")


def _longest_first(endings: str) -> tuple[str, ...]:
    return tuple(sorted(endings.split(), key=lambda ending: -len(ending)))


_OF_NAMES = _longest_first(
    """
    ого ому ими их им ій ої ий ою ею єю ами ями ям ям ах ях ам ям ів їв ові еві єві ом ем єм
    ія ії ію ією ій іям іях іями їм їх їми ння нню нням ннях
    а я о е є и і ї у ю ь й
    """
)
"""Of nouns and adjectives."""
_OF_VERBS = _longest_first(
    """
    увати ювати ував ював увала ювала увало ювало ували ювали ують юють ує ює уємо юємо уєте юєте
    ати яти ити іти їти ав яв ив ів їв ала яла ила іла ало яло ило іло али яли или іли
    ать ять ить ить уть ють ає яє ають яють аємо яємо имо емо ємо ите ете єте еш єш иш їш
    """
)
_BEFORE_I = {"ц": "к", "з": "г", "с": "х"}
_FLEETING = (("ець", "ц"), ("єць", "йц"), ("ок", "к"))
"""Of a last syllable, as it is without an ending and before one: біженець, біженці; будинок, будинку."""


def stems(word: str) -> tuple[str, ...]:
    """The stems of a word in small letters; mostly one, and more where its ending hides what it is the ending of."""
    bare = _REFLEXIVE.sub("", word)
    return tuple(dict.fromkeys((*_as_a_name(bare), *_as_a_verb(bare))))


def _as_a_name(word: str) -> Iterator[str]:
    stem, ending = _parted(word, _OF_NAMES)
    for last, before_an_ending in _FLEETING:
        if word.endswith(last) and len(word) > len(last) + 1:
            yield f"{word.removesuffix(last)}{before_an_ending}"
    if ending in ("", "ь"):
        # The last closed syllable has the vowel that it has before an ending: рік as року, ніч as ночі.
        yield re.sub(r"і([бвгджзйклмнпрстфхцчшщ]{1,2})$", r"о\1", stem)
    else:
        yield stem
    yield from _with_the_last_syllable(word)
    if ending == "і" and stem[-1] in _BEFORE_I:  # руці of рука, допомозі of допомога
        yield f"{stem[:-1]}{_BEFORE_I[stem[-1]]}"


def _with_the_last_syllable(word: str) -> Iterator[str]:
    """As if what looks like an ending were none: архів, Харків, Київ, with the vowel of архіву, Харкова, Києва."""
    if word.endswith("ів"):
        yield word
        yield f"{word[:-2]}ов"
    elif word.endswith("їв"):
        yield f"{word[:-2]}єв"
    elif word.endswith(("ові", "єві")):
        yield word[:-1]


def _as_a_verb(word: str) -> Iterator[str]:
    stem, ending = _parted(word, _OF_VERBS)
    if ending:
        yield stem


def _parted(word: str, endings: Sequence[str]) -> tuple[str, str]:
    for ending in endings:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= _SHORTEST and _VOWEL.search(stem):
            return stem, ending
    return word, ""
