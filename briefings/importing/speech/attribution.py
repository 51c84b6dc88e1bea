"""Who spoke: for each quotation of one sentence, the mention whose words it is.

A quotation hangs on a cue: a colon before it, the verb right after it, else the nearest verb before it, else the next
one. The subject of that cue is the speaker.
"""

import re
from dataclasses import dataclass
from itertools import chain, islice

from briefings.importing.speech import descriptions
from briefings.importing.speech.clauses import is_governed, reversed_without_reported
from briefings.importing.speech.cues import Cue, Sentence
from briefings.importing.speech.marks import Marked
from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.phrases import Subject, is_object, named_inside, subject_at
from briefings.importing.speech.subjects import subject_of

_AFTER_QUOTE = 10  # words in which “…,” may be followed by its verb
_COMMAS = ",،、"


@dataclass(frozen=True)
class Attribution:
    """`cue`: the index of the word that a quotation hangs on."""

    cue: int | None = None
    mention: Mention | None = None

    @property
    def hangs(self) -> bool:
        """Whether the sentence says that somebody speaks, even if not who."""
        return self.cue is not None or self.mention is not None


def attributions_in(sentence: Sentence) -> tuple[Attribution, ...]:
    """For each quotation of the sentence what it hangs on and whose words it is."""
    return tuple(_attribution(sentence, index) for index in range(len(sentence.quotes)))


def goes_on(sentence: Sentence, first: int) -> bool:
    """Whether quotation `first + 1` is the rest of quotation `first`: “A,” said B, “C.”"""
    quotes = sentence.quotes
    if quotes[first + 1].goes_on:
        return True
    between = sentence.text[quotes[first].end : quotes[first + 1].start]
    return ends_with_comma(sentence, quotes[first]) and between[1:-1].rstrip().endswith((*_COMMAS, "—", "–"))


def ends_with_comma(sentence: Sentence, quote: Marked) -> bool:
    """Whether the sentence goes on after a quotation: “A,” or “A”, or «A» —"""
    return sentence.text[quote.end - 1] in _COMMAS or bool(
        re.match(r".\s?[,،–—-]", sentence.text[quote.end : quote.end + 3])
    )


def _attribution(sentence: Sentence, which: int) -> Attribution:
    quote = sentence.quotes[which]
    if (before := _before_colon(sentence, quote)) is not None:
        return before
    cue = _right_after(sentence, which)
    if cue is not None and is_governed(sentence, quote, cue):
        return _by_nearest(sentence, quote)
    if cue is None and (beside := _in_clause_after(sentence, which)):
        return Attribution(None, beside)
    if cue is not None:
        following = next(word for word in sentence.words if word.start >= quote.end)
        is_inverted = sentence.words[cue.first].start == following.start or cue.kind == "source-after"
        subject = subject_of(
            sentence, cue, since=quote.end, inverted=is_inverted or _nobody_between(sentence, quote, cue)
        )
        return _by_cue(cue, subject)
    return _by_nearest(sentence, quote)


def _by_nearest(sentence: Sentence, quote: Marked) -> Attribution:
    before = [cue for cue in sentence.cues if sentence.words[cue.last].end <= quote.start]
    before = islice(reversed_without_reported(sentence, before), 2)
    after = (cue for cue in sentence.cues if sentence.words[cue.first].start >= quote.end)
    first_cue: Cue | None = None
    for cue in chain(before, islice(after, 1)):
        first_cue = first_cue or cue
        if subject := subject_of(sentence, cue, since=sentence.start):
            return _by_cue(cue, subject)
    if first_cue is None and (verb := _in_indirect_speech(sentence)) is not None:
        return Attribution(verb, Mention("pronoun", "", "", quote.start, quote.start, quote.start))
    return Attribution(cue=first_cue.first if first_cue else None)


def _in_indirect_speech(sentence: Sentence) -> int | None:
    """Index of a verb whose form says that somebody’s words go on: „…“ sei das Mindeste."""
    return next((index for index, word in enumerate(sentence.words) if word.is_in("subjunctives")), None)


def _in_clause_after(sentence: Sentence, which: int) -> Mention | None:
    """The one named behind a whole quotation and a comma, without a verb of saying: “…,” Macron smiled."""
    quote = sentence.quotes[which]
    if not ends_with_comma(sentence, quote) or sentence.text[quote.start : quote.end].count("·") < 8:
        return None
    until = sentence.quotes[which + 1].start if which + 1 < len(sentence.quotes) else sentence.end
    if any(quote.end <= sentence.words[cue.first].start < until for cue in sentence.cues):
        return None
    following = [word for word in sentence.words if quote.end <= word.start < until][:5]
    if not following or sentence.text[quote.end + 1 : following[0].start].strip(" ,—–-"):
        return None
    for mention in sentence.mentions:
        if following[0].start <= mention.start <= following[-1].start:
            is_known = mention.kind in ("full", "short", "pronoun", "body")
            return mention if is_known and not mention.is_possessive else None
    return None


