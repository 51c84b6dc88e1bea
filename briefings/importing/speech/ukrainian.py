"""The subject of a verb in Ukrainian, which may stand far behind it, and which endings tell from an object."""

import re
from dataclasses import replace

from briefings.importing.speech import descriptions
from briefings.importing.speech.cues import Cue, Sentence
from briefings.importing.speech.endings import agrees, is_oblique, is_plural_verb, nominative
from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.phrases import Subject, is_object, subject_at

_AT = ("у", "в", "на")
_FURTHEST = 9  # words between a verb and its subject
_RELATIVE = re.compile(r",\s(?:як(?:ий|а|е|і|ого|ої|их|ому|ій|им|ою)|котр\w+|що|чи[йяєї])\s[^,:;—]+,\s?\Z")


def subject_of(sentence: Sentence, cue: Cue, *, since: int, inverted: bool) -> Subject | None:
    """The subject by rules of Ukrainian alone; None leaves it to those of all languages."""
    verb = sentence.words[cue.first]
    if verb.is_in("impersonal_verbs") or is_plural_verb(verb.bare):
        place = _place_behind(sentence, cue) or _place_before(sentence, cue, since)
        if place is not None:
            return Subject(place)
    if inverted:
        return _behind(sentence, cue)
    return _before_relative(sentence, cue, since)


def is_written_by_nobody(sentence: Sentence, cue: int | None) -> bool:
    """Whether the words only stand somewhere, and are nobody's who was named: “На стіні написано: «…»”."""
    return (
        cue is not None and sentence.tongue.language == "uk" and sentence.words[cue].bare in ("написано", "накреслено")
    )


def as_subject(sentence: Sentence, description: Mention) -> Subject | None:
    """Whom a description before a verb means: the one named in it; None where its case is that of no subject."""
    for mention in sentence.mentions:
        is_inside = description.start <= mention.start and mention.end <= description.end
        if mention.kind == "full" and is_inside and description.kind not in ("body", "document"):
            return Subject(mention)
    return None if is_oblique(description.head) else Subject(description)


def _behind(sentence: Sentence, cue: Cue) -> Subject | None:
    """“сказав Укрінформу місцевий мешканець”, “написав у Telegram начальник ОВА Олег Синєгубов”."""
    words = sentence.words
    verb = words[cue.first].bare
    for index in range(cue.last + 1, min(len(words), cue.last + 1 + _FURTHEST)):
        gap = sentence.text[words[index - 1].end : words[index].start]
        if set(gap) & set(",.;:—–") or words[index].says or words[index].is_in("relatives", "conjunctions"):
            return None
        if words[index].is_in("prepositions") or words[index - 1].is_in("prepositions"):
            continue
        subject = subject_at(sentence, index)
        if subject is None:
            continue
        mention = subject.mention
        if mention.kind in ("full", "pronoun"):
            return subject
        if mention.kind in ("short", "body", "document", "place") and mention.start == words[index].start:
            if words[index].is_acronym or agrees(words[index].text, verb):
                return subject
            continue
        head = next((word for word in words[index:] if word.is_noun and word.start < mention.end), None)
        if head and agrees(head.bare, verb):
            several = mention.kind == "office" and is_plural_verb(verb)
            return Subject(replace(mention, kind="unnamed")) if several else subject
    return None


def _before_relative(sentence: Sentence, cue: Cue, since: int) -> Subject | None:
    """The subject before a relative clause: “Один із посадовців, який погодився говорити анонімно, запевняє”."""
    start = sentence.words[cue.first].start
    clause = _RELATIVE.search(sentence.text, since, start)
    if clause is None:
        return None
    for mention in reversed(sentence.mentions):
        if since <= mention.start and mention.end == clause.start() and not is_object(sentence, mention):
            return Subject(mention)
    index = next((place for place, word in enumerate(sentence.words) if word.start > clause.start()), 0)
    description = descriptions.ending_at(sentence.text, sentence.words, index) if index else None
    if description is None or description.end != clause.start() or is_oblique(description.head):
        description = _one_of(sentence, since, clause.start())
    return Subject(description) if description else None


def _one_of(sentence: Sentence, since: int, until: int) -> Mention | None:
    """“один із посадовців” that ends at `until`."""
    for index, word in enumerate(sentence.words):
        if word.start < since or not word.is_in("quantifiers"):
            continue
        description = descriptions.beginning_at(sentence.text, sentence.words, index)
        if description and description.end == until:
            return description
    return None


def _place_behind(sentence: Sentence, cue: Cue) -> Mention | None:
    """The body or document behind a verb and “in”: “запевнили в Укренерго”, “йдеться у повідомленні Генштабу”."""
    words = sentence.words
    index = cue.last + 1
    while index < len(words) and words[index].is_in("adverbs"):
        index += 1
    if index + 1 >= len(words) or sentence.text[words[index - 1].end : words[index].start].strip():
        return None
    return _place_at(sentence, index)


def _place_before(sentence: Sentence, cue: Cue, since: int) -> Mention | None:
    """“Тепер у відомстві кажуть”, “У Міністерстві оборони заявили”: the place begins its sentence."""
    words, verb = sentence.words, sentence.words[cue.first]
    for index in range(cue.first):
        if words[index].start < since:
            continue
        if words[index].bare in _AT and (place := _place_at(sentence, index)):
            between = (word for word in words if place.end <= word.start < verb.start)
            has_subject = any(word.is_office and agrees(word.bare, verb.bare) for word in between)
            return None if has_subject or place.end > verb.start else place
        if words[index].is_noun and words[index].bare not in ("ця", "це"):
            return None
    return None


def _place_at(sentence: Sentence, index: int) -> Mention | None:
    """The body or document behind “у”, by its name in the nominative."""
    words = sentence.words
    if words[index].bare not in _AT or index + 1 >= len(words):
        return None
    first = words[index + 1]
    if first.is_in("possessives"):
        return None  # в її дописі: hers are the words
    place = descriptions.beginning_at(sentence.text, words, index + 1)
    for mention in sentence.mentions:
        if mention.start == first.start and mention.kind in ("body", "document"):
            place = mention
    if place is None or place.kind not in ("body", "document"):
        return None
    phrase = [word for word in words if first.start <= word.start < place.end]
    name = nominative(phrase)
    head = next((word.casefold() for word in name.split() if sentence.tongue.has("generic_bodies", word)), place.head)
    return replace(place, name=name, head=head)
