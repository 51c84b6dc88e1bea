"""Whose verb it is: the mention that a cue of one sentence gives as the speaker.

A name between the verb and the quotation is whom the words are about, never who says them.
"""

from briefings.importing.speech import arabic, descriptions, inverted_subjects, linked, sources, ukrainian
from briefings.importing.speech.cues import Cue, Sentence
from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.phrases import Subject, is_object, subject_at
from briefings.importing.speech.wholes import whole_before
from briefings.importing.speech.words import Word

_INVERTED = 3  # small words that may stand between “said” and its subject


def subject_of(sentence: Sentence, cue: Cue, *, since: int, inverted: bool = False) -> Subject | None:
    """Who speaks by `cue`, among those named from the offset `since` on. `inverted`: look behind the verb first."""
    if cue.kind == "source-after":
        is_source = sentence.words[cue.last].is_in("people_nouns")  # de source policière
        return subject_at(sentence, cue.last if is_source else cue.last + 1)
    if not sentence.tongue.is_cased and cue.kind == "verb":
        return _where_verbs_come_first(sentence, cue)
    if impersonal := inverted_subjects.impersonal(sentence, cue):
        return impersonal
    if cue.kind == "source-before":
        return _before(sentence, cue.first, since) or sources.by_pronoun(sentence, cue)
    if quoted := linked.quoted_as_saying(sentence, cue):
        return quoted
    if _is_participle(sentence, cue):
        return _of_participle(sentence, cue, since)
    if _is_passive(sentence, cue.first):
        following = [index for index in range(cue.last + 1, len(sentence.words)) if sentence.words[index].bare == "by"]
        return subject_at(sentence, following[0] + 1) if following else None
    at_verb = _inside_verb(sentence, cue)
    if at_verb:
        return at_verb
    if not inverted and (document := linked.document_read(sentence, cue)):
        return document
    if sentence.tongue.language == "uk" and (
        subject := ukrainian.subject_of(sentence, cue, since=since, inverted=inverted)
    ):
        return subject
    if not inverted and (antecedent := linked.antecedent(sentence, cue)):
        return antecedent
    shared = None if inverted else linked.verb_before(sentence, cue, since)
    if shared and (subject := subject_of(sentence, shared, since=since)):
        return subject
    ways = (_behind, _before) if inverted else (_before, _behind)
    if sentence.tongue.language == "en" and not inverted:
        ways = (_before,)  # what stands behind the verb is the subject of what is said: “said it had”
    finite = inverted_subjects.finite_verb(sentence, cue)
    for way in ways:
        subject = way(sentence, cue.last if way is _behind and finite == cue.first else finite, since)
        if not subject and way is _behind and inverted:
            subject = inverted_subjects.behind_phrases(sentence, cue.last)
        if subject and way is _behind and not inverted and subject.mention.kind in ("document", "body", "unnamed"):
            before = _nearest_before(sentence, sentence.words[cue.first], since)
            if before and before[-1].kind == "full":
                return Subject(before[-1])  # “Ільків, яка …, називає документ «…»”: what follows is the object
        if subject and (way is _before or inverted or subject.mention.is_known or subject.mention.kind != "unnamed"):
            return subject
    nearest = _nearest_before(sentence, sentence.words[cue.first], since) or _nearest_before(
        sentence, sentence.words[cue.first], sentence.start
    )
    if nearest:
        return Subject(nearest[-1])
    first = sentence.words[0]
    if since == sentence.start and (
        first.is_in("articles", "quantifiers", "definite_articles") or (first.is_noun and sentence.tongue.is_cased)
    ):
        description = descriptions.at_the_start(sentence.text, sentence.words)
        return Subject(description) if description and description.end <= sentence.words[cue.first].start else None
    return None


def _where_verbs_come_first(sentence: Sentence, cue: Cue) -> Subject | None:
    """Arabic: the subject stands right behind its verb, unless somebody stands right before it or it is a participle.

    A verb without a subject of its own has the first one of the sentence: “كشف مسؤول … وقال: «…»”.
    """
    word = sentence.words[cue.first]
    if quoted := arabic.quoted_by(sentence, cue):
        return subject_at(sentence, quoted)
    earlier = [
        mention
        for mention in sentence.mentions
        if mention.end <= word.start and mention.kind != "pronoun" and not is_object(sentence, mention)
    ]
    people = [mention for mention in earlier if mention.kind in ("full", "short", "office")]
    earlier = people or earlier
    last = earlier[-1] if earlier else None
    if last and not sentence.text[last.end : word.start].replace("قد", "").strip(" ،"):
        return Subject(last)
    is_participle = word.bare.endswith("ا") and len(word.bare) > 4
    if (
        not is_participle
        and (subject := subject_at(sentence, cue.last + 1))
        and not arabic.is_described_by(sentence, subject)
    ):
        return subject
    return Subject(earlier[0]) if earlier else None


