"""Who is named in a sentence of a language without capitals: Arabic.

A name is found by its place: behind an office (“وزير الخارجية الأردني أيمن الصفدي”), between commas behind one, or
right behind a verb of saying. What is only described (“مصدر قضائي رفيع”) and the names of bodies and documents are
taken whole.
"""

import re
from collections.abc import Collection, Sequence

from briefings.importing.speech import appositions
from briefings.importing.speech.mentions import Kind, Mention
from briefings.importing.speech.words import Word
from briefings.importing.wordlists import words_of_all

_LONGEST = 9
_MOST_NAMES = 4
_ARTICLES = ("ال", "لل", "بال", "وال", "فال")
_INSIDE_NAMES = frozenset({"بن", "ابن", "بنت", "أبو", "أبي", "عبد", "آل", "أم", "الدين"})
_UNFINISHED = frozenset({"بلا", "أم", "أبو", "بن", "بنت", "عبد"})
_INSIDE_OFFICES = frozenset({"باسم", "لشؤون", "في", "لدى", "باسمها"})


def mentions_in(text: str, words: Sequence[Word], known: Collection[str]) -> tuple[Mention, ...]:
    """Everyone who is named, in order. `known`: names by which somebody was met before."""
    mentions: list[Mention] = []
    until = -1
    for index, word in enumerate(words):
        if index <= until:
            continue
        if gender := word.pronoun:
            mentions.append(Mention("pronoun", word.text, "", word.start, word.end, word.end, gender=gender))
            continue
        if (word.is_noun or word.is_in("quantifiers", "honorifics")) and not (
            word.says and word.bare.startswith("و") and word.bare != "وزير"
        ):
            mention, until = _phrase(text, words, index)
        elif name := _known_name(text, words, index, known):
            mention, until = name
        elif index and words[index - 1].says and _may_name(word):
            mention, until = _bare_name(text, words, index)
        elif apposition := appositions.name_at(text, words, index):
            mention, until = apposition
        else:
            continue
        if mention:
            mentions.append(appositions.with_office(text, words, mention))
    return tuple(mentions)


def _known_name(text: str, words: Sequence[Word], first: int, known: Collection[str]) -> tuple[Mention, int] | None:
    for last in (min(first + 1, len(words) - 1), first):
        start, end = words[first].start, words[last].end
        if text[start:end] in known:
            return Mention("short", text[start:end], "", start, end, end, head=words[last].bare), last
    return None


def _phrase(text: str, words: Sequence[Word], first: int) -> tuple[Mention | None, int]:
    """What begins with an office, a body, a document or “one of”."""
    last = first
    while last + 1 < len(words) and last - first < _LONGEST and _goes_on(text, words, last):
        last += 1
    phrase = words[first : last + 1]
    head = next((word for word in phrase if word.is_noun), None)
    if head is None and not phrase[0].is_in("honorifics"):
        return None, first
    if head is not None and not head.is_in("titles"):
        phrase = _joined(phrase, phrase.index(head))
        return _description(text, phrase, head), first + len(phrase) - 1
    begins = next((index for index in range(1, len(phrase)) if _is_name_from(phrase, index)), len(phrase))
    if 1 < begins < len(phrase) and phrase[begins].bare in _INSIDE_NAMES and _may_be_first(phrase[begins - 1]):
        begins -= 1
    if _is_of_somebody(phrase, begins):
        begins = len(phrase)  # المتحدث باسم محمد علي، مستشار الرئيس أحمد حسن: nobody’s own name
    role, name = phrase[:begins], _name_of(text, phrase[begins:][:_MOST_NAMES])
    if not name and (behind := _between_commas(text, words, last)):
        name = behind
    start, role_text = role[0].start, text[role[0].start : role[-1].end]
    if role[0].is_in("honorifics") and len(role) == 1:
        role_text = ""
    if name:
        written = text[name[0].start : name[-1].end]
        kind: Kind = "full" if len(name) > 1 else "short"
        end = name[-1].end
        until = words.index(name[-1])
        return Mention(kind, written, role_text, start, end, end, head=name[-1].bare), until
    if head is None:
        return None, first
    end = role[-1].end
    is_anyone = len(role) == 2 and not any(word.text.startswith(_ARTICLES) or word.is_in("places") for word in role)
    if is_anyone:  # مسؤول رفيع: no article says that he is known
        return _description(text, role, head), last
    office = Mention("office", role_text, "", start, end, end, head=head.bare, gender="described", head_is_noun=True)
    return office, last


def _is_of_somebody(phrase: Sequence[Word], begins: int) -> bool:
    """Whether the name in a phrase is that of somebody whom another one only speaks for or serves."""
    given_names = words_of_all("people_names_f") | words_of_all("people_names_m")
    for index in range(1, min(begins, len(phrase) - 1)):
        if phrase[index].bare == "باسم" and phrase[index + 1].bare in given_names:
            return True
    is_servant = phrase[0].is_in("servants") and begins < len(phrase)
    return is_servant and any(word.text.startswith("ال") and word.is_in("titles") for word in phrase[1:begins])


def _may_be_first(word: Word) -> bool:
    return not (word.is_noun or word.text.startswith(_ARTICLES)) and word.bare not in _INSIDE_OFFICES


