"""Speakers who are described and not named: “the minister”, “a spokeswoman for the port”, “residents”, “the report”."""

import re
from collections.abc import Sequence

from briefings.importing.speech import nominals
from briefings.importing.speech.mentions import Kind, Mention
from briefings.importing.speech.words import Word

_NUMBER = re.compile(r"(?<![\w,.])\d[\d,.]*[- ]\Z")
_OF = frozenset(("de", "du", "des", "d'", "d’", "del"))
_MARKED = re.compile(r"\s[«“„\"]·+[»”“\"](?=\s\w)")
_LONGEST = 9  # words of a description
_BETWEEN = 4  # small words that may stand between a subject and its verb


def ending_at(text: str, words: Sequence[Word], index: int) -> Mention | None:
    """The description that ends right before the word at `index`, but for small words such as “also” or “on Monday”."""
    last = index - 1
    passed = 0
    while last >= 0 and passed < _BETWEEN and _is_passed(text, words, last):
        last -= 1
        passed += 1
    if last < 0 or not _touches(text, words, last) or words[last].is_small or words[last].says:
        return None
    first = last
    while first and last - first < _LONGEST and _goes_back(text, words, first):
        first -= 1
    return _description(text, words, first, last)


def before_comma(text: str, words: Sequence[Word], index: int) -> Mention | None:
    """The description that ends right before the word at `index` and a comma: “the firm, which …”."""
    return ending_at(text[: words[index].start], words[:index], index) if index else None


def beginning_at(text: str, words: Sequence[Word], index: int) -> Mention | None:
    """The description that begins with the word at `index`, its article perhaps."""
    if index >= len(words):
        return None
    last = index
    if words[index].is_in("prepositions") and not words[index].is_in("articles"):
        return None
    if words[index].is_small and not words[index].is_in("articles", "quantifiers", "possessives"):
        return None
    while last + 1 < len(words) and last - index < _LONGEST and _goes_on(text, words, last, first=index):
        last += 1
    while last > index and _ends_before(words, last):
        last -= 1
    return _description(text, words, index, last)


def _ends_before(words: Sequence[Word], last: int) -> bool:
    """Whether a description ends before a small word or a verb; the States are none."""
    word = words[last]
    return word.is_small or (word.says and not word.is_capitalised and not nominals.is_noun_at(words, last))


def at_the_start(text: str, words: Sequence[Word]) -> Mention | None:
    """The description that a sentence begins with, up to its noun and a name that “of” joins to it."""
    first = 0 if words[0].is_noun and not words[0].is_small else 1
    last = next((index for index in range(first, min(len(words), 6)) if words[index].is_noun), None)
    if last is not None and any(word.is_small or word.is_in("adverbs") for word in words[1:last]):
        return None
    if last is None or any(not _touches(text, words, index) or words[index].says for index in range(last)):
        return None
    while (
        last + 1 < len(words) and _touches(text, words, last) and words[last + 1].is_noun and not words[last + 1].says
    ):
        last += 1
    end = last
    while (
        end + 2 < len(words)
        and _touches(text, words, end)
        and (words[end + 1].is_in("role_prepositions", "articles") or (end > last and _may_follow_of(words[end + 1])))
    ):
        end += 1
    while end > last and words[end].is_small:
        end -= 1
    after = words[end + 1 : end + 2]
    is_adjective = after and end == last and _touches(text, words, end) and not (after[0].is_small or after[0].says)
    if is_adjective and words[0].tongue.language in ("fr", "es", "uk") and text[after[0].end : after[0].end + 1] == ",":
        end += 1
    return _description(text, words, 0, end)


def _may_follow_of(word: Word) -> bool:
    return word.is_capitalised or (word.tongue.language in ("fr", "es", "uk") and not word.is_small and not word.says)


def _is_passed(text: str, words: Sequence[Word], index: int) -> bool:
    word = words[index]
    return _touches(text, words, index) and (
        word.is_in("adverbs", "auxiliaries", "days")
        or (word.is_in("prepositions") and index + 1 < len(words) and words[index + 1].is_in("days"))
    )


def _touches(text: str, words: Sequence[Word], index: int) -> bool:
    return index + 1 >= len(words) or not text[words[index].end : words[index + 1].start].strip("-’'& 0123456789")


def _goes_back(text: str, words: Sequence[Word], first: int) -> bool:
    """Whether the word before `first` belongs to the same description."""
    before = words[first - 1]
    if not _touches(text, words, first - 1) or before.says or before.is_in("conjunctions"):
        return False
    if before.is_in("relatives") and not before.is_in("definite_articles"):
        return False
    if words[first].is_in("role_prepositions") and before.is_noun:
        return True
    if words[first].is_in("articles"):
        return before.is_in("role_prepositions") and first >= 2 and _noun_before(words, first - 1)
    if before.is_in("articles", "quantifiers", "possessives"):
        return True
    if before.is_in("role_prepositions"):
        return first >= 2 and _noun_before(words, first - 1)
    return not before.is_small and not before.pronoun


