"""Who is named in a sentence: persons in full or by surname, bodies, places, pronouns, offices."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefings.importing.speech import jobs, names, offices
from briefings.importing.speech.words import Word

Kind = Literal["full", "short", "body", "document", "place", "pronoun", "office", "unnamed"]

_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])\Z")


@dataclass(frozen=True)
class Mention:
    """A person, body, place, pronoun or office as it stands in a sentence, from its role on.

    “full” is a person by two names or more, “short” by one; an “office” is “the minister” without a name, “unnamed”
    somebody who is only described. `until`: where the office in apposition ends. `head`: the noun of a description;
    `head_is_noun`: it is known to mean somebody. `gender`: that of a pronoun, or of an address before a name.
    """

    kind: Kind
    name: str
    role: str
    start: int
    end: int
    until: int
    is_possessive: bool = False
    head: str = ""
    gender: str = ""
    head_is_noun: bool = False

    @property
    def is_known(self) -> bool:
        """A description by a noun that is known to mean a person, a body or a document."""
        return self.kind in ("body", "document", "office") or self.head_is_noun


def mentions_in(text: str, words: Sequence[Word], known: Collection[str] = ()) -> tuple[Mention, ...]:
    """Everyone whom a sentence names by a capital or a pronoun, in order. `known`: names met before."""
    mentions: list[Mention] = []
    index = 0
    while index < len(words):
        word = words[index]
        if gender := word.pronoun:
            mentions.append(Mention("pronoun", word.text, "", word.start, word.end, word.end, gender=gender))
        elif word.is_office and word.text in known and not any(one.may_name for one in words[index + 1 : index + 2]):
            mentions.append(Mention("short", word.text, "", word.start, word.end, word.end))  # Expert said
        elif _begins_name(text, words, index):
            length = _run_length(text, words, index)
            mentions.extend(_mentions_in_run(text, words, index, index + length))
            index += length
            continue
        index += 1
    return tuple(_not_inside_others(mentions))


def _begins_name(text: str, words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if not word.may_name or word.is_in("honorifics") or (word.bare == "another" and word.tongue.language == "en"):
        return False
    if word.tongue.capitalises_nouns:
        return _begins_german_name(text, words, index)
    is_first = not text[: word.start].rstrip(' “„«"‘(—–-').endswith(tuple("·…,;:")) and index == 0
    if is_first and word.is_body and word.tongue.language == "uk":
        return True  # no article stands before it: Міністерство енергетики
    if is_first and word.tongue.language == "uk" and _begins_description(text, words, index):
        return False
    if is_first and word.is_noun and not (word.is_acronym or word.is_camel):
        following = words[index + 1] if index + 1 < len(words) else None
        return bool(following) and following.may_name and text[word.end : following.start] == " "
    return True


def _begins_description(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether an adjective begins the sentence before a noun: “Пояснювальна записка”, “Місцеві жителі”."""
    following = words[index + 1] if index + 1 < len(words) else None
    is_adjective = words[index].bare.endswith(("ий", "ій", "а", "я", "е", "є", "і")) and not words[index].is_noun
    is_noun = following is not None and following.is_noun and not following.is_capitalised and not following.says
    return is_adjective and is_noun and text[words[index].end : following.start] == " "