def _name_of(text: str, name: Sequence[Word]) -> Sequence[Word]:
    """A name up to the words that it does not hold; all of it where “that” follows: عثمان الطيب النور إن."""
    shorter = _without_rest(name)
    is_whole = name and re.match(r"\s(?:إن|أن)\s|:", text[name[-1].end :])
    return name if is_whole and not any(word.is_noun or word.is_small for word in name) else shorter


def _without_rest(name: Sequence[Word]) -> Sequence[Word]:
    """A name ends before a second word with the article: غريس أبي نادر الدعوات."""
    for index in range(1, len(name)):
        word = name[index]
        is_to = word.text.startswith("ل") and word.is_noun_without("ل")
        if word.is_small or is_to or word.text.startswith(("لل", "بال")):
            return name[:index]
        if name[max(0, index - 2)].bare == "عبد":
            continue  # عبد الفتاح السيسي
        if index > 1 and word.text.startswith("ال") and name[index - 1].bare not in _INSIDE_NAMES:
            return name[:index]
    return name


def _joined(phrase: Sequence[Word], head: int) -> Sequence[Word]:
    """The phrase up to the words that belong to its noun: two at most without the article, then those with it."""
    end = head + 1
    while end < len(phrase) and end - head < 3 and not phrase[end].text.startswith(_ARTICLES):
        end += 1
    if end < len(phrase) and phrase[end - 1].bare in _UNFINISHED:
        end += 1  # منظمة رعاية بلا حدود, قرية أم سدرة
    while end < len(phrase) and phrase[end].text.startswith(_ARTICLES):
        end += 1
        if phrase[end - 1].text.startswith("لل") and phrase[end - 1].bare.endswith("ين"):
            break  # الاتحاد الجهوي للمزارعين, and behind it what he calls something
    return phrase[:end]


def _description(text: str, phrase: Sequence[Word], head: Word) -> Mention:
    start, end = phrase[0].start, phrase[-1].end
    kind: Kind = "document" if head.is_document else "body" if head.is_body else "unnamed"
    gender = "described" if kind != "unnamed" and len(phrase) == 1 else ""
    return Mention(kind, text[start:end], "", start, end, end, head=head.bare, gender=gender, head_is_noun=True)


def _between_commas(text: str, words: Sequence[Word], last: int) -> Sequence[Word]:
    """“وزير المالية، إدريس بنعيسى،”: the name behind the comma."""
    name: list[Word] = []
    for index in range(last + 1, min(len(words), last + 2 + _MOST_NAMES)):
        gap = text[words[index - 1].end : words[index].start].strip()
        if gap not in ("", "،") or (gap == "،" and name) or not _may_name(words[index]):
            break
        if not name and gap != "،":
            break
        name.append(words[index])
    ends = text[name[-1].end :][:2].lstrip()[:1] if name else ""
    return name if len(name) >= 2 and ends in ("،", "", ".", ":", "«", "“", '"') else []


def _bare_name(text: str, words: Sequence[Word], first: int) -> tuple[Mention, int]:
    """A name right behind a verb: in full where it begins with a first name, else the short name of somebody."""
    last = first
    is_full = words[first].bare in words_of_all("people_names_f") | words_of_all("people_names_m")
    is_joined = words[first].bare in _INSIDE_NAMES
    while (
        last + 1 < len(words)
        and last - first < (2 if is_full else 1 if is_joined else 0)
        and not text[words[last].end : words[last + 1].start].strip()
        and _may_name(words[last + 1])
    ):
        last += 1
    start, end = words[first].start, words[last].end
    if last == first and (second := appositions.surname_behind(text, words, first)):
        last, is_full, end = second, True, words[second].end
    kind: Kind = "full" if (is_full or is_joined) and last > first else "short"
    return Mention(kind, text[start:end], "", start, end, end, head=words[last].bare), last


def _goes_on(text: str, words: Sequence[Word], last: int) -> bool:
    word, following = words[last], words[last + 1]
    if text[word.end : following.start].strip() or following.says or following.pronoun:
        return False
    if following.bare in _INSIDE_OFFICES:
        return word.is_in("titles") or following.bare != "في"
    return following.bare in _INSIDE_NAMES or not following.is_small


def _is_name_from(phrase: Sequence[Word], index: int) -> bool:
    """Whether the name begins here: neither an office nor a word with the article, nor what a preposition joins."""
    word = phrase[index]
    if word.is_noun or word.bare in _INSIDE_OFFICES or word.is_in("places"):
        return False
    if phrase[index - 1].bare in _INSIDE_OFFICES or word.text.startswith(_ARTICLES):
        return False
    rest = phrase[index:]
    if word.bare in words_of_all("people_names_f") | words_of_all("people_names_m") or word.bare in _INSIDE_NAMES:
        return True
    if word.text.startswith("ب") or any(other.is_noun for other in rest):
        return False  # طالب الحكومة بصرف, رفض الوزير تحديد المسؤول
    return 2 <= len(rest) <= 3 and phrase[index - 1].text.startswith(_ARTICLES)


def _may_name(word: Word) -> bool:
    return not word.is_small and not word.says and not word.is_noun
