"""The office or job that is stated before a name."""

import re
from collections.abc import Sequence

from briefings.importing.speech.full_names import full_name
from briefings.importing.speech.words import Word

_OF = frozenset(("de", "du", "des", "del"))
_LONGEST_ROLE = 9  # words before a name
_CLOSES = ("", *",.;:!?()–—“”«»·")
_UKRAINIAN_GAP = re.compile(r"[ -]?|\s(?:№\s?\d+\s|[«“„\"]·+[»”“\"]\s)")
_ADJECTIVES = ("ий", "ій", "ого", "ому", "им", "а", "ої", "ою", "і")


def length_in(run: Sequence[Word]) -> int:
    """How many words at the front of a run of capitals are an office; all of them where no name follows."""
    titles = [word.is_office and not word.is_possessive for word in run]
    of_body = next((i for i, word in enumerate(run) if word.is_in("role_prepositions") and run[i - 1].is_body), None)
    if of_body is not None and not any(titles[:of_body]):
        return 0  # American Guild of Pharmacists
    if not any(titles):
        return 0
    length = max(i for i, word in enumerate(run, start=1) if titles[i - 1] or word.is_in("role_objects"))
    may_begin = run[0].is_in("titles", "role_objects", "places", "abbreviations") or run[0].is_body
    if length == len(run) > 1 and not may_begin:
        return 0  # Stephen King: a name that ends in what might be an office
    if length == len(run) > 1 and run[0].is_body and run[0].tongue.language in ("fr", "es"):
        return 0  # Institut Pasteur
    return length


def start_before(text: str, words: Sequence[Word], first: int, after: int, *, has_role: bool) -> int | None:
    """Index of the word with which the office before the name at `first` begins; None: no office stands there.

    `after`: where the run of capitals ends. `has_role`: it begins with an office itself, which small words may stand
    before.
    """
    if has_role or words[first].is_in("titles"):
        start = first
        while start and words[start - 1].is_in("role_modifiers") and _is_close(text, words, start - 1):
            start -= 1
        return start if start < first else None
    title = _title_before(text, words, first, after)
    if title is None or words[first].tongue.language == "uk":
        return title
    start = _with_modifiers(text, words, title)
    is_second = start > 1 and words[start - 1].is_in("conjunctions") and words[start - 2].is_office
    is_second = is_second and all(_is_close(text, words, place) for place in (start - 2, start - 1))
    return _with_modifiers(text, words, start - 2) if is_second else start  # chairman and chief executive


def _title_before(text: str, words: Sequence[Word], first: int, after: int) -> int | None:
    """Where the title before a name begins: “minister of finance Anna Weber”, “the minister for trade, Anna Weber”."""
    index = first - 1
    if index < 0:
        return None
    gap = text[words[index].end : words[first].start]
    has_comma = "," in gap
    if has_comma and text[words[after - 1].end :].lstrip()[:1] not in _CLOSES:
        return None  # a name in apposition has a comma behind it too
    if (office := _office_of(text, words, first, after)) is not None:
        return office
    if words[first].tongue.language == "uk" and gap != " " and _is_close_to_genitive(text, words, index):
        return _furthest_title(text, words, first)
    if gap.strip(" .") not in ("", ",") or (
        gap.strip() == "." and not words[index].is_in("abbreviations", "honorifics")
    ):
        return None
    while index >= 0 and words[index].is_in("honorifics"):
        index -= 1
    if words[first].tongue.language == "uk" and not has_comma:
        return _furthest_title(text, words, first)
    if index < 0 or (words[index].is_small and not words[index].is_office):
        return None
    if words[index].is_office and not has_comma:
        return index
    if not has_comma and (job := _job_before(text, words, index)) is not None:
        return job
    lowest = max(-1, first - 1 - _LONGEST_ROLE)
    for place in range(index, lowest, -1):
        word = words[place]
        if place < index and not _is_close(text, words, place):
            return None
        if word.says and not word.is_office:
            return None
        if has_comma and _is_owner(words, place):
            continue  # l’avocat du prévenu, Me Karim Belloc
        is_called = has_comma and place and words[place - 1].is_in("definite_articles")
        is_called = is_called and words[place + 1].is_in("role_prepositions") and name_in(words[first:after]) == 0
        if is_called and not word.is_capitalised and not word.is_body:
            return place  # la vicesecretaria de Sanidad, Carmen Fúnez,
        if word.is_office and (
            place == first - 1 or words[place + 1].is_in("role_prepositions", "articles") or has_comma
        ):
            begins = place == 0 or words[place - 1].is_in("articles", "possessives")
            if not has_comma or begins or _with_modifiers(text, words, place) < place:
                return place
            if not word.is_capitalised:
                return None
        if word.is_in("conjunctions") and not word.is_in("role_prepositions"):
            return None
        if word.is_small and not word.is_in("role_prepositions", "articles"):
            return None
    return None


def _office_of(text: str, words: Sequence[Word], first: int, after: int) -> int | None:
    """Where an office begins whose field reaches up to a name: it is a list, or ends within the run of the name.

    “the minister of Information Jamal Jarrah”, “Minister of Art, Culture and Works, Jamal Jarrah”.
    """
    run = words[first:after]
    has_comma = text[words[first - 1].end : run[0].start] == ", "
    is_romance = run[0].tongue.language in ("fr", "es")  # they have no such compounds as Rio Grande City
    if run[0].is_office or not (has_comma or name_in(run) or (is_romance and len(run) == 3)):
        return None
    is_list = False
    for place in range(first - 1, max(-1, first - 1 - _LONGEST_ROLE), -1):
        word, following = words[place], words[place + 1]
        is_comma = text[word.end : following.start] == ", " and (is_list or place == first - 1)
        if not (is_comma or _is_close(text, words, place)):
            return None
        if word.is_office:
            return place if following.is_in("role_prepositions") else None
        is_list = is_list or (word.is_in("conjunctions") and following.is_capitalised)
        if not (word.is_capitalised or word.is_in("role_prepositions", "articles", "conjunctions")):
            return None
    return None


