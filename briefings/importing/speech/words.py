"""The words of a sentence, and what the lists of its language say about them."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefings.importing.tongue import ENGLISH, Tongue

_TOKEN = re.compile(r"[^\W\d_][\w\u064b-\u0652\u0670]*(?:[’'.\-–‑ʼ][^\W_]\w*)*")
_TASHKEEL = re.compile("[\u064b-\u0652\u0670\u0640]")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])\Z")
_ELISION = re.compile(r"\A(?:[ldjnsmct]|qu)[’'](?=\w)", re.IGNORECASE)
_CAMEL = re.compile(
    r"(?!Ma?c[A-Z]|(?:De|Di|Da|Du|La|Le|Van|Von|Fitz|O|Mac|Ab[ud]|El|Al|Des|Los|St)[A-Z])[A-Z][a-z]+[A-Z][a-z]+\w*\Z"
)
_FRENCH_PRONOUN = re.compile(r"(?:-t)?-(?P<who>il|elle|ils|elles|on)\Z")


@dataclass(frozen=True)
class Word:
    """One word of a sentence, with its offsets in the paragraph."""

    text: str
    start: int
    end: int
    tongue: Tongue = ENGLISH

    @cached_property
    def bare(self) -> str:
        """Without a possessive ending, casefolded: what word lists hold."""
        if self.tongue.language == "en":
            return _POSSESSIVE.sub("", self.text).casefold()
        if self.tongue.language == "ar":
            return _TASHKEEL.sub("", self.text)
        return self.text.casefold()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_possessive(self) -> bool:
        """Ends as an English possessive: “the coroner’s”, “the campaigners’”."""
        return self.tongue.language == "en" and bool(_POSSESSIVE.search(self.text))

    @cached_property
    def may_name(self) -> bool:
        """Has a capital that does not come from beginning a sentence; US is a name where “us” is none."""
        ending = self.text.rpartition("-")[2]
        is_compound = "-" in self.text and ending.islower()  # Stockholm-based, US-led, but Cho Eun-sook
        if self.text[-1] in "’'" or (is_compound and self._is_compound(ending)):
            return False
        if self.is_acronym and self.is_in("wire_labels"):
            return False
        return self.is_capitalised and (self.is_acronym or not self.is_in("function_words"))

    def _is_compound(self, ending: str) -> bool:
        return self.tongue.has("compound_endings", ending) or ending.endswith(("ed", "ing"))

    def is_in(self, *names: str) -> bool:
        """Whether one of these lists has the word."""
        return _is_in(self.tongue.language, names, self.bare)

    @property
    def is_office(self) -> bool:
        """Says what somebody does or is: minister, spokeswoman, resident."""
        return self.is_in("titles", "people_nouns")

    @property
    def is_body(self) -> bool:
        return self.is_in("bodies", "generic_bodies") or self.is_camel

    @property
    def is_camel(self) -> bool:
        """Has a capital inside, as firms write themselves: MedCorner, FlyUnited; no McDonald."""
        return bool(_CAMEL.match(self.text))

    @property
    def is_document(self) -> bool:
        return self.is_in("documents")

    @property
    def is_noun(self) -> bool:
        """Is known to mean a person, a body or a document."""
        return self.is_office or self.is_body or self.is_document

    def is_noun_without(self, prefix: str) -> bool:
        """Whether the rest is a noun behind a preposition that is written with it: لوكالة."""
        rest = self.bare.removeprefix(prefix)
        return any(self.tongue.has(name, rest) for name in ("titles", "people_nouns", "bodies", "documents"))

    @cached_property
    def is_small(self) -> bool:
        """An article, a preposition, a conjunction, an auxiliary, an adverb that links: no part of a name."""
        return self.is_in("function_words", "articles", "prepositions", "conjunctions")

    @cached_property
    def pronoun(self) -> str:
        """Whom a pronoun of the third person means: "m", "f", "p" (several), "n" (a thing); empty: it is none."""
        if self.tongue.language == "fr" and (inverted := _FRENCH_PRONOUN.search(self.bare)):
            return {"il": "m", "elle": "f", "on": "n"}.get(inverted["who"], "p")
        for gender, name in (("m", "pronouns_m"), ("f", "pronouns_f"), ("p", "pronouns_plural")):
            if self.is_in(name):
                return gender
        return "n" if self.tongue.language == "en" and self.bare == "it" else ""

    @cached_property
    def says(self) -> bool:
        """Is a form of a verb after which somebody’s words are quoted."""
        if self.is_capitalised and self.tongue.is_cased and self.is_acronym:
            return False
        if self.is_in("saying_verbs"):
            return True
        return self.tongue.language == "fr" and self.tongue.has("saying_verbs", _FRENCH_PRONOUN.sub("", self.bare))


@lru_cache(maxsize=20_000)
def _is_in(language: str, names: tuple[str, ...], word: str) -> bool:
    tongue = Tongue(language)
    return any(tongue.has(name, word) for name in names)


def words_of(text: str, start: int, end: int, tongue: Tongue) -> tuple[Word, ...]:
    """The words of `text` between two offsets; in French an article is taken off the word that it is written with."""
    found: list[Word] = []
    for match in _TOKEN.finditer(text, start, end):
        first = match.start()
        if tongue.language == "fr" and (elided := _ELISION.match(match[0])):
            found.append(Word(elided[0], first, first + elided.end(), tongue))
            first += elided.end()
        found.append(Word(text[first : match.end()], first, match.end(), tongue))
    return tuple(found)
