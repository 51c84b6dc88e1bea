"""The words of a sentence, and what the lists of its language say about them."""

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

from briefings.importing.language import Language

_TOKEN = re.compile(r"[^\W\d_][\w\u064b-\u0652\u0670]*(?:[’'.\-–‑ʼ][^\W_]\w*)*")
_TASHKEEL = re.compile("[\u064b-\u0652\u0670\u0640]")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])\Z")
_ELISION = re.compile(r"\A(?:[ldjnsmct]|qu)[’'](?=\w)", re.IGNORECASE)
_CAMEL = re.compile(
    r"(?!Ma?c[A-Z]|(?:De|Di|Da|Du|La|Le|Van|Von|Fitz|O|Mac|Ab[ud]|El|Al|Des|Los|St)[A-Z])[A-Z][a-z]+[A-Z][a-z]+\w*\Z"
)
_FRENCH_PRONOUN = re.compile(r"(?:-t)?-(?P<who>il|elle|ils|elles|on)\Z")


@dataclass(frozen=True)
class Form:
    """A word as it is written, wherever it stands, and what the lists of its language say about it."""

    text: str
    tongue: Language
    lists: dict[tuple[str, ...], bool] = field(default_factory=dict, compare=False)

    @cached_property
    def bare(self) -> str:
        """The word as word lists hold it: casefolded, without a possessive ending."""
        if self.tongue.language == "en":
            return _POSSESSIVE.sub("", self.text).casefold()
        if self.tongue.language == "ar":
            return _TASHKEEL.sub("", self.text)
        return self.text.casefold()

    @cached_property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()

    @cached_property
    def is_acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @cached_property
    def is_possessive(self) -> bool:
        """Ends as an English possessive: “the coroner’s”, “the campaigners’”."""
        return self.tongue.language == "en" and bool(_POSSESSIVE.search(self.text))

    @cached_property
    def may_name(self) -> bool:
        """Whether a word may be part of a name: it has a capital and is no function word. US may be one, “us” not."""
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
        """Whether one of these lists has the word, which is looked up once."""
        known = self.lists.get(names)
        if known is None:
            known = self.lists[names] = any(self.tongue.has(name, self.bare) for name in names)
        return known

    @cached_property
    def is_office(self) -> bool:
        """Says what somebody does or is: minister, spokeswoman, resident."""
        return self.is_in("titles", "people_nouns")

    @cached_property
    def is_body(self) -> bool:
        return self.is_in("bodies", "generic_bodies") or self.is_camel

    @cached_property
    def is_camel(self) -> bool:
        """Has a capital inside, as firms write themselves: MedCorner, FlyUnited; no McDonald."""
        return bool(_CAMEL.match(self.text))

    @cached_property
    def is_document(self) -> bool:
        return self.is_in("documents")

    @cached_property
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
        """Whether it is a form of a verb after which somebody’s words are quoted."""
        if self.is_capitalised and self.tongue.is_cased and self.is_acronym:
            return False
        if self.is_in("saying_verbs"):
            return True
        return self.tongue.language == "fr" and self.tongue.has("saying_verbs", _FRENCH_PRONOUN.sub("", self.bare))


class Word(NamedTuple):
    """A form as one word of a sentence, with its offsets in the paragraph."""

    text: str
    start: int
    end: int
    form: Form

    tongue = property(attrgetter("form.tongue"))
    bare = property(attrgetter("form.bare"))
    is_capitalised = property(attrgetter("form.is_capitalised"))
    is_acronym = property(attrgetter("form.is_acronym"))
    is_possessive = property(attrgetter("form.is_possessive"))
    may_name = property(attrgetter("form.may_name"))
    is_office = property(attrgetter("form.is_office"))
    is_body = property(attrgetter("form.is_body"))
    is_camel = property(attrgetter("form.is_camel"))
    is_document = property(attrgetter("form.is_document"))
    is_noun = property(attrgetter("form.is_noun"))
    is_noun_without = property(attrgetter("form.is_noun_without"))
    is_small = property(attrgetter("form.is_small"))
    pronoun = property(attrgetter("form.pronoun"))
    says = property(attrgetter("form.says"))

    def is_in(self, *names: str) -> bool:
        known = self.form.lists.get(names)
        return self.form.is_in(*names) if known is None else known


_form = lru_cache(maxsize=4_000)(Form)


def words_of(text: str, start: int, end: int, tongue: Language) -> tuple[Word, ...]:
    """The words of `text` between two offsets; in French an article is taken off the word that it is written with."""
    words: list[Word] = []
    for match in _TOKEN.finditer(text, start, end):
        first = match.start()
        if tongue.language == "fr" and (elided := _ELISION.match(match[0])):
            words.append(Word(elided[0], first, first + elided.end(), _form(elided[0], tongue)))
            first += elided.end()
        written = text[first : match.end()]
        words.append(Word(written, first, match.end(), _form(written, tongue)))
    return tuple(words)