def _inside_verb(sentence: Sentence, cue: Cue) -> Subject | None:
    """“dit-elle”: the pronoun is written with its verb."""
    if not sentence.words[cue.first].pronoun:
        return None
    start = sentence.words[cue.first].start
    return next(
        (Subject(mention) for mention in sentence.mentions if mention.start == start and mention.kind == "pronoun"),
        None,
    )


def _behind(sentence: Sentence, verb: int, since: int) -> Subject | None:
    """“…,” said Macron: the subject stands right behind its verb, but for small words of time."""
    words = sentence.words
    verb = inverted_subjects.past_addressee(sentence, verb)
    for index in range(verb + 1, min(len(words), verb + 2 + _INVERTED)):
        gap = sentence.text[words[index - 1].end : words[index].start]
        if gap.strip() and not (gap.strip() == "," and index > verb + 1 and words[index - 1].is_in("days", "adverbs")):
            return None
        if words[index].is_in("relatives") and not words[index].is_in("articles"):
            return None
        if subject := subject_at(sentence, index):
            return subject
        if not (words[index].is_in("adverbs", "auxiliaries", "days") or words[index].says):
            return None
    return None


def _before(sentence: Sentence, verb: int, since: int) -> Subject | None:
    """“Macron also said”, “the minister said”: the subject stands right before its verb."""
    words = sentence.words
    first_small = verb
    while first_small and verb - first_small < 5 and _is_passed(sentence, first_small - 1):
        first_small -= 1
    near = words[first_small].start
    for mention in reversed(sentence.mentions):
        if mention.until > words[verb].start or mention.start < since:
            continue
        is_close = not sentence.text[mention.until : near].strip(" ,)—–-") and mention.until <= near
        if is_close and not is_object(sentence, mention):
            return Subject(mention)
        if is_close and (owner := _belongs_to(sentence, mention)):
            return Subject(owner)
        break
    if sentence.tongue.language == "en" and (whole := whole_before(sentence.text, words, verb)):
        return Subject(whole) if whole.start >= since else None
    description = descriptions.ending_at(sentence.text, words, verb) if sentence.tongue.is_cased else None
    if description and description.start >= since:
        if sentence.tongue.language == "uk":
            return ukrainian.as_subject(sentence, description)
        return Subject(_named_in(sentence, description) or description)
    return None


def _belongs_to(sentence: Sentence, mention: Mention) -> Mention | None:
    """“Clara Novak of Lindmoor University said”: the one named right before “of” speaks."""
    for other in sentence.mentions:
        between = sentence.text[other.until : mention.start].split()
        if other.kind == "full" and other.until < mention.start and 1 <= len(between) <= 2 and not other.is_possessive:
            return other if sentence.tongue.has("role_prepositions", between[0].casefold()) else None
    return None


def _named_in(sentence: Sentence, description: Mention) -> Mention | None:
    """“Chief Inspector Tom Briggs of Kent Police”: the name that a description begins with."""
    for mention in sentence.mentions:
        if mention.kind == "full" and mention.start == description.start and mention.end < description.end:
            following = next(word for word in sentence.words if word.start >= mention.end)
            return mention if following.is_in("role_prepositions") else None
    return None


def _is_passed(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    following = sentence.words[index + 1]
    if sentence.text[word.end : following.start].strip(" ,"):
        return False
    return word.is_in("adverbs", "auxiliaries", "days") or (word.is_in("prepositions") and following.is_in("days"))


def _of_participle(sentence: Sentence, cue: Cue, since: int) -> Subject | None:
    finite = [other for other in sentence.cues if other.first < cue.first and not _is_participle(sentence, other)]
    if finite and (subject := subject_of(sentence, finite[-1], since=since)):
        return Subject(subject.mention)
    word = sentence.words[cue.first]
    before = _nearest_before(sentence, word, since)
    if before:
        return Subject(before[0])
    if sentence.words[0].is_in("articles", "quantifiers"):
        description = descriptions.at_the_start(sentence.text, sentence.words)
        if description and description.kind == "unnamed" and description.end < word.start:
            return Subject(description)  # a man was removed after calling out “…”
    first = next((mention for mention in sentence.mentions if mention.start > word.end), None)
    return Subject(first) if first else None


def _is_participle(sentence: Sentence, cue: Cue) -> bool:
    return sentence.tongue.language == "en" and cue.kind == "verb" and sentence.words[cue.first].bare.endswith("ing")


def _is_passive(sentence: Sentence, verb: int) -> bool:
    if sentence.words[verb].bare == "quoted":
        return False  # “was quoted as saying”
    if sentence.tongue.language != "en" or not verb or not sentence.words[verb - 1].is_in("passives"):
        return False
    return not sentence.text[sentence.words[verb - 1].end : sentence.words[verb].start].strip()


def _nearest_before(sentence: Sentence, word: Word, since: int) -> list[Mention]:
    """Those named between `since` and a verb who can be its subject, the nearest last."""
    return [
        mention
        for mention in sentence.mentions
        if since <= mention.start
        and mention.end <= word.start
        and not is_object(sentence, mention)
        and (mention.kind != "place" or mention.end + 1 == word.start)
    ]
