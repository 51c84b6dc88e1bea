"""The numbers before the points of an ordered list, where they are not simply 1, 2, 3."""

from collections.abc import Mapping
from dataclasses import dataclass

_LARGEST = 3_999
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN += ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_KINDS = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}


@dataclass
class Numbering:
    """Counts the points of one list. `kind`: as the `type` of a list in HTML."""

    following: int = 1
    kind: str = "1"
    is_told: bool = False

    @classmethod
    def of(cls, attributes: Mapping[str, str], style: Mapping[str, str]) -> "Numbering":
        kind = attributes.get("type") or _KINDS.get(style.get("list-style-type", ""), "1")
        start = _number(attributes.get("start", ""), 1)
        return cls(start, kind if kind in "1aAiI" else "1", is_told=start != 1 or kind in {"a", "A", "i", "I"})

    def next(self, value: str) -> str:
        """The marker of the next point, which may say its own number; empty where the list counts from 1 on."""
        number = _number(value, self.following)
        self.is_told |= number != self.following
        self.following = number + 1
        return f"{sign(number, self.kind)}." if self.is_told else ""


def _number(said: str, otherwise: int) -> int:
    number = said.strip().removeprefix("-")
    if not number.isascii() or not number.isdigit() or len(number) > 4:
        return otherwise
    return -int(number) if said.strip().startswith("-") else int(number)


def sign(number: int, kind: str) -> str:
    if kind in "aA" and 1 <= number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in "iI" and 1 <= number <= _LARGEST:
        found = ""
        for value, letters in _ROMAN:
            found += letters * (number // value)
            number %= value
        return found if kind == "i" else found.upper()
    return str(number)
