"""The numbers before the points of an ordered list, where they are not simply 1, 2, 3."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefings.importing.formats.html_rules import LISTS
from briefings.importing.formats.tags import tokens_of

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
    "lower-greek": "α",
    "decimal-leading-zero": "01",
    "decimal": "1",
}
_LETTERS = {
    "a": "abcdefghijklmnopqrstuvwxyz",
    "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "α": "αβγδεζηθικλμνξοπρστυφχψω",
}
_SIGNS = {"1", "01", "i", "I", *_LETTERS}


@dataclass
class Numbering:
    """Counts the points of one list. `kind`: the `type` of a list in HTML. `is_shown`: its markers are written out."""

    following: int = 1
    kind: str = "1"
    is_shown: bool = False
    step: int = 1

    @classmethod
    def of(cls, attributes: Mapping[str, str], style: Mapping[str, str], points: int = 1) -> "Numbering":
        """`points`: how many points a list has that counts down."""
        kinds = (_KINDS[word] for word in style.get("list-style-type", "").split() if word in _KINDS)
        kind = next(kinds, attributes.get("type") or "1")
        step = -1 if "reversed" in attributes else 1
        start = _number(attributes.get("start", ""), points if step < 0 else 1)
        kind = kind if kind in _SIGNS else "1"
        return cls(start, kind, start != 1 or kind != "1" or step < 0, step)

    def next(self, value: str) -> str:
        """The marker of the next point, which may say its own number; empty where the list counts from 1 on."""
        number = _number(value, self.following)
        self.is_shown |= number != self.following
        self.following = number + self.step
        return f"{sign(number, self.kind)}." if self.is_shown else ""


def _number(text: str, otherwise: int) -> int:
    number = text.strip().removeprefix("-")
    if not number.isascii() or not number.isdigit() or len(number) > 4:
        return otherwise
    return -int(number) if text.strip().startswith("-") else int(number)


def sign(number: int, kind: str) -> str:
    if kind in _LETTERS and number >= 1:
        return _in_letters(number, _LETTERS[kind])
    if kind == "01":
        return f"{number:02}"
    if kind in "iI" and 1 <= number <= _LARGEST:
        written = ""
        for value, letters in _ROMAN:
            written += letters * (number // value)
            number %= value
        return written if kind == "i" else written.upper()
    return str(number)


def _in_letters(number: int, letters: str) -> str:
    """After z comes aa."""
    written = ""
    while number:
        number, at = divmod(number - 1, len(letters))
        written = letters[at] + written
    return written


def points_of_reversed(page: str) -> dict[int, int]:
    """The number of points of each list that counts down, by the place of its start tag among the page's tokens."""
    points: dict[int, int] = {}
    lists: list[int] = []
    for at, token in enumerate(tokens_of(page), 1) if "reversed" in page.lower() else ():
        if token.name == "li" and token.kind == "open" and lists:
            points[lists[-1]] += 1
        elif token.name in LISTS and token.kind == "open":
            points[at] = 0
            lists.append(at)
        elif token.name in LISTS and lists:
            lists.pop()
    return points
