"""Tells words in marks apart from quotations: names, terms, and a few words of a sentence that nobody says alone."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefings.importing.language import Language
from briefings.importing.speech.attribution import Attribution, ends_with_comma
from briefings.importing.speech.cues import Sentence
from briefings.importing.speech.marks import Marked, marked_words
from briefings.importing.speech.words import Word
from briefings.importing.wordlists import word_list

MOST_WORDS = 3
_MOST_IN_NAME = 6
_WORD = re.compile(r"[^\W_][\w’'.&-]*")
_TITLE_OF = re.compile(r".?,? the (?:title|name|headline) of\b")
_PAUSE = re.compile(r"[,،–—]|\s-")
_ENDS = " .,;:!?…،؟"
_VERB_FORM = re.compile(r"\w(?:ed|en|wn|ing)\Z")
_AS_WHAT = ("as", "als", "como", "comme", "як")
_OF_WHAT = (*_AS_WHAT, "of", "de", "d'", "d’")
_BEFORE_WORDS = ("articles", "possessives", "quantifiers", "adverbs", "conjunctions")
_BEHIND_WORDS = ("prepositions", "conjunctions", "relatives", "adverbs", "days", "months", "pronouns_plural")


def repeated_in(texts: Iterable[str]) -> frozenset[str]:
    """The few words that stand in marks at least twice in a draft."""
    marked = (text[mark.start : mark.end] for text in texts for mark in marked_words(text)[0])
    counts = Counter(words.strip(_ENDS) for words in marked if _is_short(words))
    return frozenset(words for words, count in counts.items() if count > 1)


def is_name(text: str, mark: Marked, words: str, sentence: Sentence, attribution: Attribution) -> bool:
    """Whether `words`, which stand at `mark` in the paragraph `text`, are how something is called."""
    if mark.goes_on or mark.stays_open:
        return False
    before = sentence.words_before(mark.start)
    if (before and _is_called(words, before, attribution)) or _is_what_people_call_it(before, sentence, attribution):
        return True
    if sentence.tongue.language == "en" and _TITLE_OF.match(text, mark.end):
        return True  # “Never on a Sunday”, the title of the song
    if attribution.mention is not None and (
        ends_with_comma(sentence, mark)
        or (sentence.tongue.capitalises_nouns and _is_said_alone(text, mark, sentence, attribution))
    ):
        return False
    return _follows_its_noun(text, mark, words, before) or reads_as_name(words, sentence.tongue)


def is_fragment(
    text: str, mark: Marked, words: str, sentence: Sentence, attribution: Attribution, repeated: frozenset[str]
) -> bool:
    """Whether `words` are a few of a sentence that nobody says alone, or stand in marks more than once."""
    if mark.goes_on or mark.stays_open or not _is_short(words):
        return False
    if _is_utterance(text, mark, words, sentence, attribution):
        return False
    return words.strip(_ENDS) in repeated or not _is_said_alone(text, mark, sentence, attribution)


def _is_short(words: str) -> bool:
    return len(words.split()) <= MOST_WORDS


def _is_utterance(text: str, mark: Marked, words: str, sentence: Sentence, attribution: Attribution) -> bool:
    """Whether the words are a whole utterance: “No,” she said. She said: “No.” Or they are all of the sentence."""
    if not sentence.words or not re.search(r"\w", text[: mark.start] + text[mark.end :]):
        return True
    before = text[sentence.start : mark.start - 1].rstrip()
    if before.endswith((":", "：")) or (words[:1].isupper() and words[-1:] in ".!?…"):
        return attribution.hangs
    earlier = sentence.words_before(mark.start)
    if earlier:
        return before.endswith(",") and earlier[-1].says and words[:1].isupper()
    behind = next((index for index, word in enumerate(sentence.words) if word.start >= mark.end), None)
    return attribution.hangs and (bool(_PAUSE.search(text, mark.end - 1, mark.end + 3)) or attribution.cue == behind)


def _is_said_alone(text: str, mark: Marked, sentence: Sentence, attribution: Attribution) -> bool:
    """Whether the words are all that a verb of saying has as its object: He called it “absurd”; he spoke of “treason”.

    They are not where they qualify a noun before or behind them, or belong to another verb.
    """
    if attribution.mention is None or attribution.cue is None:
        return False
    tongue, words = sentence.tongue, sentence.words
    behind = next((word for word in words if word.start >= mark.end), None)
    is_joined = behind is not None and not text[mark.end + 1 : behind.start].strip()
    if is_joined and behind.is_in("articles") and _VERB_FORM.search(text, mark.start, mark.end):
        return False  # he had “not seen” the warnings
    if is_joined and _needs_words_before(behind):
        return words[attribution.cue].is_in("saying_nouns")  # the call by Macron for “full calm” was heard
    if not tongue.words("copulas") or tongue.has("copulas", _WORD.findall(text, mark.start, mark.end)[0].casefold()):
        return True  # the plan “is no good”; and Arabic says “the plan “no good””
    cues = [
        words[cue.last] for cue in sentence.cues if cue.first >= attribution.cue and words[cue.last].end <= mark.start
    ]
    since = cues[-1].end if cues else sentence.start
    return _is_complement([word for word in words if since <= word.start and word.end <= mark.start], cues[-1:], tongue)


def _is_complement(between: list[Word], verb: Sequence[Word], tongue: Language) -> bool:
    """Whether the words in marks are all that is said. `between` stands between them and the `verb`, if any."""
    if not between:
        return bool(verb)
    if between[-1].pronoun or (between[-1].may_name and not (tongue.capitalises_nouns or between[-1].is_possessive)):
        return True  # he said he “never knew”, and that Trump “knew it all”
    links = _OF_WHAT if verb and verb[0].is_in("judging_verbs") else _AS_WHAT
    is_judged = bool(verb) and verb[0].is_in("naming_verbs")
    while between and (between[-1].is_in(*_BEFORE_WORDS) or between[-1].text.endswith("ly")):
        is_judged |= between.pop().bare in links
    if between and between[-1].is_in("prepositions"):
        is_judged |= between.pop().bare in links
    if not between:
        return bool(verb)
    return is_judged or any(word.is_in("copulas") for word in between[0 if tongue.capitalises_nouns else -1 :])


def _needs_words_before(word: Word) -> bool:
    """Whether the word behind the marks goes with those in them: a noun that they qualify, a verb."""
    is_light = word.is_small or word.is_in(*_BEHIND_WORDS) or word.says
    if word.tongue.capitalises_nouns:
        return not (is_light or word.is_in("copulas"))  # „großartig“ gewesen
    return word.is_in("copulas") or not (is_light or word.may_name)


def _is_called(words: str, before: Sequence[Word], attribution: Attribution) -> bool:
    """Whether something is called so: the so-called “…”, known here as “…”. After “called” a name has a capital."""
    place = len(before) - 1
    while place and before[place].is_in("articles"):
        place -= 1
    verb, noun = before[place], before[place - 1] if place else None
    if verb.bare in _AS_WHAT:
        return any(word.is_in("term_openers") for word in before[max(0, place - 4) : place])
    if verb.is_in("naming_verbs"):
        return words[:1].isupper() or (noun is not None and _is_thing(noun) and verb.bare.endswith("ed"))
    if not verb.is_in("term_openers"):
        return False
    may_be_said = verb.tongue.language != "en" and words[:1].islower() and attribution.cue is not None
    return not (may_be_said and (len(words.split()) > 2 or any(word.is_in("judging_verbs") for word in before)))


def _is_thing(noun: Word) -> bool:
    """Whether something is called so, “a valve called a “trickler””, and nobody calls it so."""
    return not (noun.is_small or noun.pronoun or noun.is_capitalised or noun.is_office)


def _is_what_people_call_it(before: Sequence[Word], sentence: Sentence, attribution: Attribution) -> bool:
    """Whether people in general call it so: “Gardeners call it “green gold””. What critics call it is a judgement."""
    mention = attribution.mention
    if attribution.cue is None or mention is None or mention.kind not in ("unnamed", "office", "body"):
        return False
    verb, head = sentence.words[attribution.cue].bare, mention.head
    if sentence.tongue.has("judges", head):
        return False
    if verb == "calls":
        return any(word.bare == "what" for word in before[-6:])
    is_habit = verb in ("call", "speak") or (verb in ("called", "spoke") and before[-1:] and before[-1].bare == "the")
    return is_habit and head.endswith("s")


def _follows_its_noun(text: str, mark: Marked, words: str, before: Sequence[Word]) -> bool:
    """Whether a few words with a capital right behind a noun are its name: the app “Achtsam”, le système « Vigirail ».

    Words that somebody says stand behind a verb, a preposition, an article or a comma.
    """
    if not before or len(words.split()) > _MOST_IN_NAME or not words[:1].isupper() or words[-1:] in ".!?…":
        return False
    noun = before[-1]
    if text[noun.end : mark.start].strip(" «“„\"‘'»") or noun.is_capitalised != noun.tongue.capitalises_nouns:
        return False
    is_other = noun.is_small or noun.says or noun.pronoun
    return not (is_other or noun.is_in("adverbs", "auxiliaries", "quantifiers", "relatives"))


def reads_as_name(words: str, tongue: Language) -> bool:
    """Whether the words are two or more, all but the small ones with a capital: Coalition of the Willing."""
    tokens = _WORD.findall(words)
    if not tongue.is_cased or len(tokens) < 2 or words.endswith(("?", "!")) or re.search(r"[.,;:…]\s", words):
        return False
    small = word_list("small_words"), tongue.words("role_prepositions"), tongue.words("articles")
    large = [word for word in tokens if not any(word.casefold() in words for words in small)]
    return len(large) > 0 and all(not word[0].islower() for word in large) and tokens[0][0].isupper()
