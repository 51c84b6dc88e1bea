"""A person, a body or a document by name or description, and what either tells of gender and number."""

from dataclasses import dataclass

from briefings.content.names import PersonKind
from briefings.importing.language import Language
from briefings.importing.speech.mentions import Mention
from briefings.importing.wordlists import words_of_all


@dataclass(frozen=True)
class Named:
    """A person, body or document by the fullest name met, with the role last stated.

    `gender`: "m", "f" or ""; "p" for several people: “they” means them, “she” does not.
    """

    name: str
    role: str = ""
    kind: PersonKind = "private"
    gender: str = ""

    @property
    def is_body(self) -> bool:
        return self.kind in ("body", "document")


def gender_of(name: str, role: str, tongue: Language) -> str:
    """What a role and a first name tell of gender: "m", "f", or "" where neither does."""
    words = role.casefold().split()
    if tongue.language == "uk":  # голова військової адміністрації: its first noun says what somebody is
        words = [word for word in words if tongue.has("titles", word) or tongue.has("people_nouns", word)][:1]
    for letter in ("f", "m"):
        if any(tongue.has(f"titles_{letter}", word) for word in words):
            return letter
    first = name.split()[0].casefold()
    is_f, is_m = first in words_of_all("people_names_f"), first in words_of_all("people_names_m")
    return "" if is_f == is_m else ("f" if is_f else "m")


def is_several(mention: Mention, tongue: Language) -> bool:
    """Whether a description means more than one person, where the language shows that by its ending."""
    if tongue.language not in ("en", "fr", "es"):
        return False
    return mention.head.endswith(("s", "men")) or tongue.has("crowds", mention.head)


def unnamed_person(mention: Mention, tongue: Language) -> Named:
    """Somebody without a name, of whom the text says only what they are, with the gender that this tells."""
    if is_several(mention, tongue):
        return Named(mention.name, kind="unnamed", gender="p")
    gender = next((letter for letter in ("f", "m") if tongue.has(f"titles_{letter}", mention.head)), "")
    return Named(mention.name, kind="unnamed", gender=gender)
