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
    """Whose words a cue says that they are."""

    mention: Mention


def at(sentence: Sentence, index: int) -> Subject | None:
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
    described = descriptions.beginning_at(sentence.text, words, index)
    if described and (named := _named_behind(sentence, described)):
        return Subject(named)
    return Subject(described) if described else None


def _is_longer(sentence: Sentence, index: int, mention: Mention) -> bool:
    """“one Republican lawmaker”: the description goes on behind the capital."""
    described = descriptions.beginning_at(sentence.text, sentence.words, index) if sentence.tongue.is_cased else None
    return (
        described is not None
        and described.head_is_noun
        and described.end > mention.end + 1
        and (described.start < mention.start or not sentence.words[index].is_capitalised or described.kind == "unnamed")
    )


def _named_behind(sentence: Sentence, described: Mention) -> Mention | None:
    """“the director of the clinic, Maria Lopez”: the name that belongs to a description."""
    for mention in sentence.mentions:
        is_inside = described.start <= mention.start and mention.end <= described.end
        if mention.kind == "full" and is_inside and sentence.tongue.language == "uk":
            if described.kind in ("body", "document"):
                return None  # пресслужба Івана Бойка
            return mention  # an adjective before the office: міського голови Андрія Садового
        if mention.kind == "full" and is_inside and mention.end == described.end and sentence.tongue.language == "en":
            return _with_whole_role(sentence, described, mention)
        if mention.kind in ("full", "short") and mention.start <= described.end + 7 and mention.end > described.end:
            between = sentence.text[described.end : max(mention.start, described.end)]
            if mention.kind == "full" and not _ARTICLE.sub("", between).strip(" ,"):
                return mention
    return None


def _with_whole_role(sentence: Sentence, described: Mention, mention: Mention) -> Mention | None:
    """“said Good Morning Britain presenter Susan Bell”: the description is the role, up to its noun."""
    name_at = sentence.text.rfind(mention.name, mention.start, mention.end)
    role = _ARTICLE.sub("", sentence.text[described.start : name_at]).strip()
    last = role.rpartition(" ")[2].casefold()
    is_role = sentence.tongue.has("titles", last) or sentence.tongue.has("people_nouns", last)
    return replace(mention, role=role, start=described.start) if is_role else None


def named_inside(sentence: Sentence, described: Mention) -> Mention:
    """« la ministre des Transports Clotilde Amiel »: the name that a description ends with, else itself."""
    if sentence.tongue.language not in ("de", "fr", "es"):
        return described
    named = (other for other in sentence.mentions if other.kind == "full" and other.end == described.end)
    return next((other for other in named if described.start < other.start or other.role), described)


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
