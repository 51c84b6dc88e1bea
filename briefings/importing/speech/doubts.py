"""Sentences in which a verb of saying names no speaker: denials, conditions, and things with words on them."""

from briefings.importing.speech import descriptions
from briefings.importing.speech.cues import Sentence
from briefings.importing.speech.mentions import Mention

_NEAR = 3  # words between a denial and what is denied
_ALLEGED_OF = 8  # “accused the mayor of the town of saying”


def is_denied(sentence: Sentence, cue: int) -> bool:
    """Whether a cue is denied or alleged: “denied calling”, “declined to say”, “accused her of saying”."""
    words = sentence.words
    start = max((quote.end for quote in sentence.quotes if quote.end <= words[cue].start), default=sentence.start)
    before = [word for word in words[:cue] if word.start >= start]
    if not before:
        return False
    if sentence.tongue.is_cased:
        near = before[-_ALLEGED_OF if before[-1].bare == "of" else -_NEAR :]
    else:
        comma = sentence.text.rfind("،", start, words[cue].start)
        near = [word for word in before if word.start > comma]
    return before[-1].is_in("negations") or any(word.is_in("denials") for word in near)


def is_conditional(sentence: Sentence) -> bool:
    """Whether a condition and the words stand in one clause: “If he said “…””, “Had she said “…””."""
    first, until = sentence.words[0], sentence.quotes[0].start
    return first.is_in("conditions") and first.end < until and "," not in sentence.text[first.end : until]


def thing_that_says(sentence: Sentence, cue: int) -> tuple[bool, Mention | None]:
    """Whether a thing holds the words (“a shirt that said”, “a letter saying”), and which one, if it is known."""
    words = sentence.words
    at = cue
    while at and words[at - 1].is_in("adverbs", "auxiliaries"):
        at -= 1
    is_relative = at > 1 and words[at - 1].bare in ("that", "which")
    at -= is_relative
    is_saying = words[cue].bare in ("saying", "reading") and at > 1
    if sentence.tongue.language != "en" or not (is_relative or is_saying):
        return False, None
    noun, gap = words[at - 1], sentence.text[words[at - 1].end : words[at].start]
    is_thing = at > 1 and words[at - 2].is_in("articles") and not (noun.is_office or noun.is_body or noun.says)
    if gap != " " or not is_thing:
        return False, None
    description = descriptions.ending_at(sentence.text, words, at)
    return True, description if description and description.kind == "document" else None
