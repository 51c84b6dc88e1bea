"""Who has been named so far in a draft, so that a surname, a pronoun or an office can be traced to a person."""

from dataclasses import dataclass, field, replace

from briefings.importing.people import Mention


@dataclass(frozen=True)
class Named:
    """A person, body or document by the fullest name met, with the role last stated."""

    name: str
    role: str = ""
    is_body: bool = False


@dataclass
class Cast:
    """Grows in reading order."""

    _by_surname: dict[str, Named] = field(default_factory=dict)
    _by_name: dict[str, Named] = field(default_factory=dict)
    _by_role_word: dict[str, Named] = field(default_factory=dict)
    _latest: Named | None = None

    def meet(self, mention: Mention, *, is_subject: bool) -> None:
        """Remembers a person whom the text has just named. A pronoun means the latest subject before any object."""
        if mention.kind == "full":
            known = self._by_name.get(mention.name)
            person = Named(mention.name, mention.role or (known.role if known else ""))
            self._by_name[person.name] = self._by_surname[person.name.split()[-1]] = person
            for word in person.role.casefold().split():
                self._by_role_word[word] = person
        elif not (mention.kind == "short" and (person := self._by_surname.get(mention.name))):
            return
        if is_subject or self._latest is None:
            self._latest = person

    def knows(self, mention: Mention) -> bool:
        """Whether one name alone is the surname of a person met before."""
        return mention.name in self._by_surname

    def trace(self, mention: Mention) -> Named | None:
        """Whom a mention means, with the role stated at it or met before; None where nobody can be told."""
        if mention.kind in ("body", "place"):
            return Named(mention.name, is_body=True)
        if mention.kind == "pronoun":
            return self._latest
        if mention.kind == "office":
            return self._by_role_word.get(mention.name.casefold())
        known = self._by_name.get(mention.name) or self._by_surname.get(mention.name) or Named(mention.name)
        return replace(known, role=mention.role or known.role)
