"""Who has been named so far in a draft, so that a surname, a pronoun or an office can be traced to a person."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from briefings.importing.language import ENGLISH, Language
from briefings.importing.speech.latest import Latest
from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.named import Named, gender_of, is_several, unnamed_person
from briefings.importing.wordlists import words_of_all

_MOST_LOOKED_AT = 300


def _is_same_office(role_word: str, head: str) -> bool:
    """Whether one ends as the other, or both begin alike: Ministerin and Staatsministerin, ministra and ministro."""
    if len(head) < 5 or len(role_word) < 5:
        return False
    return role_word.endswith(head) or head.endswith(role_word) or role_word[:6] == head[:6]


def _latest_of(entries: Mapping[str, Named]) -> Iterator[tuple[str, Named]]:
    """The entries met last, the latest first: nobody means somebody named hundreds of names ago."""
    return islice(reversed(entries.items()), _MOST_LOOKED_AT)


@dataclass
class Cast:
    """Everybody named so far; grows in reading order."""

    tongue: Language = ENGLISH
    _by_surname: dict[str, Named] = field(default_factory=dict)
    _by_given: dict[str, Named] = field(default_factory=dict)
    _by_name: dict[str, Named] = field(default_factory=dict)
    _by_role_word: dict[str, Named] = field(default_factory=dict)
    _bodies: dict[str, Named] = field(default_factory=dict)
    latest: Latest = field(init=False)
    _thing: Named | None = None
    _inside: set[str] = field(default_factory=set)
    _introduced: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.latest = Latest(self.tongue)

    @property
    def short_names(self) -> Collection[str]:
        """The short names of all who were named in full before."""
        return self._by_surname.keys()

    def meet(self, mention: Mention, *, is_subject: bool, is_first: bool = False) -> None:
        """Remembers whom the text has just named. A pronoun means the latest subject before any object.

        `is_first`: it begins a sentence, so that its capital says nothing.
        """
        if mention.kind == "full":
            person = self._meet_in_full(mention)
        elif mention.kind == "short" and (known := self._of_surname(mention.name)):
            person = replace(known, role=mention.role or known.role, gender=known.gender or mention.gender)
            self._by_surname[known.name.split()[-1]] = self._by_name[known.name] = person
        elif mention.kind in ("body", "place", "document"):
            body = self._bodies.setdefault(mention.name.casefold(), Named(mention.name, kind="body"))
            if mention.kind == "body" and is_subject:
                self._thing = body
            if mention.kind != "place":
                self.latest.remember_thing(body, is_subject=is_subject)
            return
        else:
            if not is_first:
                self._inside.add(mention.name)
            role = mention.role.casefold().split()
            is_firm = self.tongue.has("generic_bodies", role[-1]) if role else mention.name in self._inside
            if mention.kind == "short" and is_subject and is_firm and mention.name[:1].isupper():
                self._thing = Named(mention.name, kind="body")
            return
        if is_subject and self._is_firm(person):
            self._thing = person
        self.latest.remember(person, is_subject=is_subject)

    def _is_firm(self, person: Named) -> bool:
        """Whether a name is likely that of a firm: no office, and its first word is no first name."""
        first = person.name.split()[0].casefold()
        role = person.role.casefold().split()
        if any(self.tongue.has("generic_bodies", word) for word in role[-1:]):
            return True
        return not (person.role or first in words_of_all("people_names_f") or first in words_of_all("people_names_m"))

    def _meet_in_full(self, mention: Mention) -> Named:
        known = self._by_name.get(mention.name)
        role = mention.role or (known.role if known else "")
        gender = mention.gender or (known.gender if known else "") or gender_of(mention.name, role, self.tongue)
        person = Named(mention.name, role, gender=gender)
        self._by_name[person.name] = person
        names = person.name.split()
        for name in names[-1:] if len(names) == 2 else names[1:]:
            if name[0].isupper() or not self.tongue.is_cased:
                self._by_surname[name] = person
        self._by_given[names[0]] = person  # Xi for Xi Jinping, and whoever is called by a first name
        if len(names) > 2:
            self._by_surname[" ".join(names[1:])] = person
        role_words = person.role.casefold().replace(",", " ").split()
        for word in role_words:
            self._by_role_word[word.removeprefix("ال")] = person
        for first in range(len(role_words) - 1):
            initials = "".join(word[0] for word in role_words[first:])
            self._by_role_word.setdefault(initials, person)  # the PM, the CS
        return person

    def begins_with(self, mention: Mention) -> None:
        """Remembers whom a sentence without names is about: “The weather office expects rain.”"""
        referent = self.trace(mention)
        if referent is None:
            return
        if referent.is_body:
            self._bodies.setdefault(referent.name.casefold(), referent)
        self.latest.spoke(referent)

    def introduce(self, head: str) -> None:
        """Remembers that “a nurse” was spoken of: from then on “the nurse” means her, and nobody who has a name."""
        self._introduced.add(head)

    def _of_surname(self, name: str) -> Named | None:
        if known := self._by_surname.get(name) or self._by_surname.get(name.split()[-1]):
            return known
        if self.tongue.language == "uk" and len(name) > 4:
            for surname, person in _latest_of(self._by_surname):
                if abs(len(surname) - len(name)) <= 3 and name.startswith(surname[: max(4, len(surname) - 2)]):
                    return person
        return self._by_given.get(name) if self.tongue.language == "en" else None

    def knows(self, mention: Mention) -> bool:
        """Whether one name alone is the surname of a person met before."""
        return self._of_surname(mention.name) is not None

    def named(self, name: str) -> Named:
        """The person or body of that name, as met so far."""
        return self._by_name.get(name) or self._bodies.get(name.casefold()) or Named(name)

    def trace(self, mention: Mention) -> Named | None:
        """Whom a mention means, with the role stated beside it or met before; None where that is unknown."""
        short_for = self._by_role_word.get(mention.name.casefold()) if mention.name.isupper() else None
        if mention.kind == "body" and short_for and mention.name not in short_for.role.split():
            return short_for  # the PM; no spokeswoman of the PP is the PP
        if mention.kind in ("body", "place", "document", "office"):
            return self._trace_described(mention)
        if mention.kind == "pronoun":
            return self.latest.meant_by(mention.gender)
        if mention.kind == "unnamed":
            return self._of_role(mention) or unnamed_person(mention, self.tongue)
        known = self._by_name.get(mention.name) or (self._of_surname(mention.name) if mention.kind == "short" else None)
        if mention.kind == "full" and known is None:
            known = self._inflected(mention) or self._tail(mention)
        if known is None and mention.kind == "short" and not self.tongue.is_cased and not mention.role:
            return self.latest.person
        return replace(known or Named(mention.name), role=mention.role or (known.role if known else ""))

    def _of_role(self, mention: Mention) -> Named | None:
        """“очільниця департаменту” for somebody met as “очільниця обласного департаменту освіти” (Ukrainian alone)."""
        if self.tongue.language != "uk":
            return None
        words = set(mention.name.casefold().split())
        return next((one for _, one in _latest_of(self._by_name) if words <= set(one.role.casefold().split())), None)

    def _inflected(self, mention: Mention) -> Named | None:
        """The person whose full name was met in another case, so that both of its words begin alike."""
        if self.tongue.language != "uk":
            return None
        known = self._of_surname(mention.name.split()[-1])
        return known if known and known.name[:3] == mention.name[:3] else None

    def _tail(self, mention: Mention) -> Named | None:
        """The person whose name ends so: Joost van Aalst for “Van Aalst”."""
        tail = f" {mention.name.casefold()}"
        return next((person for name, person in _latest_of(self._by_name) if name.casefold().endswith(tail)), None)

    def _trace_described(self, mention: Mention) -> Named | None:
        if mention.kind == "office":
            words = [
                mention.head,
                *(word for word in mention.name.casefold().split() if self.tongue.has("titles", word)),
            ]
            for word in words:
                if person := self._by_role_word.get(word.removeprefix("ال")):
                    return person
            for role_word, person in _latest_of(self._by_role_word):
                if _is_same_office(role_word, mention.head):
                    return person
            is_somebody_else = is_several(mention, self.tongue) or mention.head in self._introduced
            latest = None if is_somebody_else else self.latest.person
            if latest and latest.kind == "private" and not self.tongue.has("newcomers", mention.head):
                return latest
            return unnamed_person(mention, self.tongue) if mention.gender == "described" else None
        short = mention.name.casefold()
        for name, body in _latest_of(self._bodies):
            if name != short and (f" {name}".endswith(f" {short}") or f"{name} ".startswith(f"{short} ")):
                return body
        if not mention.gender:
            return Named(mention.name, kind="document" if mention.kind == "document" else "body")
        for name, body in _latest_of(self._bodies):
            is_longer = len(name) >= len(short) and name != short
            if is_longer and any(word.endswith(mention.head) for word in name.split()):
                return body
        is_bare = len(mention.name.split()) == 1 or "-based " in mention.name
        if (
            is_bare
            and (self._thing or self.tongue.language == "uk")
            and self.tongue.has("generic_bodies", mention.head)
        ):
            thing = self._thing or self.latest.body
            return replace(thing, kind="body") if thing else Named(mention.name, kind="body")
        return Named(mention.name, kind="document" if mention.kind == "document" else "body")
