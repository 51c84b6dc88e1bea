"""Sentences that give something its name in quotation marks: a valve called a “trickler”, its assistant, “Penny,”."""

from collections.abc import Sequence

from briefings.importing.speech.attribution import Attribution
from briefings.importing.speech.cues import Sentence
from briefings.importing.speech.marks import Marked
from briefings.importing.speech.words import Word
from briefings.importing.wordlists import word_list

_MOST_WORDS = 3
_OPEN = " “\"‘'«„"


def is_name_given(text: str, mark: Marked, words: str, sentence: Sentence, found: Attribution) -> bool:
    """Whether the sentence names something by `words`, which stand at `mark` in the paragraph `text`."""
    if sentence.tongue.language != "en" or len(words.split()) > _MOST_WORDS:
        return False
    before = [word for word in sentence.words if word.end <= mark.start]
    if not before:
        return False
    if text[before[-1].end : mark.start].strip(_OPEN) == ",":
        return _is_in_apposition(text, mark, words, before)
    if text[before[-1].end : mark.start].strip(_OPEN):
        return False
    return (
        _is_called(before)
        or _is_what_people_call_it(sentence, found, before)
        or _stands_before_its_noun(text, mark, words, sentence, found)
    )


def _is_called(before: Sequence[Word]) -> bool:
    """“a valve called a “trickler””, “a system called “smart water””, but not “what he called a “witch hunt””."""
    verb = len(before) - 1
    has_article = before[verb].is_in("articles")
    verb -= has_article
    if verb < 1 or not before[verb].is_in("naming_verbs"):
        return False
    noun = before[verb - 1]
    if noun.is_small or noun.pronoun or noun.is_capitalised or noun.is_office or noun.is_in("auxiliaries", "adverbs"):
        return False
    earlier = before[max(0, verb - 7) : verb]
    is_new = any(word.is_in("articles") and not word.is_in("definite_articles") for word in earlier)
    return is_new and not any(word.bare == "what" for word in earlier)


def _is_what_people_call_it(sentence: Sentence, found: Attribution, before: Sequence[Word]) -> bool:
    """“Gardeners call it “green gold””: what people in general say is a name; what critics say is a judgement."""
    if found.cue is None or found.mention is None:
        return False
    verb, head = sentence.words[found.cue].bare, found.mention.head
    is_people = head.endswith("s") or (verb == "calls" and found.mention.kind == "body")
    if found.mention.kind not in ("unnamed", "office", "body", "document") or not is_people:
        return False
    is_habit = verb in ("call", "speak") or (verb == "calls" and any(word.bare == "what" for word in before[-6:]))
    if not is_habit and not (verb in ("called", "spoke") and before[-1].bare == "the"):
        return False
    return not sentence.tongue.has("judges", head)


def _is_in_apposition(text: str, mark: Marked, words: str, before: Sequence[Word]) -> bool:
    """“its assistant, “Penny,” in all stores”: a capital between commas behind a noun that is somebody's."""
    noun = before[-1]
    if len(before) < 2 or not before[-2].is_in("articles", "possessives") or noun.says or noun.is_capitalised:
        return False
    ends = "," in text[mark.end - 1 : mark.end + 2]
    return ends and words.istitle() and words.casefold() not in word_list("short_answers")


def _stands_before_its_noun(text: str, mark: Marked, words: str, sentence: Sentence, found: Attribution) -> bool:
    """“who has a “buy” rating”: one word between an article and a noun, in a clause in which nobody speaks."""
    if " " in words or found.cue is None or text[mark.end - 1] in ".!?,":
        return False
    before = [word for word in sentence.words if word.end <= mark.start]
    after = next((word for word in sentence.words if word.start >= mark.end), None)
    if after is None or text[mark.end + 1 : after.start] != " " or not before[-1].is_in("articles"):
        return False
    if after.is_small or after.says or after.is_capitalised:
        return False
    between = text[sentence.words[found.cue].end : mark.start]
    return sentence.words[found.cue].end <= mark.start and "," in between
