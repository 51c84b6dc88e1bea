"""Whom a mention means, how that was found, and what later pronouns will mean."""

from briefings.importing.speech import descriptions
from briefings.importing.speech.cast import Cast
from briefings.importing.speech.cues import Sentence
from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.named import Named
from briefings.importing.speech.phrases import is_object
from briefings.importing.speech.subjects import subject_of
from briefings.messages import Message

_BEGINNINGS = ("articles", "definite_articles", "quantifiers", "possessives")
_HIS = {"his": "m", "her": "f"}
REASONS = {
    "full": Message("Named in full near the words"),
    "body": Message("A body named near the words"),
    "document": Message("A document named near the words"),
    "place": Message("A place that stands for those who speak for it"),
    "short": Message("Found by a single name"),
    "pronoun": Message("Found by a pronoun"),
    "office": Message("Found by an office"),
    "unnamed": Message("Described, not named"),
}


def traced(cast: Cast, sentence: Sentence, mention: Mention) -> Named | None:
    """Whom a mention means; a pronoun means the one named before it in its own sentence, if there is one."""
    mention = sentence.with_marked(mention)
    if mention.kind == "pronoun" and mention.gender in ("m", "f", ""):
        candidates = [
            other
            for other in sentence.mentions
            if other.end <= mention.start
            and (other.kind == "full" or (other.kind == "short" and cast.knows(other)))
            and not is_object(sentence, other)
            and not _is_of_other_gender(cast, other, mention.gender)
        ]
        mention = candidates[-1] if candidates else mention
    elif mention.kind == "pronoun":
        mention = _thing_before(sentence, mention) or mention
    return cast.trace(mention)


def _is_of_other_gender(cast: Cast, mention: Mention, gender: str) -> bool:
    """Whether somebody named cannot be meant: “Prehm sei …, sagte er”, where Prehm is a Landrätin."""
    person = cast.trace(mention) if gender in ("m", "f") else None
    return person is not None and person.gender in ("m", "f") and person.gender != gender


def _thing_before(sentence: Sentence, pronoun: Mention) -> Mention | None:
    """What “it” or “they” mean in their own sentence: “The invoice listed what it called “…””."""
    earlier = [
        other
        for other in sentence.mentions
        if other.end <= pronoun.start and other.kind in ("body", "document") and not is_object(sentence, other)
    ]
    if earlier:
        return earlier[0]
    if not (sentence.words and sentence.words[0].is_in(*_BEGINNINGS)):
        return None
    description = descriptions.at_the_start(sentence.text, sentence.words)
    if description is None or description.end > pronoun.start:
        return None
    return description if description.kind in ("body", "document") or pronoun.gender == "p" else None


def note_what_it_is_about(cast: Cast, sentence: Sentence) -> None:
    """Remembers whom a sentence that begins with a description is about: a later pronoun means them."""
    if (sentence.words and sentence.words[0].is_in(*_BEGINNINGS)) or (
        sentence.words and sentence.words[0].is_office and sentence.tongue.is_cased
    ):
        if any(mention.start < sentence.words[0].end + 2 for mention in sentence.mentions):
            return
        description = descriptions.at_the_start(sentence.text, sentence.words)
        if description and not any(mention.start <= description.end + 2 < mention.end for mention in sentence.mentions):
            cast.begins_with(description)


def note_whom_it_introduces(cast: Cast, sentence: Sentence) -> None:
    """Remembers people who are introduced without a name, by “a” and a noun: “… among them a grandmother”."""
    words = sentence.words
    for index, word in enumerate(words):
        if word.is_in("possessives") and index + 1 < len(words):
            if index == 0 and word.bare in _HIS:
                cast.latest.learn_gender(None, _HIS[word.bare])
            noun = words[index + 1]
            cast.latest.remember_kin(sentence.text[word.start : noun.end], noun.bare)
        if not word.is_in("articles") or word.is_in("definite_articles"):
            continue
        following = words[index + 1 : index + 4]
        noun = next((one for one in following if one.is_in("people_nouns")), None)
        if noun and not any(mention.start <= noun.start < mention.end + 2 for mention in sentence.mentions):
            cast.introduce(noun.bare)


def whom_it_is_about(cast: Cast, sentence: Sentence) -> Named | None:
    """The person with whom a sentence begins, who also speaks in a quotation that stands alone behind it."""
    first = next(iter(sentence.mentions), None)
    if first is None or first.kind not in ("pronoun", "full", "short") or is_object(sentence, first):
        return None
    person = traced(cast, sentence, first)
    return person if person and not person.is_body else None


def note_who_says(cast: Cast, sentence: Sentence) -> Named | None:
    """Who says something in a sentence without marks; remembered, since a later pronoun means them."""
    subject = subject_of(sentence, sentence.cues[0], since=sentence.start)
    person = traced(cast, sentence, subject.mention) if subject and subject.mention.kind != "place" else None
    if person:
        cast.latest.spoke(person)
    return person
