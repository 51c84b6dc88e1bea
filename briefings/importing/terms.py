"""Tells names, terms and ironic words in quotation marks apart from quotations."""

import re

from briefings.importing.wordlists import word_list

_WORD = re.compile(r"[^\W_][\w’'.&-]*")
_BEFORE = re.compile(r"([\w-]+)\s+(?:(as|the|a|an|of)\s+)?\W?\Z")


def reads_as_name(words: str) -> bool:
    """Coalition of the Willing: two words or more, every one of them but the small ones with a capital."""
    found = _WORD.findall(words)
    if len(found) < 2 or words.endswith(("?", "!")) or re.search(r"[.,;:…]\s", words):
        return False
    large = [word for word in found if word.casefold() not in word_list("small_words")]
    return len(large) > 0 and all(not word[0].islower() for word in large) and found[0][0].isupper()


def is_named_as_term(text: str, start: int, words: str) -> bool:
    """Whether what stands right before the mark says that a name or term follows: the so-called “…”.

    Verbs such as “called” introduce names and judgements alike; a name has a capital.
    """
    before = _BEFORE.search(text, max(0, start - 40), start)
    if not before:
        return False
    if before[2]:
        return before[2] == "as" and before[1].casefold() in ("known", "labelled", "labeled")
    opener = before[1].casefold()
    return opener in word_list("term_openers") or (opener in word_list("naming_verbs") and words[:1].isupper())
