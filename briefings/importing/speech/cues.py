"""One sentence of a paragraph, and what in it says that somebody speaks: verbs of saying, “according to”."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from operator import attrgetter

from briefings.importing.language import Language
from briefings.importing.speech import mentions, nominals, uncased
from briefings.importing.speech.inflected import with_owner
from briefings.importing.speech.marks import Marked
from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.words import Word, words_of

_END = attrgetter("end")
_NEVER_NOUNS = ("said", "says", "told", "added", "wrote")  # “Another said …”
_PHRASES = (("source-after", "according"), ("source-before", "according_after"), ("verb", "saying_phrases"))
_SAID_BY = {
    "en": ("by", "from"),
    "de": ("von", "vom", "des", "der"),
    "fr": ("de", "du", "des"),
    "es": ("de", "del"),
}
_FOR = {"fr": ("pour",), "es": ("para",), "it": ("per", "secondo")}


@dataclass(frozen=True)
class Cue:
    """`first` and `last` are indices of words. `kind`: a verb, or a phrase with the source after or before it."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True)
class Sentence:
    """One sentence of a masked paragraph; all offsets count in the paragraph.

    `known`: names met before. `unmasked`: the paragraph with what stands in its marks.
    """

    text: str
    start: int
    end: int
    quotes: tuple[Marked, ...]
    tongue: Language
    known: Collection[str] = ()
    unmasked: str = ""

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words_of(self.text, self.start, self.end, self.tongue)

    def words_before(self, offset: int) -> tuple[Word, ...]:
        """The words that end at `offset` or before it."""
        return self.words[: bisect_right(self.words, offset, key=_END)]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Everyone whom the sentence names, in order."""
        if self.tongue.is_cased:
            all_mentions = mentions.mentions_in(self.text, self.words, self.known)
            return (
                tuple(self.with_marked(with_owner(one, self.text)) for one in all_mentions)
                if self.tongue.language == "uk"
                else all_mentions
            )
        return uncased.mentions_in(self.text, self.words, self.known)

    def with_marked(self, mention: Mention) -> Mention:
        """The mention with what its name or role has in marks: речниця «Тепломережі»."""
        return replace(mention, name=self._as_written(mention.name), role=self._as_written(mention.role))

    def _as_written(self, words: str) -> str:
        start = self.text.find(words, self.start) if "·" in words and self.unmasked else -1
        return words if start < 0 else self.unmasked[start : start + len(words)]

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The words that say that somebody speaks, in order."""
        cues = [*_phrases(self.words, self.tongue)]
        taken = {index for cue in cues for index in range(cue.first, cue.last + 1)}
        for index, word in enumerate(self.words):
            if index in taken:
                continue
            if self._is_said_by(index):
                cues.append(Cue("source-after", index, index + 1))
            elif (word.says and not self._is_noun(index)) or self._puts_it(index):
                cues.append(Cue("verb", index, index))
        return tuple(sorted(cues, key=lambda cue: cue.first))

    def _is_said_by(self, index: int) -> bool:
        """“a suggestion by the minister that …”, “warnings from doctors”."""
        word, following = self.words[index], self.words[index + 1 : index + 2]
        is_joined = bool(following) and following[0].bare in _SAID_BY.get(self.tongue.language, ())
        is_joined = is_joined and (self.tongue.language == "en" or nominals.says_whose(self.words, index + 1))
        return is_joined and (
            word.is_in("saying_nouns") or word.bare.removesuffix("s") in self.tongue.words("saying_nouns")
        )

    def _puts_it(self, index: int) -> bool:
        """“put it to her that”, “as Macron put it”."""
        bare = [word.bare for word in self.words[index : index + 3]]
        if self.tongue.language != "en" or bare[0] not in ("put", "puts") or bare[1:2] != ["it"]:
            return False
        return bare[2:] == ["to"] or not self.text[self.words[index + 1].end :].startswith(" ") or len(bare) == 2

    def _is_noun(self, index: int) -> bool:
        """Whether a word that may be a verb is a noun here: “the claims”, “United States”, “comments by”."""
        word = self.words[index]
        if word.bare in _NEVER_NOUNS:
            return False
        before = self.words[index - 1] if index else None
        if word.is_capitalised and self.tongue.is_cased and index:
            return True
        gap = self.text[before.end : word.start] if before else ""
        if before and gap in ("’ ", "' ") and before.text.endswith("s"):
            return True  # the campaigners’ claims
        if before is None or (gap and gap != " "):
            return False
        if nominals.is_noun(before, word):
            return True
        if gap and self.tongue.language in ("en", "de"):
            if before.is_possessive:
                return True  # the coroner’s claims
            return before.is_in("articles", "possessives") and not before.pronoun and not before.is_in("relatives")
        return False

    def is_adjacent(self, start: int, end: int) -> bool:
        """Whether nothing but space and marks stands between two offsets."""
        return not self.text[start:end].strip(" ,;:—–-·”“\"»«„’‘'")


def _may_judge(words: Sequence[Word]) -> bool:
    """Whether “for” is followed by somebody who judges, and no aim: “Para Ana García”, « Pour le syndicat »."""
    if not words or words[0].may_name:
        return bool(words)
    return words[0].is_in("definite_articles") and len(words) > 1 and (words[1].is_office or words[1].is_body)


@cache
def _according(tongue: Language) -> Mapping[str, list[tuple[str, list[str]]]]:
    """The phrases for “according to” in words, by the first of them, the longest first."""
    phrases = [
        (kind, re.findall(r"\w+'|[\w-]+", phrase.replace("’", "'")))
        for kind, name in _PHRASES
        for phrase in tongue.words(name)
    ]
    by_first_word: dict[str, list[tuple[str, list[str]]]] = {}
    for kind, phrase in sorted(phrases, key=lambda phrase: -len(phrase[1])):
        by_first_word.setdefault(phrase[0], []).append((kind, phrase))
    return by_first_word


def _phrases(words: Sequence[Word], tongue: Language) -> Iterator[Cue]:
    bare = [word.text.casefold().replace("’", "'") for word in words]
    if bare and bare[0] in _FOR.get(tongue.language, ()) and _may_judge(words[1:3]):
        yield Cue("source-after", 0, 0)
    according, until = _according(tongue), -1
    for index, word in enumerate(bare):
        if index <= until or word not in according:
            continue
        for kind, phrase in according[word]:
            if bare[index : index + len(phrase)] == phrase:
                until = index + len(phrase) - 1
                yield Cue(kind, index, until)
                break
