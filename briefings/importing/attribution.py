"""Who spoke: for the quotations of one sentence, the mention that its verb of saying gives each.

The rule: find the verb that the quotation hangs on (right after it, else the nearest before, else the next one), then
whose verb that is. A name between the verb and the quotation is whom the words are about, never who says them.
"""

import re
from dataclasses import dataclass

from briefings.importing.marks import Marked
from briefings.importing.people import Mention, Word
from briefings.importing.wordlists import word_list

_AFTER_QUOTE = 10  # words in which “…,” may be followed by its verb
_INVERTED = 4  # words that may stand between “said” and the name after it, besides its role


@dataclass(frozen=True)
class Sentence:
    """One sentence of a masked paragraph; all offsets count in the paragraph."""

    text: str
    start: int
    end: int
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Marked, ...]

    @property
    def verbs(self) -> tuple[int, ...]:
        """Indices in `words` of verbs of saying and of “according to”."""
        return tuple(index for index in range(len(self.words)) if _says(self, index))


def speakers_in(sentence: Sentence) -> tuple[tuple[int | None, Mention | None], ...]:
    """For each quotation of the sentence the index of the word it hangs on and the mention whose words they are."""
    verbs = sentence.verbs
    return tuple(_speaker(sentence, verbs, index) for index in range(len(sentence.quotes)))


def goes_on(sentence: Sentence, first: int) -> bool:
    """Whether quotation `first + 1` is the rest of quotation `first`: “A,” said B, “C.”"""
    quotes = sentence.quotes
    between = sentence.text[quotes[first].end : quotes[first + 1].start]
    return _ends_with_comma(sentence, quotes[first]) and between[1:-1].rstrip().endswith(",")


def _says(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if word.bare == "according":
        return index + 1 < len(sentence.words) and sentence.words[index + 1].bare == "to"
    return word.bare in word_list("saying_verbs")


def _speaker(sentence: Sentence, verbs: tuple[int, ...], which: int) -> tuple[int | None, Mention | None]:
    quote = sentence.quotes[which]
    if named := _before_colon(sentence, quote):
        return None, named
    verb = _verb_right_after(sentence, verbs, which)
    if verb is not None:
        return verb, _inverted(sentence, verb, quote) or _subject_after(sentence, verbs, verb, quote)
    before = [index for index in verbs if sentence.words[index].end <= quote.start]
    after = [index for index in verbs if sentence.words[index].start >= quote.end]
    for verb in (*before[-1:], *after[:1]):
        if named := _subject(sentence, verbs, verb, since=sentence.start):
            return verb, named
    return None, None


def _before_colon(sentence: Sentence, quote: Marked) -> Mention | None:
    """Macron: “…”"""
    before = sentence.text[sentence.start : quote.start - 1].rstrip()
    if not before.endswith(":"):
        return None
    end = sentence.start + len(before) - 1
    return next((mention for mention in sentence.mentions if mention.end == end), None)


def _verb_right_after(sentence: Sentence, verbs: tuple[int, ...], which: int) -> int | None:
    quote = sentence.quotes[which]
    if not (_ends_with_comma(sentence, quote) or sentence.text[quote.end - 1] in "?!…"):
        return None
    until = sentence.quotes[which + 1].start if which + 1 < len(sentence.quotes) else sentence.end
    following = [index for index, word in enumerate(sentence.words) if quote.end <= word.start < until]
    return next(
        (index for index in following[:_AFTER_QUOTE] if index in verbs and not _is_participle(sentence, index)), None
    )


def _ends_with_comma(sentence: Sentence, quote: Marked) -> bool:
    return sentence.text[quote.end - 1] == "," or bool(
        re.match(r".\s?[,–—-]", sentence.text[quote.end : quote.end + 3])
    )


def _inverted(sentence: Sentence, verb: int, quote: Marked) -> Mention | None:
    """“…,” said Macron: nobody stands between the quotation and the verb, the name comes right after."""
    word = sentence.words[verb]
    if word.bare == "according" or any(quote.end <= mention.start < word.start for mention in sentence.mentions):
        return None
    return _mention_after(sentence, verb)


def _subject_after(sentence: Sentence, verbs: tuple[int, ...], verb: int, quote: Marked) -> Mention | None:
    """“…,” Macron said. But “…,” said a source: somebody without a name."""
    word = sentence.words[verb]
    first = next(other for other in sentence.words if other.start >= quote.end)
    if word == first and word.bare != "according":
        return None
    return _subject(sentence, verbs, verb, since=quote.end)


def _subject(sentence: Sentence, verbs: tuple[int, ...], verb: int, *, since: int) -> Mention | None:
    word = sentence.words[verb]
    if word.bare == "according":
        return _mention_after(sentence, verb + 1)
    if _is_passive(sentence, verb):
        following = [index for index in range(verb + 1, len(sentence.words)) if sentence.words[index].bare == "by"]
        return _mention_after(sentence, following[0]) if following else None
    if _is_participle(sentence, verb):
        finite = [index for index in verbs if index < verb and not _is_participle(sentence, index)]
        if finite and (named := _subject(sentence, verbs, finite[-1], since=since)):
            return named
        before = _subjects_before(sentence, word, since)
        return before[0] if before else _first_after(sentence, word)
    before = _subjects_before(sentence, word, since) or _subjects_before(sentence, word, sentence.start)
    return before[-1] if before else None


def _is_participle(sentence: Sentence, index: int) -> bool:
    bare = sentence.words[index].bare
    return bare.endswith("ing") and bare != "according"


def _is_passive(sentence: Sentence, verb: int) -> bool:
    return verb > 0 and not _is_participle(sentence, verb) and sentence.words[verb - 1].bare in word_list("passives")


def _subjects_before(sentence: Sentence, word: Word, since: int) -> list[Mention]:
    """Those named between `since` and a verb who can be its subject, the nearest last."""
    return [
        mention
        for mention in sentence.mentions
        if since <= mention.start
        and mention.end <= word.start
        and not is_object(sentence, mention)
        and (mention.kind != "place" or mention.end + 1 == word.start)
    ]


def is_object(sentence: Sentence, mention: Mention) -> bool:
    """Whether what stands before a mention keeps it from being the subject: a preposition, or a verb that it follows.

    A subject begins its clause: before it stands nothing, a comma, or a word such as “that” or “on Monday”.
    """
    if mention.is_possessive:
        return True
    before = [word for word in sentence.words if word.end <= mention.start and word.end >= mention.start - 40]
    while before and before[-1].bare in ("the", "a", "an"):
        before.pop()
    if not before:
        return False
    last = before[-1]
    if last.bare in word_list("prepositions"):
        return True
    begins_clause = last.bare in word_list("function_words") | word_list("saying_verbs")
    return not begins_clause and sentence.text[last.end : mention.start].strip() in ("", "the", "a", "an")


def _mention_after(sentence: Sentence, index: int) -> Mention | None:
    start = sentence.words[index].end
    named = next((mention for mention in sentence.mentions if mention.start >= start), None)
    if named is None or named.is_possessive:
        return None
    between = [word for word in sentence.words if start <= word.start < named.start]
    return named if len(between) <= _INVERTED else None


def _first_after(sentence: Sentence, word: Word) -> Mention | None:
    return next((mention for mention in sentence.mentions if mention.start > word.end), None)
