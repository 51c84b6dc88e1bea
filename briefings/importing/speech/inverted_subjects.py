"""Subjects behind their verb in German, French and Spanish, with other parts of the sentence between the two."""

from briefings.importing.speech import descriptions
from briefings.importing.speech.cues import Cue, Sentence
from briefings.importing.speech.phrases import Subject, subject_at
from briefings.importing.speech.words import Word

_FURTHEST = 14  # words that may stand between a verb and its subject
_ADDRESSED = frozenset(("à", "au", "aux", "a", "al", "ante", "devant"))
_READ_IN = {
    "de": ("in", "im", "aus", "laut", "bei", "beim", "von", "vom", "seitens", "vonseiten"),
    "fr": ("à", "au", "aux", "chez", "dans", "de", "auprès", "côté"),
}
_READS = ("heisst", "hiess", "steht", "stand", "hervor", "hervorgeht", "hervorging")
_HAS = ("hat", "haben", "hatte", "hatten", "habe")


def past_addressee(sentence: Sentence, verb: int) -> int:
    """The last word of those to whom something was said, else the verb: “a déclaré à l’AFP Paul Durand”."""
    words = sentence.words
    if sentence.tongue.language not in ("fr", "es", "it", "pt") or verb + 2 >= len(words):
        return verb
    index = verb + 1
    if words[index].bare not in _ADDRESSED:
        return verb
    index += 1
    while index < len(words) and words[index].is_in("articles"):
        index += 1
    following = index + 1
    if following < len(words) and not sentence.text[words[index].end : words[following].start].strip():
        while (
            following < len(words)
            and words[index].is_capitalised
            and not words[following].is_in("people_names_f", "people_names_m")
            and words[following].is_capitalised
            and not words[following].is_office
            and sentence.text[words[index].end : words[following].start] == " "
        ):
            index, following = index + 1, following + 1
        return index
    return verb


def finite_verb(sentence: Sentence, cue: Cue) -> int:
    """The verb beside which a German subject stands: “hat” in “Anna Weber hat die Kritik zurückgewiesen”."""
    words = sentence.words
    if sentence.tongue.language != "de" or cue.kind != "verb" or not words[cue.first].bare.endswith(("t", "en")):
        return cue.first
    for index in range(cue.first - 1, max(-1, cue.first - 14), -1):
        if words[index].bare in _HAS:
            return index
        gap = sentence.text[words[index].end : words[index + 1].start]
        if words[index].says or "," in gap or ":" in gap:
            break
    return cue.first


def _is_full_name(sentence: Sentence, index: int) -> bool:
    start = sentence.words[index].start
    return any(mention.kind == "full" and mention.start == start for mention in sentence.mentions)


def behind_phrases(sentence: Sentence, verb: int) -> Subject | None:
    """The subject behind a verb and other phrases: “aseguró en rueda de prensa el alcalde”, “sagte gestern Anna Weber”.

    A subject has no preposition before it, and what stands between is no clause of its own.
    """
    if sentence.tongue.language not in ("de", "fr", "es", "it", "pt"):
        return None
    words = sentence.words
    for index in range(verb + 1, min(len(words), verb + _FURTHEST)):
        before, word = words[index - 1], words[index]
        gap = sentence.text[before.end : word.start].strip()
        if set(gap) - {"'", "’"} or _begins_clause(word):
            return None
        if index == verb + 1 or before.is_in("prepositions", "role_prepositions"):
            continue
        if _may_be_subject(sentence, index) and (subject := subject_at(sentence, index)):
            return subject
    return None


def _begins_clause(word: Word) -> bool:
    if word.is_in("articles"):
        return False
    return word.is_in("relatives", "conjunctions") or (word.says and not word.is_noun)


def _may_be_subject(sentence: Sentence, index: int) -> bool:
    """Whether an article and an office or a body, or a full name, begins with this word."""
    words, word = sentence.words, sentence.words[index]
    if _is_full_name(sentence, index):
        return not words[index - 1].is_in("articles")
    if sentence.tongue.capitalises_nouns:
        is_named = index + 1 < len(words) and _is_full_name(sentence, index + 1)
        return is_named and word.bare in ("der", "die", "das", "ein", "eine")
    return word.is_in("articles") and any(noun.is_office or noun.is_body for noun in words[index + 1 : index + 3])


def impersonal(sentence: Sentence, cue: Cue) -> Subject | None:
    """The place of an impersonal verb, which is who says it: heißt es in der Mitteilung · reconnaît-on au ministère."""
    language = sentence.tongue.language
    word = sentence.words[cue.first]
    if language == "de" and word.bare.replace("ß", "ss") in _READS:
        return _first_source(sentence, range(len(sentence.words)))
    if language == "fr" and word.bare.endswith("-on"):
        return _first_source(sentence, range(cue.last + 1, min(len(sentence.words), cue.last + 5)))
    return None


def _first_source(sentence: Sentence, places: range) -> Subject | None:
    words = sentence.words
    for index in places:
        if words[index].bare not in _READ_IN[sentence.tongue.language] or index + 1 >= len(words):
            continue
        description = descriptions.beginning_at(sentence.text, words, index + 1)
        if description and (description.kind in ("document", "body") or description.head_is_noun):
            return Subject(description)
        if (subject := subject_at(sentence, index + 1)) and subject.mention.kind == "body":
            return subject
    return None