def _by_cue(cue: Cue, subject: Subject | None) -> Attribution:
    return Attribution(cue.first, subject.mention if subject else None)


def _before_colon(sentence: Sentence, quote: Marked) -> Attribution | None:
    """By what stands before a colon: Macron: “…” · Macron said on Monday: “…” · In a statement, the ministry: “…”"""
    before = sentence.text[sentence.start : quote.start - 1].rstrip()
    if not before.endswith((":", "：")):
        return None
    end = sentence.start + len(before) - 1
    cues = [cue for cue in sentence.cues if sentence.words[cue.last].end <= end]
    last_quote = max((other.end for other in sentence.quotes if other.end < quote.start), default=sentence.start)
    if (inverted := _between_verb_and_colon(sentence, cues, end)) is not None:
        return inverted
    for cue in reversed([cue for cue in cues if sentence.words[cue.first].start >= last_quote]):
        if subject := subject_of(sentence, cue, since=last_quote):
            return _by_cue(cue, subject)
    mentions = [mention for mention in sentence.mentions if last_quote <= mention.start and mention.end <= end]
    beside = next((mention for mention in mentions if not sentence.text[mention.until : end].strip(" )")), None)
    if beside and beside.kind != "pronoun" and (beside.kind != "place" or len(mentions) == 1):
        return Attribution(None, beside)
    colon = next((place for place, word in enumerate(sentence.words) if word.start >= end), len(sentence.words))
    description = descriptions.ending_at(sentence.text, sentence.words, colon)
    if (
        description
        and description.start >= last_quote
        and description.is_known
        and not _is_after_preposition(sentence, description)
    ):
        return Attribution(None, named_inside(sentence, description))
    people = [mention for mention in mentions if mention.kind in ("full", "body", "short", "office", "document")]
    if subjects := [mention for mention in people if not is_object(sentence, mention)] or (
        people if sentence.tongue.is_cased else []
    ):
        in_full = [mention for mention in subjects if mention.kind == "full"]
        return Attribution(None, in_full[-1] if in_full else subjects[0])
    clauses = [
        description
        for index, word in enumerate(sentence.words)
        if last_quote <= word.start < end and _begins_clause(sentence, index)
        if (description := descriptions.beginning_at(sentence.text, sentence.words, index)) and description.is_known
    ]
    if clauses and sentence.tongue.is_cased and not (cues and sentence.tongue.language != "en"):
        return Attribution(None, clauses[-1])
    return Attribution(cues[-1].first) if cues else None


def _between_verb_and_colon(sentence: Sentence, cues: list[Cue], colon: int) -> Attribution | None:
    """Laut Anna Bell sagte Max Moser: „…“, al juez le dijo Ana Ruiz: «…»"""
    if sentence.tongue.language == "en" or not sentence.tongue.is_cased:
        return None
    for cue in reversed(cues):
        subject = subject_at(sentence, cue.last + 1) if cue.kind == "verb" and cue.first else None
        if subject and subject.mention.kind == "full" and not sentence.text[subject.mention.until : colon].strip(" )"):
            return Attribution(cue.first, subject.mention)
    return None


def _begins_clause(sentence: Sentence, index: int) -> bool:
    return not index or "," in sentence.text[sentence.words[index - 1].end : sentence.words[index].start]


def _is_after_preposition(sentence: Sentence, mention: Mention) -> bool:
    before = sentence.words_before(mention.start)
    return bool(before) and before[-1].is_in("prepositions")


def _right_after(sentence: Sentence, which: int) -> Cue | None:
    quote = sentence.quotes[which]
    until = sentence.quotes[which + 1].start if which + 1 < len(sentence.quotes) else sentence.end
    first = len(sentence.words_before(quote.end))
    following = range(first, len(sentence.words_before(until)))
    if not following:
        return None
    is_ended = ends_with_comma(sentence, quote) or sentence.text[quote.end - 1] in "?!…؟."
    by_first = {cue.first: cue for cue in sentence.cues}
    if not is_ended:
        first = by_first.get(following[0])
        return first if first and sentence.is_adjacent(quote.end, sentence.words[following[0]].start) else None
    limit = following[:_AFTER_QUOTE]
    for index in limit:
        cue = by_first.get(index)
        if cue and not (sentence.tongue.language == "en" and sentence.words[index].bare.endswith("ing")):
            return cue
    return None


def _nobody_between(sentence: Sentence, quote: Marked, cue: Cue) -> bool:
    verb = sentence.words[cue.first].start
    return not any(quote.end <= mention.start < verb for mention in sentence.mentions) and not any(
        word.is_noun for word in sentence.words if quote.end <= word.start < verb
    )
