"""Whether words are the full name of a person beyond doubt: given names first, and no word of anything else."""

import re
from collections.abc import Sequence
from functools import cache

from briefings.importing.language import Language
from briefings.importing.wordlists import word_list, words_of_all

_WORD = re.compile(r"[^\W\d_]\w*(?:[’'ʼ‑-][^\W\d_]\w*)*")
_POSSESSIVE = re.compile(r"(?:[’']s|s[’'])\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}")
_NO_NAMES = ("generic_bodies", "places", "days", "no_persons")
_UNLESS_GIVEN = ("function_words", "bodies", "documents", "honorifics")  # Bill, Anders
_AROUND = ("adverbs", "prepositions", "conjunctions", "auxiliaries", "saying_verbs", "titles", "people_nouns")
_OFFICES = ("titles", "people_nouns")
_PATRONYMICS = ("ович", "евич", "йович", "івна", "ївна")
_OBJECTS = ("у", "ю", "ого", "ові", "еві", "єві")
_MOST = 5


def full_name(tokens: Sequence[str], tongue: Language) -> list[str]:
    """The tokens at the front that are one full name; empty where they are none.

    All of them but the last are given names, initials or small words such as “von”; the last is none of an office, a
    body, a place or a day. Spanish has two last names.
    """
    run = _run(tokens, tongue)
    names = [token for token in run if not _is_small(token, tongue)]
    if not 2 <= len(names) <= (_MOST if tongue.is_cased else 3):
        return []
    *given_names, last = names
    if tongue.language == "es" and len(given_names) > 1 and not is_given(given_names[-1], tongue):
        given_names = given_names[:-1]
    if tongue.is_cased and (_is_office(last, tongue) or " ".join(names).casefold() in tongue.words("no_persons")):
        return []  # Jonas Mutter: his mother; Ana Ruiz Abogada; Marie Claire
    if tongue.is_cased and len(names) > 2 and is_given(last, tongue):
        return []  # demande Anne Martin Paul: she asks him
    if tongue.language == "uk" and last.casefold().endswith(_OBJECTS):
        return []  # запитав Мішель Обаму: asked her
    return run if all(is_given(token, tongue) for token in given_names) else []


def _run(tokens: Sequence[str], tongue: Language) -> list[str]:
    run: list[str] = []
    for token in tokens:
        if not (_may_name(token, tongue) or (run and _is_small(token, tongue))):
            break
        run.append(token)
    while run and _is_small(run[-1], tongue):
        run.pop()
    return run


def _is_small(token: str, tongue: Language) -> bool:
    return token in tongue.words("name_particles")


def _may_name(token: str, tongue: Language) -> bool:
    if _INITIALS.fullmatch(token):
        return token.isupper() and tongue.is_cased
    if not _WORD.fullmatch(token) or _POSSESSIVE.search(token):
        return False
    if tongue.is_cased and not token[0].isupper():
        return False
    return token.casefold() not in _no_names(tongue) and (tongue.is_cased or _may_end_in_arabic(token, tongue))


@cache
def _no_names(tongue: Language) -> frozenset[str]:
    """Words that no name holds; in a language without capitals also those that may stand behind a name."""
    never = frozenset().union(*(tongue.words(name) for name in _NO_NAMES))
    others = frozenset().union(*(tongue.words(name) for name in _UNLESS_GIVEN))
    if not tongue.is_cased:
        others = others.union(*(tongue.words(name) for name in _AROUND))
        never |= {word for tail in tongue.words("certain_tails") for word in tail.split() if word[0] != "<"}
    return never | (others - _given_names())


def is_given(token: str, tongue: Language) -> bool:
    """Whether a word is known as a given name, or stands for one."""
    bare = token.casefold().replace("'", "’")
    if _INITIALS.fullmatch(token):
        return True
    if _is_office(token, tongue) or (tongue.language == "uk" and _is_also_a_mans(bare)):
        return False
    return bool({bare, re.split("[‑-]", bare)[0]} & _given_names()) or (
        tongue.language == "uk" and bare.endswith(_PATRONYMICS)
    )


def is_at_odds(verb: str, name: str, tongue: Language) -> bool:
    """Whether a past form means a man and the name a woman, or the other way round: запитав Любов Коваль."""
    first_name, form = name.split()[0].casefold(), verb.casefold()
    if tongue.language != "uk" or not form.endswith(("в", "ла")):
        return False
    own, others = word_list("uk/people_names_m"), word_list("uk/people_names_f")
    if form.endswith("ла"):
        own, others = others, own
    return first_name in others and first_name not in own


def _is_also_a_mans(name: str) -> bool:
    """Whether a woman's name is also a man's in another case: Олександра is she, or “of Олександр”."""
    men = word_list("uk/people_names_m")
    return name.endswith(("а", "я")) and bool({name[:-1], name[:-1] + "й"} & men)


@cache
def _given_names() -> frozenset[str]:
    return words_of_all("people_names_f") | words_of_all("people_names_m") | word_list("given_names")


def _is_office(token: str, tongue: Language) -> bool:
    return any(token.casefold() in tongue.words(name) for name in _OFFICES)


def _may_end_in_arabic(token: str, tongue: Language) -> bool:
    """Without capitals: a known name, or the shape of a family name, with no particle written before it."""
    if token in _given_names() or (token.startswith("ال") and token.endswith("ي")):
        return True
    return len(token) > 2 and not token.endswith(("ا", "ً", "ة", "ه")) and token[0] not in "بلفكو"
