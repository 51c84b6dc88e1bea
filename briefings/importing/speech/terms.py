"""Tells names, terms and ironic words in quotation marks apart from quotations."""

import re

from briefings.importing.speech.attribution import Attribution, ends_with_comma
from briefings.importing.speech.cues import Sentence
from briefings.importing.speech.marks import Marked
from briefings.importing.speech.naming import is_name_given
from briefings.importing.tongue import Tongue
from briefings.importing.wordlists import word_list

MOST_WORDS = 4
_MOST_NAMED = 2
_MOST_IN_NAME = 6
_WORD = re.compile(r"[^\W_][\w’'.&-]*")
_KNOWN_AS = re.compile(r"\b(?:known|labell?ed)(?: \w+){1,3} as \W{0,2}\Z")
_TITLE_OF = re.compile(r".?,? the (?:title|name|headline) of\b")
_BEFORE = re.compile(r"([\w’'-]+)\s+(?:([\w’']+)\s+)?\W{0,2}\Z")


def is_term(text: str, mark: Marked, words: str, sentence: Sentence, found: Attribution, *, was_heard: bool) -> bool:
    """Whether `words`, which stand at `mark` in the paragraph `text`, are a name or a term and no quotation.

    A few words that nobody in the sentence says are a term; but where the draft said them before without marks
    (`was_heard`), they are taken up, which is a quotation.
    """
    tongue = sentence.tongue
    is_whole = ends_with_comma(sentence, mark) and found.mention is not None
    if mark.goes_on or mark.stays_open:
        return False
    judges = found.cue is not None and sentence.words[found.cue].is_in("judging_verbs")
    if judges and tongue.language == "en":
        judges = not re.search(r"\w", text[sentence.words[found.cue].end : mark.start])
    if is_named_as_term(text, mark.start, words, tongue) and not (
        (judges and words[:1].islower()) or (found.hangs and _is_predicate(text, mark, words, tongue))
    ):
        return True
    if tongue.language == "en" and _TITLE_OF.match(text, mark.end):
        return True  # “Never on a Sunday”, the title of the song
    if is_nickname(text, mark) or (not is_whole and _follows_its_noun(text, mark, words, sentence)):
        return True
    if is_name_given(text, mark, words, sentence, found):
        return True
    if reads_as_name(words, tongue) and not is_whole:
        return True
    if mark_opens_paragraph(text, mark):
        return False
    count = len(words.split())
    if not tongue.words("saying_verbs"):
        return count == 1  # nobody can tell who speaks in this language, so nothing more is taken for a term
    if found.hangs:
        return count <= _MOST_NAMED and not is_whole and _is_definite(text, mark, sentence, found)
    return count == 1 or (count <= MOST_WORDS and words[-1:] not in ".!?…،,؟" and not was_heard)


def _is_predicate(text: str, mark: Marked, words: str, tongue: Tongue) -> bool:
    """стрічка «говорить про дорослішання», الضريبة «ستنقذ آلاف الأرواح»: what is said of a noun, and not its name."""
    if len(words.split()) <= _MOST_NAMED:
        return False
    if tongue.language == "ar":
        before = _BEFORE.search(text, max(0, mark.start - 50), mark.start)
        return bool(before) and (before[2] or before[1]).startswith("ال")
    return tongue.language == "uk" and words[:1].islower()


def _is_definite(text: str, mark: Marked, sentence: Sentence, found: Attribution) -> bool:
    """“its “toolbox””: one or two words behind “the” or “its” are a name, unless the verb brings in a judgement."""
    if found.cue is None or sentence.words[found.cue].is_in("judging_verbs") or text[mark.end - 1 : mark.end] in ".!?,":
        return False
    before = _BEFORE.search(text, max(0, mark.start - 50), mark.start)
    if not before:
        return False
    last = (before[2] or before[1]).casefold()
    if sentence.tongue.has("definite_articles", last):
        return True
    is_phrase = sentence.tongue.language == "en" and text[mark.start].islower() and " " in text[mark.start : mark.end]
    return sentence.tongue.has("possessives", last) and not is_phrase  # she had his “full confidence”


def is_nickname(text: str, mark: Marked) -> bool:
    """Bruno “the Baron” Halloran."""
    return bool(
        re.search(r"[^\W\d_a-z]\w+ \W\Z", text[: mark.start]) and re.match(r"\W [^\W\d_a-z]\w", text[mark.end :])
    )


def _follows_its_noun(text: str, mark: Marked, words: str, sentence: Sentence) -> bool:
    """The app “Achtsam”, le système « Vigirail »: a few words with a capital right behind a noun are its name.

    Words that somebody says stand behind a verb, a preposition, an article or a comma.
    """
    if (
        len(words.split()) > _MOST_IN_NAME
        or not words[:1].isupper()
        or words[-1:] in ".!?…"
        or not sentence.tongue.is_cased
    ):
        return False
    before = [word for word in sentence.words if word.end <= mark.start]
    if not before or text[before[-1].end : mark.start].strip(" «“„\"‘'»"):
        return False
    noun = before[-1]
    if noun.is_small or noun.says or noun.pronoun or noun.is_in("adverbs", "auxiliaries", "quantifiers", "relatives"):
        return False
    if noun.is_capitalised != noun.tongue.capitalises_nouns:
        return False
    return len(before) > 1 and not before[-2].pronoun


def mark_opens_paragraph(text: str, mark: Marked) -> bool:
    """Whether nothing but the marked words stands in the paragraph."""
    return not re.search(r"\w", text[: mark.start] + text[mark.end :])


def reads_as_name(words: str, tongue: Tongue) -> bool:
    """Coalition of the Willing: two words or more, every one of them but the small ones with a capital."""
    if not tongue.is_cased or tongue.capitalises_nouns:
        return False
    found = _WORD.findall(words)
    if len(found) < 2 or words.endswith(("?", "!")) or re.search(r"[.,;:…]\s", words):
        return False
    small = word_list("small_words") | tongue.words("role_prepositions") | tongue.words("articles")
    large = [word for word in found if word.casefold() not in small]
    return len(large) > 0 and all(not word[0].islower() for word in large) and found[0][0].isupper()


def is_named_as_term(text: str, start: int, words: str, tongue: Tongue) -> bool:
    """Whether what stands right before the mark says that a name or term follows: the so-called “…”.

    Verbs such as “called” introduce names and judgements alike; a name has a capital.
    """
    before = _BEFORE.search(text, max(0, start - 50), start)
    if not before:
        return False
    if words[:1].islower() and tongue.language in ("fr", "es") and tongue.has("prepositions", words.split()[0]):
        return False  # il a appelé « à la responsabilité »
    first, second = before[1].casefold(), (before[2] or "").casefold()
    last = second or first
    if second and tongue.has("articles", second):
        last = first
    if tongue.language == "en" and _KNOWN_AS.search(text, max(0, start - 60), start):
        return True
    if second in ("as", "the") and first in ("known", "labelled", "labeled", "as"):
        return True
    return (tongue.has("term_openers", last) and last != "as") or (
        tongue.has("naming_verbs", last) and words[:1].isupper()
    )
