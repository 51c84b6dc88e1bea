"""Who stands at a place of a sentence: a mention, or somebody who is described there."""

import re
from dataclasses import dataclass, replace

from briefings.importing.speech import descriptions
from briefings.importing.speech.cues import Sentence
from briefings.importing.speech.mentions import Mention

_ARTICLE = re.compile(r"\A[ ,]*(?:the|a|an|der|die|das|le|la|l[’']|el)?\s*", re.IGNORECASE)
_ABOUT_THIS = ("це", "цьому", "цього", "цим", "те", "тому")  # “Про це голова …”: the phrase ends there


@dataclass(frozen=True)
class Subject:
    """The mention that a cue gives as the speaker."""

    mention: Mention


def subject_at(sentence: Sentence, index: int) -> Subject | None:
    """The mention or description that begins with the word at `index`, its article perhaps."""
    words = sentence.words
    passed = index
    while passed < len(words) and words[passed].is_in("articles", "honorifics") and passed - index < 2:
        passed += 1
    for place in dict.fromkeys((index, passed)):
        if place >= len(words):
            continue
        for mention in sentence.mentions:
            if (
                mention.start == words[place].start
                or (mention.start < words[place].start < mention.end and place == index)
            ) and not (
                mention.is_possessive
                or (mention.kind in ("short", "body", "place") and _is_longer(sentence, index, mention))
            ):
                return Subject(mention)
    if not sentence.tongue.is_cased:
        return None
    description = descriptions.beginning_at(sentence.text, words, index)
    if description and (mention_behind := _named_behind(sentence, description)):
        return Subject(mention_behind)
    return Subject(description) if description else None


def _is_longer(sentence: Sentence, index: int, mention: Mention) -> bool:
    """Whether a description at `index` goes on behind the mention: “one Republican lawmaker”."""
    description = descriptions.beginning_at(sentence.text, sentence.words, index) if sentence.tongue.is_cased else None
    return (
        description is not None
        and description.head_is_noun
        and description.end > mention.end + 1
        and (
            description.start < mention.start
            or not sentence.words[index].is_capitalised
            or description.kind == "unnamed"
        )
    )


def _named_behind(sentence: Sentence, description: Mention) -> Mention | None:
    """“the director of the clinic, Maria Lopez”: the name that belongs to a description."""
    for mention in sentence.mentions:
        is_inside = description.start <= mention.start and mention.end <= description.end
        if mention.kind == "full" and is_inside and sentence.tongue.language == "uk":
            if description.kind in ("body", "document"):
                return None  # пресслужба Івана Бойка
            return mention  # an adjective before the office: міського голови Андрія Садового
        if mention.kind == "full" and is_inside and mention.end == description.end and sentence.tongue.language == "en":
            return _with_whole_role(sentence, description, mention)
        if mention.kind in ("full", "short") and mention.start <= description.end + 7 and mention.end > description.end:
            between = sentence.text[description.end : max(mention.start, description.end)]
            if mention.kind == "full" and not _ARTICLE.sub("", between).strip(" ,"):
                return mention
    return None


def _with_whole_role(sentence: Sentence, description: Mention, mention: Mention) -> Mention | None:
    """“said Good Morning Britain presenter Susan Bell”: the description is the role, up to its noun."""
    name_at = sentence.text.rfind(mention.name, mention.start, mention.end)
    role = _ARTICLE.sub("", sentence.text[description.start : name_at]).strip()
    last = role.rpartition(" ")[2].casefold()
    is_role = sentence.tongue.has("titles", last) or sentence.tongue.has("people_nouns", last)
    return replace(mention, role=role, start=description.start) if is_role else None


def named_inside(sentence: Sentence, description: Mention) -> Mention:
    """The name that a description ends with, else itself: « la ministre des Transports Clotilde Amiel »."""
    if sentence.tongue.language not in ("de", "fr", "es"):
        return description
    mentions = (other for other in sentence.mentions if other.kind == "full" and other.end == description.end)
    return next((other for other in mentions if description.start < other.start or other.role), description)


def is_object(sentence: Sentence, mention: Mention) -> bool:
    """Whether what stands before a mention keeps it from being the subject: a preposition, or a verb that it follows.

    A subject begins its clause: before it stands nothing, a comma, or a word such as “that” or “on Monday”.
    """
    if mention.is_possessive:
        return True
    if sentence.tongue.language == "uk" and mention.kind == "pronoun":
        return False  # він, вона, вони have other forms as objects
    words = sentence.words_before(mention.start)
    before = list(words[len(sentence.words_before(mention.start - 41)) :])
    if sentence.tongue.language == "uk" and before and before[-1].bare in _ABOUT_THIS:
        return False
    while before and before[-1].is_in("articles", "honorifics") and before[-1].bare != "that":
        before.pop()
    if not before:
        return False
    last = before[-1]
    gap = sentence.text[last.end : mention.start].strip()
    if last.is_in("prepositions") and "," not in gap:
        return True
    if not sentence.tongue.is_cased:  # the subject stands behind its verb, whichever it is
        return last.bare in ("أن", "إن", "بأن", "لأن", "أنه", "إنه")
    if last.is_body and not gap:
        return False  # la organización Ecologistas del Sur
    begins_clause = last.is_small or last.says or last.text.endswith(("’s", "'s", "s’", "s'"))
    return not begins_clause and not set(gap) & set(",;:—–·.")
