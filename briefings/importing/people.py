"""Who is named in a sentence: persons in full or by surname, bodies, places, pronouns, offices."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from briefings.importing.wordlists import word_list

Kind = Literal["full", "short", "body", "place", "pronoun", "office"]

_TOKEN = re.compile(r"[^\W\d_]\w*(?:[’'.\-–‑][^\W_]\w*)*")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])\Z")
_APPOSITION = re.compile(r",\s+(?:(?:the|a|an)\s+)?([^,.;:·“”\"()]{3,120})(?=[,.;]|\Z)")
_LONGEST_ROLE = 6  # words before a title that is written small


@dataclass(frozen=True)
class Word:
    """One word of a sentence, with its offsets in the paragraph."""

    text: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        """Without a possessive ending, casefolded: what word lists hold."""
        return _POSSESSIVE.sub("", self.text).casefold()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()

    @property
    def may_name(self) -> bool:
        """Has a capital that does not come from beginning a sentence; US is a name where “us” is none."""
        is_acronym = len(self.text) > 1 and self.text.isupper()
        return self.is_capitalised and (is_acronym or self.bare not in word_list("function_words"))


@dataclass(frozen=True)
class Mention:
    """A person, body, place, pronoun or office as it stands in a sentence, from its role on.

    “full” is a person by two names or more, “short” by one; an “office” is “the minister” without a name. `until`:
    where the office in apposition ends.
    """

    kind: Kind
    name: str
    role: str
    start: int
    end: int
    until: int
    is_possessive: bool = False


def words_of(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of `text` between two offsets."""
    return tuple(Word(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text, start, end))


def mentions_in(text: str, words: tuple[Word, ...]) -> tuple[Mention, ...]:
    """Everyone whom a sentence names, in order."""
    found: list[Mention] = []
    index = 0
    while index < len(words):
        word = words[index]
        if word.bare in ("he", "she"):
            found.append(Mention("pronoun", word.text, "", word.start, word.end, word.end))
        elif word.may_name:
            length = _run_length(text, words, index)
            found.extend(_named(text, words, index, index + length))
            index += length
            continue
        elif word.bare in word_list("titles") and index and words[index - 1].bare == "the":
            found.append(Mention("office", word.text, "", word.start, word.end, word.end))
        index += 1
    return tuple(_not_inside_others(found))


def _run_length(text: str, words: tuple[Word, ...], first: int) -> int:
    """How many words from `first` on are one run of capitals; small words of names and offices may stand inside."""
    last = first
    index = first + 1
    has_title = words[first].bare in word_list("titles")
    while index < len(words) and _is_joined(text, words[index - 1], words[index]):
        word = words[index]
        if word.may_name:
            last = index
            has_title = has_title or word.bare in word_list("titles")
        elif index - last > 2 or not (
            word.bare in word_list("name_particles") or (has_title and word.bare in ("of", "for", "the", "and"))
        ):
            break
        index += 1
    return last - first + 1


def _is_joined(text: str, word: Word, following: Word) -> bool:
    gap = text[word.end : following.start]
    return gap == " " or (gap == ". " and (len(word.text) == 1 or word.bare in word_list("abbreviations")))


def _named(text: str, words: tuple[Word, ...], first: int, after: int) -> Iterator[Mention]:
    """The one whom a run of capitals names; a run that is an office alone or a place in another name yields less."""
    run = words[first:after]
    role_ends = _role_length(run)
    name = run[role_ends:]
    if any(word.bare in word_list("bodies") for word in name):
        role_ends, name = 0, run  # UN General Assembly: a body all of it
    start = run[0].start
    role = text[start : run[role_ends - 1].end] if role_ends else ""
    modifiers = first
    if role or run[0].bare in word_list("titles"):
        while (
            modifiers
            and words[modifiers - 1].bare in word_list("role_modifiers")
            and _is_joined(text, words[modifiers - 1], words[modifiers])
        ):
            modifiers -= 1
    elif first and words[first - 1].bare in word_list("titles"):
        modifiers = _small_role_start(text, words, first - 1)
    if modifiers < first:
        start = words[modifiers].start
        role = text[start : (run[role_ends - 1] if role_ends else words[first - 1]).end]
    if not name:
        yield Mention("office", run[-1].text, "", start, run[-1].end, run[-1].end)
        return
    end = name[-1].end
    written = _POSSESSIVE.sub("", text[name[0].start : end])
    kind = _kind(name, has_role=bool(role))
    until = end
    if kind in ("full", "short") and (apposition := _office_after(text, end)):
        role, until = role or apposition[1].strip(), apposition.end()
    yield Mention(kind, written, role, start, end, until, is_possessive=len(written) < end - name[0].start)


def _role_length(run: tuple[Word, ...]) -> int:
    """How many words of a run are an office before a name; all of them where nothing but an office stands there."""
    role_words = word_list("titles") | word_list("role_objects")
    if not any(word.bare in word_list("titles") for word in run):
        return 0
    length = max(index for index, word in enumerate(run, start=1) if word.bare in role_words)
    if length == len(run) > 1 and run[0].bare not in role_words | word_list("places") | word_list("bodies"):
        return 0  # Stephen King: a name that ends in what might be an office
    return length


def _small_role_start(text: str, words: tuple[Word, ...], title: int) -> int:
    """Where a role that ends in a title written small begins: “Polish prime minister” Donald Tusk."""
    if not _is_joined(text, words[title], words[title + 1]) and text[words[title].end : words[title + 1].start] != ", ":
        return title + 1
    stops = word_list("function_words") | word_list("saying_verbs")
    first = title
    while (
        first
        and title - first < _LONGEST_ROLE
        and words[first - 1].bare not in stops
        and text[words[first - 1].end : words[first].start] == " "
    ):
        first -= 1
    return first


def _kind(name: tuple[Word, ...], *, has_role: bool) -> Kind:
    bare = [word.bare for word in name]
    if not has_role:
        if any(word in word_list("bodies") for word in bare):
            return "body"
        if bare[-1] in word_list("places"):
            return "place"
    return "full" if len([word for word in name if word.is_capitalised]) > 1 else "short"


def _office_after(text: str, end: int) -> re.Match[str] | None:
    """Macron, the French president,: the office in apposition after a name, in group 1."""
    apposition = _APPOSITION.match(text, end, end + 160)
    if not apposition:
        return None
    words = {word.bare for word in words_of(text, *apposition.span(1))}
    return apposition if words & word_list("titles") and not words & word_list("saying_verbs") else None


def _not_inside_others(mentions: list[Mention]) -> Iterator[Mention]:
    """Leaves out what belongs to a neighbour: the office or place in the role of the name after it, names in a role."""
    until = 0
    for mention, following in pairwise([*mentions, None]):
        if mention.start < until or (following and following.start <= mention.start):
            continue
        until = mention.until
        yield mention
