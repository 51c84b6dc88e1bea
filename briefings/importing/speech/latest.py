"""Whom a pronoun means: whoever was named or spoke last, by gender and number."""

from dataclasses import dataclass, field

from briefings.importing.language import Language
from briefings.importing.speech.named import Named


@dataclass
class Latest:
    """Grows in reading order. A pronoun means the latest subject before any object."""

    tongue: Language
    _by: dict[str, Named] = field(default_factory=dict)  # in the order in which they came
    _genders: dict[str, str] = field(default_factory=dict)

    @property
    def person(self) -> Named | None:
        return self._by.get("")

    @property
    def body(self) -> Named | None:
        """The body that spoke last."""
        return self._by.get("body")

    def remember(self, person: Named, *, is_subject: bool) -> None:
        for gender in ("", person.gender or "?"):
            if is_subject or gender not in self._by:
                self._by.pop(gender, None)  # so that the order says who came last
                self._by[gender] = person

    def remember_thing(self, body: Named, *, is_subject: bool) -> None:
        if is_subject or "n" not in self._by:
            self._by["n"] = body

    def remember_kin(self, name: str, head: str) -> None:
        """“his sister” is meant by “she” where no woman was named."""
        for letter in ("f", "m"):
            if self.tongue.has(f"titles_{letter}", head) and letter not in self._by:
                self._by[letter] = Named(name, kind="unnamed", gender=letter)

    def spoke(self, person: Named) -> None:
        """Whoever spoke last is meant by the next pronoun first of all."""
        if person.is_body:
            self._by["n"] = self._by["p"] = person
            self._by.pop("body", None)
            self._by["body"] = person
        elif person.gender == "p":
            self._by["p"] = person
        else:
            self.remember(person, is_subject=True)

    def learn_gender(self, person: Named | None, gender: str) -> None:
        """Remembers that the text said “he” or “his” of `person`, or of the one named last where it is None."""
        person = person or self.person
        if person and person.kind == "private":
            self._genders.setdefault(person.name, gender)

    def meant_by(self, gender: str) -> Named | None:
        """Whom a pronoun of that gender means: "m", "f", "n" a thing, "p" several, "" anyone."""
        if gender == "p":
            return self._by.get("p") or self._by.get("n")
        if gender == "n":
            return self._by.get("n")
        if gender in ("m", "f") and self.tongue.language != "en" and next(reversed(self._by), "") == "body":
            return self._by["body"]  # elle, sie: a body that has just spoken
        latest = self.person
        if gender not in ("m", "f"):
            return latest
        if latest and (latest.gender or self._genders.get(latest.name, "")) in ("", gender):
            self.learn_gender(latest, gender)
            return latest
        fitting = [person for key, person in self._by.items() if key in (gender, "?")]
        return fitting[-1] if fitting else None
