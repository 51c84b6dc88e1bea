"""The forms under which the index holds a word: its stem in the language of the text, alike on every database."""

import re
from functools import lru_cache
from threading import local

import snowballstemmer

from briefings.search_words import arabic, ukrainian
from briefings.search_words.folding import cased, spelled

ALGORITHMS = {
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
"""By language, what Snowball calls its rules."""
OUR_OWN = {"ar": arabic.stems, "uk": ukrainian.stems}
"""In any other language a word stands for itself."""
# Snowball's Spanish takes gobiernos for a verb with a pronoun, and ciudad for another word than ciudades.
_SPANISH_PLURAL = re.compile(r"(?<=[dlnrj])es$|(?<=[aeoáéó])s$")
_stemmers = local()  # a stemmer holds the word it is at


@lru_cache(maxsize=200_000)
def forms(word: str, language: str) -> tuple[str, ...]:
    """The forms of a word of a text in `language` (without territory); mostly one."""
    bare = cased(word)
    if language in OUR_OWN:
        found = OUR_OWN[language](spelled(bare))
    elif language in ALGORITHMS and not bare.isdigit():
        singular = _SPANISH_PLURAL.sub("", bare) if language == "es" and len(bare) > 4 else bare
        found = (spelled(_stemmer(language).stemWord(singular)),)
    else:
        found = (spelled(bare),)
    return tuple(one for one in found if one) or (bare,)


@lru_cache(maxsize=10_000)
def asked_forms(word: str, language: str) -> tuple[str, ...]:
    """Those under which whoever types `word` may mean it, with its accents and without."""
    plain = spelled(cased(word))
    return tuple(dict.fromkeys((*forms(word, language), *forms(plain, language))))


def _stemmer(language: str) -> "snowballstemmer.stemmer":
    known = vars(_stemmers)
    if language not in known:
        known[language] = snowballstemmer.stemmer(ALGORITHMS[language])
    return known[language]
