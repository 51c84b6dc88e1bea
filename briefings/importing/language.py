"""The language of a draft: which one it is, and the words by which the importer finds its way in it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from briefings.importing.wordlists import LANGUAGES, word_list

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000  # characters that tell a language
_SCRIPTS = {"CYRILLIC": "uk", "ARABIC": "ar", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "HEBREW": "he"}
_SHARE = 0.12  # of the words of a text, that function words of its language make at least


_HEADS = ("chef", "chefs", "chefin")  # the short ones among the ends of German offices
_NOUNS = frozenset({"titles", "titles_f", "people_nouns", "bodies", "documents"})


@cache
def _entries(language: str, name: str) -> frozenset[str]:
    return word_list(f"{language}/{name}") | word_list(name)


@dataclass(frozen=True)
class Language:
    """A language code and its word lists, none of them where the language has no lists of its own."""

    language: str

    def words(self, name: str) -> frozenset[str]:
        """The list of that name, casefolded: this language's own, with what all languages share."""
        return _entries(self.language, name)

    def has(self, name: str, word: str) -> bool:
        """Whether a casefolded word stands in a list."""
        if word in _entries(self.language, name):
            return True
        if name not in _NOUNS:
            return False
        if self.language in ("en", "fr", "es"):
            entries = word_list(f"{self.language}/{name}")
            if self.language == "en" and not word.endswith(("ses", "xes", "zes", "ches", "shes")):
                return word.endswith("s") and word[:-1] in entries  # not Nunes for nun
            return word.endswith("s") and (word[:-1] in entries or word.removesuffix("es") in entries)
        return self.capitalises_nouns and self._ends_as(name, word)

    def _ends_as(self, name: str, word: str) -> bool:
        """Whether the last part of a compound stands in a list: Hafenbehörde, CDU-Chef."""
        entries = word_list(f"{self.language}/{name}")
        if "-" in word:
            return word.rpartition("-")[2] in entries
        return any(word[start:] in entries for start in range(2, min(len(word) - 4, 20))) or (
            name == "titles" and word.endswith(_HEADS)
        )

    @property
    def is_cased(self) -> bool:
        """Whether names can be told by their capitals."""
        return self.language not in ("ar", "ja", "ko", "he", "zh", "fa")

    @property
    def capitalises_nouns(self) -> bool:
        """Whether a capital says no more than that a word is a noun."""
        return self.language == "de"


ENGLISH = Language("en")


def language_of(texts: Iterable[str]) -> str | None:
    """The code of the language that `texts` are written in, None where that cannot be told."""
    sample = " ".join(texts)[:_ENOUGH]
    words = [word.casefold() for word in _WORD.findall(sample)]
    if not words:
        return None
    scripts = Counter(unicodedata.name(word[0], "").split(" ")[0] for word in words)
    script, _count = scripts.most_common(1)[0]
    if script == "CYRILLIC":
        return "uk" if set("іїєґ") & set(sample.casefold()) else "ru"
    if scripts["HIRAGANA"] or scripts["KATAKANA"]:
        return "ja"
    if script != "LATIN":
        return _SCRIPTS.get(script)
    shares = {
        language: sum(word in word_list(f"{language}/function_words") for word in words) / len(words)
        for language in (*LANGUAGES, "it", "pt", "nl", "pl")
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _SHARE else None