def _noun_before(words: Sequence[Word], index: int) -> bool:
    """Whether a noun that may speak stands within a few words before a preposition."""
    return any(word.is_noun for word in words[max(0, index - 3) : index])


def _goes_on(text: str, words: Sequence[Word], last: int, *, first: int) -> bool:
    """Whether the word after `last` belongs to the same description."""
    word, following = words[last], words[last + 1]
    if not _touches(text, words, last) or following.pronoun:
        return False
    if following.is_in("relatives") and not following.is_in("articles"):
        return False
    if (
        following.bare in ("known", "named", "identified")
        or following.is_in("conjunctions")
        or (following.says and not following.is_noun)
    ):
        return False
    if following.is_in("participles"):
        return False  # un rapport publié mardi
    if following.is_in("role_prepositions"):
        is_of = following.bare in _OF or word.bare in _OF
        if not is_of and any(noun.is_document for noun in words[last + 2 : last + 5]):
            return False  # said the ministry in a statement
        return any(noun.is_noun or noun.is_in("quantifiers") for noun in words[first : last + 1])
    if following.is_in("articles"):
        return word.is_in("role_prepositions")
    if word.tongue.capitalises_nouns and word.is_noun and not following.is_capitalised:
        return False  # aus dem Schreiben geht hervor
    return not following.is_small


def _description(text: str, words: Sequence[Word], first: int, last: int) -> Mention | None:
    phrase = list(words[first : last + 1])
    is_definite = phrase[0].is_in("definite_articles") or text[phrase[0].start : phrase[0].end] in (
        "l’",
        "l'",
        "L’",
        "L'",
    )
    is_definite = is_definite or (phrase[0].tongue.language == "uk" and len(phrase) == 1)
    has_article = phrase[0].is_in("articles", "quantifiers", "possessives")
    nouns = phrase[1:] if is_definite and len(phrase) > 1 else phrase
    head = _head(phrase)
    if head is None or not nouns:
        return None
    kind: Kind = "unnamed"
    if head.is_document:
        kind = "document"
    elif head.is_body:
        kind = "body"
    elif is_definite and head.is_office:
        kind = "office"
    elif not head.is_office and not (has_article and 1 < len(phrase) <= 6):
        return None
    if kind in ("body", "document"):
        nouns = _without_articles(nouns)
    if len(nouns) > 1 and nouns[0].bare in ("its", "their"):
        nouns = nouns[1:]
    end = _past_marks(text, phrase[-1])
    name = text[_with_number(text, nouns[0].start) : max(end, nouns[-1].end)]
    if kind == "unnamed" and nouns[0].is_in("articles", "quantifiers"):
        name = name[0].lower() + name[1:]
    start = phrase[0].start
    gender = "described" if is_definite or (head.is_in("generic_bodies") and not has_article) else ""
    return Mention(kind, name, "", start, end, end, head=head.bare, gender=gender, head_is_noun=head.is_noun)


def _past_marks(text: str, last: Word) -> int:
    """Where “звіт організації «Дім і право»” ends: a name in marks right behind a noun belongs to it in Ukrainian."""
    marked = _MARKED.match(text, last.end) if last.tongue.language == "uk" and last.is_noun else None
    return marked.end() if marked else last.end


def _with_number(text: str, start: int) -> int:
    """Where “212-page decision” and “200 economists” begin: a number is no word."""
    number = _NUMBER.search(text, max(0, start - 8), start)
    return number.start() if number else start


def _without_articles(nouns: Sequence[Word]) -> Sequence[Word]:
    while len(nouns) > 1 and nouns[0].is_in("articles"):
        nouns = nouns[1:]
    return nouns


def _head(phrase: Sequence[Word]) -> Word | None:
    """The noun that a description is about: the last one before its first preposition."""
    until = next(
        (
            index
            for index, word in enumerate(phrase)
            if word.is_in("role_prepositions") and any(noun.is_noun for noun in phrase[:index])
        ),
        len(phrase),
    )
    part = phrase[:until]
    nouns = [word for word in part if word.is_noun]
    if not nouns:
        is_named = any(word.is_capitalised for word in part[1:]) and not part[0].tongue.capitalises_nouns
        return None if is_named else part[-1]
    first_language = part[0].tongue.language
    return nouns[0] if first_language in ("fr", "es", "uk", "ar", "it", "pt") else nouns[-1]
