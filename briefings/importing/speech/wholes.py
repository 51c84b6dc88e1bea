"""Subjects with all that follows their noun: “a letter signed by its doctors”, “a man who lives nearby”."""

from collections.abc import Sequence

from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.words import Word

_LONGEST = 10  # words
_MOST_BEFORE_NOUN = 4
_ENDS = frozenset(',;:.—–()·“”"')
_FOLLOWING = ("by", "seen", "read", "written", "found", "given", "taken", "sent", "shown", "drawn", "held", "made")


def whole_before(text: str, words: Sequence[Word], verb: int) -> Mention | None:
    """The subject of the verb at that index, where it begins its clause with “a” and its noun is followed by more."""
    if not verb:
        return None
    first, last = _first_of_clause(text, words, verb), verb - 1
    while last > first and words[last].is_in("adverbs", "auxiliaries", "days"):
        last -= 1
    noun = _noun_in(words[: last + 1], first)
    if noun is None or last - first > _LONGEST or set(text[words[first].end : words[last].end]) & _ENDS:
        return None
    rest = words[noun + 1 : last + 1]
    if not rest or not _may_follow_noun(rest[0]) or any(word.is_in("conjunctions") for word in rest[:-1]):
        return None
    if any(word.says for word in rest[1:]):
        return None
    is_document = words[noun].is_document
    begins = words[first + is_document].start
    name = text[begins : words[last].end]
    return Mention(
        "document" if is_document else "unnamed",
        name if is_document else name[0].lower() + name[1:],
        "",
        words[first].start,
        words[verb - 1].end,
        words[verb - 1].end,
        head=words[noun].bare,
        head_is_noun=True,
    )


def _first_of_clause(text: str, words: Sequence[Word], verb: int) -> int:
    first = verb - 1
    while first > 0 and "," not in text[words[first - 1].end : words[first].start]:
        first -= 1
    return first


def _noun_in(words: Sequence[Word], first: int) -> int | None:
    """Where the noun of “a …” stands: somebody or a document, with no small word between."""
    if not words[first].is_in("articles") or words[first].is_in("definite_articles"):
        return None
    noun = None
    for index in range(first + 1, min(first + 1 + _MOST_BEFORE_NOUN, len(words))):
        if words[index].is_small:
            break
        if words[index].is_document or words[index].is_office:
            noun = index
        elif noun is not None:
            break
    return noun


def _may_follow_noun(word: Word) -> bool:
    """Whether a word may begin the rest of a subject: “who lives”, “signed by”, “by the council”."""
    return word.is_in("relatives", "prepositions") or word.bare.endswith("ed") or word.bare in _FOLLOWING
