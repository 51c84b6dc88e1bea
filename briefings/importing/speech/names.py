"""In a run of capitals: where an office ends and the name begins, and where the name of a body ends."""

from collections.abc import Sequence
from functools import cache

from briefings.importing.speech import offices
from briefings.importing.speech.words import Word
from briefings.importing.wordlists import words_of_all

_OF = frozenset({"de", "del", "du", "des", "d'", "di", "della", "dei"})
_GENITIVE = ("у", "ю", "ів", "їв", "ей", "и", "ї", "і", "ого", "ої", "их", "ня", "ння", "ад", "ам", "а", "я")


def beginning_in(words: Sequence[Word], first: int, after: int) -> tuple[int, bool]:
    """Where in the run from `first` to `after` the name begins, and whether it is that of a body, with no office."""
    run = words[first:after]
    office = offices.length_in(run)
    begins = office
    first_name = _first_name_in(run[begins:])
    if first_name and first_name == len(run) - begins - 2:
        begins += first_name  # City Librarian Rosa Imhoff
    elif any(word.is_body for word in run[begins:]):
        if not (_ends_as_person(run[begins:]) and (office or run[0].tongue.capitalises_nouns)):
            if office and run[0].tongue.language == "uk":
                return office, False  # Голова Верховної Ради
            is_kind = run[0].is_in("generic_bodies") and not any(word.is_body for word in run[1:]) and first == 0
            return int(is_kind and len(run) > 1), True  # UN General Assembly: a body all of it
        begins = len(run) - 2
    elif not office and _belongs_to_office_before(words, first, after):
        begins = len(run) - (3 if len(run) > 4 else 2)  # ministre des Transports Clotilde Amiel
    begins += _first_name_in(run[begins:])
    if 0 < begins < len(run) and run[begins].is_in("role_prepositions"):
        begins += offices.name_in(run[begins:]) or len(run) - begins  # Minister of Works: an office, and nobody’s name
    while begins < len(run) and run[begins].is_in("honorifics"):
        begins += 1
    return begins, False


def without_owner(words: Sequence[Word], first: int, after: int) -> int:
    """Where a run begins without its possessive: South Africa’s Gulfmar Energy, but UN Children’s Fund."""
    run = words[first : after - 1]
    owners = [
        place
        for place, word in enumerate(run, start=first + 1)
        if word.is_possessive and not word.is_in("people_nouns", "crowds")
    ]
    return owners[-1] if owners and not offices.length_in(words[first:after]) else first


def without_letters(name: Sequence[Word]) -> Sequence[Word]:
    """A name without the letters behind it: Miriam Osei KC."""
    while len(name) > 2 and name[-1].is_in("postnominals"):
        name = name[:-1]
    return name


def _belongs_to_office_before(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether an office stands before a run of three words or more, the first of which belong to the office."""
    if after - first < 3 or not first:
        return False
    if words[first].tongue.language == "uk" and words[first - 1].is_in("titles"):
        return True  # мер Черкас Тарас Вдовенко
    if not words[first - 1].is_in("role_prepositions", "articles"):
        return False
    before = next((word for word in reversed(words[max(0, first - 3) : first]) if not word.is_small), None)
    return before is not None and before.is_office


def is_of_firm(text: str, words: Sequence[Word], first: int, end: int) -> bool:
    """Whether the noun before a name makes it that of a firm: “the toolmaker Lumex”, “their union, Lumex,”."""
    if not first or not words[first - 1].is_in("generic_bodies") or words[first - 1].is_office:
        return False  # the developer Jane Doe is a person
    gap = text[words[first - 1].end : words[first].start]
    return gap == " " or (gap == ", " and text[end : end + 1] == ",")


def end_of_body(text: str, words: Sequence[Word], last: int) -> int:
    """Where the name of a body ends, which small words may continue: Cour des loyers, Міністерство розвитку громад."""
    language = words[last].tongue.language
    end = last
    for _ in range(2):
        place = end + 1
        if place < len(words) and words[place].bare.replace("’", "'") in _OF:
            place += 1
            while place < len(words) and words[place].is_in("articles"):
                place += 1
        is_joined = place > end + 1 if language != "uk" else place < len(words)
        if language not in ("fr", "es", "it", "uk") or not is_joined or place >= len(words):
            break
        word = words[place]
        if set(text[words[end].end : words[place].start]) & set(',.;:—–()·«»“”"'):
            break
        if word.is_small or word.says or word.pronoun or (language == "uk" and not word.text.endswith(_GENITIVE)):
            break
        end = place
    return words[end].end


def _first_name_in(name: Sequence[Word]) -> int:
    """Where a first name stands in a run of three words or more; 0 where it does not: 1 in Köln Anna Weber."""
    if len(name) < 3 or name[0].bare in _first_names():
        return 0
    return next((index for index in range(1, len(name) - 1) if name[index].bare in _first_names()), 0)


@cache
def _first_names() -> frozenset[str]:
    return words_of_all("people_names_f") | words_of_all("people_names_m")


def _ends_as_person(name: Sequence[Word]) -> bool:
    """Whether two words of a name follow those of a body: Polizei Anna Weber, Речниця Єврокомісії Паула Пінью."""
    if name[0].tongue.language == "uk" and len(name) > 2:
        return not name[-2].text.endswith(("ого", "ої", "их", "ів", "ій")) and not any(
            word.is_noun for word in name[-2:]
        )
    if not name[0].tongue.capitalises_nouns or len(name) < 3:
        return False
    return not any(word.is_body or word.is_in("places") or word.is_noun for word in name[-2:])
