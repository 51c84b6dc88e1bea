"""Verbs of saying whose subject stands elsewhere: with the verb before them, before “who”, behind “quoted”."""

from briefings.importing.speech import descriptions
from briefings.importing.speech.cues import Cue, Sentence
from briefings.importing.speech.phrases import Subject, subject_at

_QUOTING = ("quoted", "quotes", "quoting", "cited")


def verb_before(sentence: Sentence, cue: Cue, since: int) -> Cue | None:
    """The verb whose subject `cue` shares: “Wessmere said … and described …”."""
    words = sentence.words
    conjunction = cue.first - 1
    while conjunction > 0 and words[conjunction].is_in("adverbs", "auxiliaries"):
        conjunction -= 1
    if conjunction < 1 or not words[conjunction].is_in("conjunctions") or words[conjunction].is_in("relatives"):
        return None
    if sentence.text[words[conjunction].end : words[conjunction + 1].start] != " ":
        return None
    earlier = [other for other in sentence.cues if other.kind == "verb" and other.last < conjunction]
    earlier = [other for other in earlier if words[other.first].start >= since]
    return earlier[-1] if earlier else None


def document_read(sentence: Sentence, cue: Cue) -> Subject | None:
    """The document that “read”: “Lopez said a message found on the phone read: “…””."""
    words = sentence.words
    if sentence.tongue.language != "en" or words[cue.first].bare not in ("read", "reads"):
        return None
    noun = next((index for index in range(cue.first - 1, -1, -1) if words[index].is_document), None)
    if noun is None:
        return None
    while noun and not (words[noun - 1].is_small or words[noun - 1].says):
        noun -= 1
    description = descriptions.beginning_at(sentence.text, words, noun)
    return Subject(description) if description and description.kind == "document" else None


def antecedent(sentence: Sentence, cue: Cue) -> Subject | None:
    """“The BBC asked the firm, which said …”: whoever stands right before “which” or “who”."""
    words = sentence.words
    place = cue.first - 1
    while place > 0 and words[place].is_in("adverbs", "auxiliaries"):
        place -= 1
    if place < 1 or sentence.tongue.language != "en" or words[place].bare not in ("which", "who"):
        return None
    for mention in sentence.mentions:
        is_before = mention.until <= words[place].start and mention.kind != "place"
        if is_before and not sentence.text[mention.until : words[place].start].strip(" ,"):
            return Subject(mention)
    description = descriptions.before_comma(sentence.text, words, place)
    return Subject(description) if description and description.is_known else None


def quoted_as_saying(sentence: Sentence, cue: Cue) -> Subject | None:
    """“State media quoted the mayor as saying …”: whoever is quoted speaks, not who quotes them."""
    if sentence.tongue.language != "en":
        return None
    bare = [word.bare for word in sentence.words]
    first = next((index for index, word in enumerate(bare[: cue.first + 1]) if word in _QUOTING), None)
    if first is None:
        return None
    if "as" not in bare[first + 2 :]:
        return None
    until = bare.index("as", first + 2)
    subject = subject_at(sentence, first + 1) if bare[until + 1 : until + 2] == ["saying"] else None
    return subject if subject and subject.mention.end <= sentence.words[until].start else None
