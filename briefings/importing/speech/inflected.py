"""Ukrainian names in another case than the nominative: “за словами міського голови Андрія Садового”.

Only a known first name shows that a name is inflected, and whether it is a man's or a woman's.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefings.importing.language import Language
from briefings.importing.speech.endings import is_oblique, nominative
from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.words import words_of
from briefings.importing.wordlists import word_list

_UKRAINIAN = Language("uk")
_ENDS_OF_MEN = ("ого", "ому", "енка", "енку", "енком", "овим", "євим", "іним", "ча", "чу", "чем", "ком")
_VOWELS = "аеєиіїоуюя"


def in_nominative(mention: Mention) -> Mention:
    """The mention with its name and role as a dictionary has them: міський голова · Андрій Садовий."""
    if mention.kind != "full":
        return mention
    first, *rest = mention.name.split()
    first_name = _first_name(first, rest[-1])
    if first_name is None:
        return mention
    base, gender = first_name
    surname = _surname_of_man if gender == "m" else _surname_of_woman
    role = nominative(words_of(mention.role, 0, len(mention.role), _UKRAINIAN)) if mention.role else ""
    return replace(mention, name=" ".join((base, *map(surname, rest))), role=role, gender=mention.gender or gender)


def with_owner(mention: Mention, text: str) -> Mention:
    """The mention in the nominative. “речник Івана Бойка” becomes an office: the name says whose spokesman he is.

    That is so where an office in the nominative stands before a name in another case. A second first name begins a
    second person.
    """
    if mention.kind != "full":
        return mention
    names = mention.name.split()
    if len(names) > 3 and (second := _first_name(names[2], names[-1])) and second[0]:
        until = mention.start + text[mention.start : mention.end].index(names[2])
        names, mention = names[:2], replace(mention, name=" ".join(names[:2]), end=until - 1, until=until - 1)
    head = next(iter(words_of(mention.role, 0, len(mention.role), _UKRAINIAN)), None)
    renamed = in_nominative(mention)
    if head is None or renamed.name == mention.name or renamed.role != mention.role or is_oblique(head.bare):
        return renamed
    office = text[mention.start : mention.end]
    return Mention(
        "office",
        office,
        "",
        mention.start,
        mention.end,
        mention.end,
        head=head.bare,
        gender="described",
        head_is_noun=True,
    )


def _first_name(form: str, surname: str) -> tuple[str, str] | None:
    """A first name in the nominative with its gender; None where it stands in the nominative already, or is unknown."""
    men, women = word_list("uk/people_names_m"), word_list("uk/people_names_f")
    lower = form.casefold()
    is_of_man = lower not in men and surname.endswith(_ENDS_OF_MEN)
    if (lower in men or lower in women) and not (is_of_man and lower in women):
        return None
    for names, gender, bases in ((men, "m", _bases_of_man(lower)), (women, "f", _bases_of_woman(lower))):
        if base := next((base for base in bases if base in names), None):
            return base[0].upper() + base[1:], gender
    return None


def _bases_of_man(form: str) -> Iterator[str]:
    for ending, letters in (
        ("ові", ("", "о")),
        ("еві", ("", "ь")),
        ("єві", ("й",)),
        ("ем", ("", "ь")),
        ("єм", ("й",)),
        ("ом", ("", "о")),
        ("ою", ("а",)),
        ("а", ("", "о")),
        ("у", ("", "о", "а")),
        ("я", ("й", "ь", "")),
        ("ю", ("й", "ь", "", "я")),
        ("и", ("а",)),
        ("і", ("а", "я")),
    ):
        if form.endswith(ending):
            yield from (form.removesuffix(ending) + letter for letter in letters)


def _bases_of_woman(form: str) -> Iterator[str]:
    for ending, letters in (
        ("ою", "а"),
        ("ею", "я"),
        ("єю", "я"),
        ("и", "а"),
        ("і", "ая"),
        ("ї", "я"),
        ("у", "а"),
        ("ю", "я"),
    ):
        if form.endswith(ending):
            yield from (form.removesuffix(ending) + letter for letter in letters)


def _surname_of_man(form: str) -> str:
    """Садового: Садовий · Шевчука: Шевчук · Кличка, Савченка: Кличко, Савченко · Мороза: Мороз."""
    for ending, base in (("ого", "ий"), ("ому", "ий"), ("ським", "ський"), ("цьким", "цький"), ("зьким", "зький")):
        if form.endswith(ending):
            return form.removesuffix(ending) + base
    if form.endswith(("овим", "євим", "евим", "іним", "їним")):
        return form[:-2]
    ending = next((one for one in ("ові", "еві", "ом", "ем", "єм", "а", "у", "я", "ю") if form.endswith(one)), "")
    stem = form.removesuffix(ending)
    if not ending or len(stem) < 3:
        return form
    if stem.endswith("к") and stem[-2] not in _VOWELS and ending in ("а", "у", "ом", "ові"):
        return stem + "о"
    if ending in ("я", "ю", "єм"):
        return stem + ("й" if stem[-1] in _VOWELS else "ь")
    return stem


def _surname_of_woman(form: str) -> str:
    """Свириденко stays; Коваленкової, Рильської: Рильська."""
    for ending in ("ої", "ою", "ій", "и"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            return form.removesuffix(ending) + "а"
    return form
