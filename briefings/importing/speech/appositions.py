"""Arabic names with the office behind them between commas: “سلمى الجبوري، أستاذة الهيدرولوجيا في جامعة البصرة، …”."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.words import Word
from briefings.importing.wordlists import words_of_all

_OFFICE = re.compile(r"،\s(?:وهو\s|وهي\s)?(?P<office>[^،.:؛«»“”\"·]{3,80})(?=[،.:])")
_ENDS = re.compile(r"\s(?:إن|أن|إنه|إنها|أنه|أنها)\s|\s?[،:]")


def name_at(text: str, words: Sequence[Word], first: int) -> tuple[Mention, int] | None:
    """“بدا عدنان السكري، مدير المتحف،”: a name that an office follows, and its last word’s index."""
    if words[first].bare not in words_of_all("people_names_m") | words_of_all("people_names_f"):
        return None
    last = surname_behind(text, words, first)
    if last is None:
        return None
    start, end = words[first].start, words[last].end
    mention = Mention("full", text[start:end], "", start, end, end, head=words[last].bare)
    return (mention, last) if with_office(text, words, mention).role else None


def surname_behind(text: str, words: Sequence[Word], first: int) -> int | None:
    """Index of a surname with the article right behind a name, where the clause ends there or says “that”."""
    last = first + 1
    if last >= len(words) or text[words[first].end : words[last].start] != " ":
        return None
    word = words[last]
    is_name = word.text.startswith("ال") and not (word.is_noun or word.is_small or word.says or word.is_in("days"))
    is_first = not (words[first].text.startswith("ال") or words[first].is_noun)
    return last if is_name and is_first and _ENDS.match(text, word.end) else None


def with_office(text: str, words: Sequence[Word], mention: Mention) -> Mention:
    """The mention with the office in apposition as its role, where it has none."""
    apposition = _OFFICE.match(text, mention.end) if mention.kind == "full" and not mention.role else None
    if apposition is None:
        return mention
    inside = [word for word in words if apposition.start("office") <= word.start < apposition.end()]
    if not inside or not inside[0].is_office or any(word.says for word in inside):
        return mention
    return replace(mention, role=apposition["office"].strip(), until=apposition.end())