def _begins_german_name(text: str, words: Sequence[Word], index: int) -> bool:
    """A noun begins a name where another capital stands right behind it, or where no article stands before it."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if following and following.may_name and text[word.end : following.start] == " ":
        return True
    if word.is_noun and not word.is_acronym:
        return False
    before = words[index - 1] if index else None
    if before is None or text[before.end : word.start] != " ":
        return True
    return not before.is_in("articles", "prepositions") and (before.is_capitalised or before.is_small or before.says)


def _run_length(text: str, words: Sequence[Word], first: int) -> int:
    """How many words from `first` on are one run of capitals; small words of names and offices may stand inside."""
    last = first
    index = first + 1
    has_title = words[first].is_office
    while index < len(words) and _is_joined(text, words[index - 1], words[index]):
        word = words[index]
        if (
            words[index - 1].is_acronym
            and word.tongue.language in ("fr", "es")
            and not (word.is_noun or word.is_acronym)
        ):
            break
        if word.may_name:
            if (
                index - last > 1
                and word.is_body
                and not has_title
                and not any(one.is_body for one in words[first:index])
            ):
                break  # Klara Winter von der Universität Kiel
            last = index
            has_title = has_title or word.is_office
        elif index - last > 2 or not (
            word.is_in("name_particles")
            or (
                (has_title or any(inside.is_body for inside in words[first:index]))
                and (
                    words[index - 1].is_noun or words[index - 1].is_in("role_objects", "articles", "role_prepositions")
                )
                and word.is_in("role_prepositions", "articles")
                and not word.is_in("conjunctions")
            )
        ):
            break
        index += 1
    return last - first + 1


def _is_joined(text: str, word: Word, following: Word) -> bool:
    gap = text[word.end : following.start]
    if word.tongue.language == "fr" and not gap:
        return True
    return gap in (" ", " & ", "&") or (
        gap == ". " and (len(word.text) == 1 or "." in word.text or word.is_in("abbreviations", "honorifics"))
    )


def _mentions_in_run(text: str, words: Sequence[Word], first: int, after: int) -> Iterator[Mention]:
    """Whom a run of capitals names: one mention, or none where the run only says whose man somebody is."""
    first = names.without_owner(words, first, after)
    run = words[first:after]
    has_office = offices.length_in(run) > 0
    begins, is_body = names.beginning_in(words, first, after)
    name = names.without_letters(run[begins:])
    role_ends = 0 if is_body else begins
    role_start = offices.start_before(text, words, first, after, has_role=has_office and not is_body)
    office = list(words[first if role_start is None else role_start : first + role_ends])
    while office and office[-1].is_in("honorifics"):
        office.pop()
    start = (office[0] if office else run[0]).start
    role = text[start : office[-1].end] if office else ""
    if office and not role_ends and run[0].tongue.language == "uk":
        role = text[start : run[0].start].rstrip()  # голова гімназії № 3, речниця «Тепломережі»
    if not name:
        if _says_whose(text, words, after):
            return
        head = next((word for word in run if word.is_office), run[-1])
        yield Mention("office", text[start : run[-1].end], "", start, run[-1].end, run[-1].end, head=head.bare)
        return
    end = name[-1].end
    if any(word.is_body or word.is_document for word in name):
        end = names.end_of_body(text, words, after - 1)
    written = _POSSESSIVE.sub("", text[name[0].start : end])
    kind = _kind(name, has_role=bool(role))
    is_the = first > 0 and words[first - 1].bare == "the" and text[words[first - 1].end : run[0].start] == " "
    is_held = any(word.is_office and not word.is_body for word in office)  # a spokeswoman for the company, Anna Bell
    if (
        (is_body and begins)
        or "&" in written
        or (is_the and not role and kind == "full" and words[0].tongue.language == "en")
        or (kind in ("full", "short") and not is_held and names.is_of_firm(text, words, first, end))
    ):
        kind = "body"
    if kind in ("body", "place", "short") and _says_whose(text, words, after):
        return
    if role and name[0].tongue.language == "uk" and any(word.is_body for word in name):
        head = next((word.bare for word in words if word.start >= start and word.is_office), run[0].bare)
        office = text[start:end]  # речник Генштабу, експерти Інституту мостобудування: nobody’s name
        yield Mention("office", office, "", start, end, end, head=head, gender="described", head_is_noun=True)
        return
    until = end
    is_apposed = bool(office) and "," in text[office[-1].end : name[0].start]  # his widow, Anna Bell,
    if kind in ("full", "short") and not is_apposed and (apposition := jobs.stated_behind(text, end, name[0].tongue)):
        until = apposition[1]
        role = role if role and apposition[0].startswith("former ") else apposition[0]
    gender = _gender_of_address(words, first, run)
    is_possessive = len(written) < end - name[0].start and name[0].tongue.language == "en"
    yield Mention(
        kind,
        written,
        role.strip(" ,"),
        start,
        end,
        until,
        is_possessive=is_possessive,
        head=name[-1].bare,
        gender=gender if kind in ("full", "short") else "",
    )


def _says_whose(text: str, words: Sequence[Word], after: int) -> bool:
    """Whether a name only says whose man somebody is: “an EU diplomat”, “Greenpeace activists”."""
    if after >= len(words) or words[0].tongue.language != "en":
        return False
    word = words[after]
    return (
        not word.is_capitalised and word.is_office and not word.says and text[words[after - 1].end : word.start] == " "
    )


def _gender_of_address(words: Sequence[Word], first: int, run: Sequence[Word]) -> str:
    """The gender that Ms., Frau or Sir before a name tells; else empty."""
    address = [word for word in (*words[max(0, first - 1) : first], *run) if word.is_in("honorifics")]
    return next((letter for word in address for letter in ("f", "m") if word.is_in(f"titles_{letter}")), "")


def _kind(name: Sequence[Word], *, has_role: bool) -> Kind:
    if not has_role:
        if any(word.is_body for word in name):
            return "body"
        if any(word.is_document for word in name):
            return "document"
        if name[-1].is_in("places"):
            return "place"
        if len(name) == 1 and name[0].is_acronym and len(name[0].text) < 7:
            return "body"
    return "full" if len([word for word in name if word.is_capitalised]) > 1 else "short"


def _not_inside_others(mentions: list[Mention]) -> list[Mention]:
    """Leaves out what belongs to a neighbour: the office or place in the role of the name after it, names in a role."""
    outermost: list[Mention] = []
    for mention in mentions:
        while outermost and outermost[-1].start >= mention.start:
            outermost.pop()
        if not outermost or mention.start >= outermost[-1].until:
            outermost.append(mention)
    return outermost