def name_in(run: Sequence[Word]) -> int | None:
    """Where the full name begins with which a run ends, found by given names; None where it ends with none."""
    tokens = [word.text for word in run]
    return next((at for at in range(len(run) - 1) if full_name(tokens[at:], run[0].tongue)), None)


def _is_owner(words: Sequence[Word], place: int) -> bool:
    """Whether “of” and perhaps an article stand before a word: “la directora de los bomberos, Ana Gil”."""
    before = list(words[max(0, place - 2) : place])
    if before and before[-1].tongue.language not in ("fr", "es"):
        return False
    if len(before) > 1 and before[-1].is_in("definite_articles"):
        before.pop()
    return bool(before) and before[-1].bare in _OF


def _job_before(text: str, words: Sequence[Word], last: int) -> int | None:
    """Where the job begins of which `last` is the last word: “the botanist”, “, philosopher”, “said anchor runner”.

    Up to three small words right before a name say what somebody is, where an article, a comma, a verb of saying or the
    beginning of the sentence stands before them.
    """
    if words[last].is_capitalised or words[last].tongue.capitalises_nouns or not _is_close(text, words, last):
        return None
    for first in range(last, max(-1, last - 3), -1):
        word = words[first]
        if (
            word.text.endswith(("’s", "'s"))
            or word.is_small
            or word.says
            or word.pronoun
            or (first < last and not _is_close(text, words, first))
        ):
            return None
        if word.is_capitalised and not (first == 0 and (word.is_in("role_modifiers") or word.is_noun)):
            return None  # a name, and between the two a verb
        if first == 0:
            return 0 if last > 0 or word.is_office else None
        before = words[first - 1]
        gap = text[before.end : word.start]
        if before.is_in("articles") or before.says or "," in gap:
            return first
        if gap != " ":
            return None
    return None


def _furthest_title(text: str, words: Sequence[Word], first: int) -> int | None:
    """In Ukrainian an office is followed by its genitives: “голова обласної адміністрації Остап Кульчицький”."""
    title = None
    for place in range(first - 1, max(-1, first - 10), -1):
        word = words[place]
        is_small = word.is_small and not (word.is_in("role_prepositions") or word.is_noun)
        if not _is_close_to_genitive(text, words, place) or word.says or is_small:
            break
        title = place if word.is_office else title
    while title and _is_adjective_of_office(text, words, title - 1):
        title -= 1
    return title


def _is_close_to_genitive(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether only what genitives allow stands behind a word: “гімназії № 3 Роман Стець”, “речниця «Тепломережі»”."""
    return bool(_UKRAINIAN_GAP.fullmatch(text, words[index].end, words[index + 1].start))


def _is_adjective_of_office(text: str, words: Sequence[Word], index: int) -> bool:
    """The “гірничий” of “гірничий майстер”, the “місцева” of “місцева жителька”."""
    word = words[index]
    is_first = index == 0 or not word.is_capitalised
    is_other = word.is_small or word.says or word.pronoun or word.is_office or word.text.endswith(("ла", "лася"))
    return is_first and not is_other and word.text.endswith(_ADJECTIVES) and _is_close(text, words, index)


def _with_modifiers(text: str, words: Sequence[Word], title: int) -> int:
    """Where a title begins with all that belongs to it: “outgoing Polish prime minister”."""
    start = _field_before(text, words, title)
    while start and title - start < 6 and _is_close(text, words, start - 1):
        word = words[start - 1]
        belongs = (
            word.is_in("role_modifiers", "role_objects", "places")
            or word.is_office
            or (word.is_capitalised and word.may_name)
            or (word.is_body and not word.is_small)
            or word.text.endswith(("’s", "'s"))
        )
        between = start >= 2 and words[start - 2].is_in("articles") and _is_close(text, words, start - 2)
        between = between or (start >= 2 and words[start - 2].says and not word.is_capitalised)
        between = between or start == 1 or "," in text[words[start - 2].end : word.start]
        is_participle = word.tongue.language == "en" and word.bare.endswith("ing") and not word.is_in("role_modifiers")
        if word.is_small or word.says or is_participle or not (belongs or between):
            break
        start -= 1
    return start


def _field_before(text: str, words: Sequence[Word], title: int) -> int:
    """Where the field of an office begins: “EU foreign policy chief”, “the foreign policy chief”; else `title`."""
    first = title
    while first and title - first < 4 and _is_close(text, words, first - 1):
        word = words[first - 1]
        if word.is_capitalised or word.is_small or word.says or word.pronoun or words[0].tongue.language != "en":
            break
        first -= 1
    if first == title or not first or not _is_close(text, words, first - 1):
        return title
    owner = words[first - 1]
    if first == 1 and not (owner.is_small or owner.says or owner.is_office):
        return 0  # Human rights lawyer
    is_owner = owner.is_in("articles", "places") or owner.says or owner.is_acronym or owner.is_possessive
    return first if is_owner else title


def _is_close(text: str, words: Sequence[Word], index: int) -> bool:
    gap = text[words[index].end : words[index + 1].start]
    return gap in (" ", "", "-", "’ ", "' ") or (gap == ". " and words[index].is_in("abbreviations"))
