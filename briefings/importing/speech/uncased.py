"""Who is named in a sentence of a language without capitals: Arabic.

A name is found by its place: after a verb of saying, or before one, an office (“وزير الخارجية الأردني”) and then
words that are neither offices nor carry the article.
"""

from collections.abc import Sequence

from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.words import Word

_LONGEST = 12
_ARTICLES = ("ال", "لل", "بال", "وال")
_STOPS = frozenset(
    [
        "إن",
        "أن",
        "إنه",
        "إنها",
        "أنه",
        "أنها",
        "بأن",
        "بأنه",
        "بأنها",
        "لـ",
        "إلى",
        "على",
        "عن",
        "من",
        "خلال",
        "بعد",
        "قبل",
        "منذ",
        "حول",
        "أمام",
        "عقب",
        "إزاء",
        "عبر",
        "مع",
        "حين",
        "حيث",
        "أنّ",
        "إنّ",
    ]
)
_JOINS = frozenset(["في", "باسم", "ل", "لشؤون", "ب", "بن", "ابن", "أبو", "عبد"])


def mentions_in(text: str, words: Sequence[Word]) -> tuple[Mention, ...]:
    """Everyone who stands right after a verb of saying, an office, or a phrase for “according to”, in order."""
    found: list[Mention] = []
    until = -1
    for index, word in enumerate(words):
        if index <= until:
            continue
        if gender := word.pronoun:
            found.append(Mention("pronoun", word.text, "", word.start, word.end, word.end, gender=gender))
        elif word.is_noun or (index and words[index - 1].says and _may_name(word)):
            mention, last = _phrase(text, words, index)
            if mention:
                found.append(mention)
                until = last
    return tuple(found)


def _phrase(text: str, words: Sequence[Word], first: int) -> tuple[Mention | None, int]:
    last = first
    while last + 1 < len(words) and last - first < _LONGEST and _goes_on(text, words, last):
        last += 1
    phrase = words[first : last + 1]
    name_from = next((index for index in range(len(phrase)) if _is_name_from(phrase, index)), len(phrase))
    role_words, name = phrase[:name_from], phrase[name_from:][:4]
    start = phrase[0].start
    if len(name) >= 2 or (name and role_words):
        written = text[name[0].start : name[-1].end]
        role = text[start : role_words[-1].end] if role_words else ""
        kind = "full" if len(name) > 1 else "short"
        end = name[-1].end
        return Mention(kind, written, role, start, end, end, head=name[-1].bare), first + name_from + len(name) - 1
    if not role_words:
        if not name:
            return None, first
        return Mention("short", name[0].text, "", start, name[0].end, name[0].end, head=name[0].bare), first
    head = role_words[0]
    end = role_words[-1].end
    kind = "document" if head.is_document else "body" if head.is_body else "office"
    described = "described" if kind == "office" or len(role_words) == 1 else ""
    mention = Mention(kind, text[start:end], "", start, end, end, head=head.bare, gender=described)
    return mention, first + len(role_words) - 1


def _goes_on(text: str, words: Sequence[Word], last: int) -> bool:
    word, following = words[last], words[last + 1]
    if text[word.end : following.start].strip() or following.bare in _STOPS or following.says:
        return False
    return following.bare in _JOINS or not following.is_small


def _is_name_from(phrase: Sequence[Word], index: int) -> bool:
    """Whether the name begins here: neither an office nor a word with the article, nor what a preposition joins."""
    word = phrase[index]
    if word.is_noun or word.bare in _JOINS - {"بن", "ابن", "أبو", "عبد"} or word.is_in("places"):
        return False
    if index and phrase[index - 1].bare in ("باسم", "في", "لشؤون"):
        return False
    if word.text.startswith(_ARTICLES):
        return False
    return _may_name(word)


def _may_name(word: Word) -> bool:
    return not word.is_small and not word.says and word.bare not in _STOPS
