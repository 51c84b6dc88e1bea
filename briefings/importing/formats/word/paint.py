"""The colours of words in a Word document and of what lies beneath them, and whether anybody can see such words."""

import re
from typing import NamedTuple

_WHITE = re.compile(r"(?:f[0-9a-f]){3}|white|")
_BLACK = re.compile(r"(?:[0-3][0-9a-f]){3}|black")
_SMALLEST = 4
"""Half points. Nobody reads what is smaller."""
UNKNOWN = "of some colour"


class Paint(NamedTuple):
    """What a style or a run says of colours and size: None where it says nothing, empty for no colour.

    `around`: what lies beneath the whole paragraph.
    """

    color: str | None = None
    highlight: str | None = None
    ground: str | None = None
    around: str | None = None
    size: int | None = None

    def with_property(self, name: str, attributes: dict[str, str]) -> "Paint":
        """With the element `name` of the properties of a run; “around” is the ground of a paragraph or a table."""
        value = attributes.get("val", "").lower()
        match name:
            case "color":
                return self._replace(color=_color(value))
            case "highlight":
                return self._replace(highlight="" if value == "none" else value)
            case "shd":
                return self._replace(ground=ground_of(attributes))
            case "around":
                return self._replace(around=ground_of(attributes))
            case "sz" if re.fullmatch("[0-9]{1,4}", value):
                return self._replace(size=int(value))
        return self

    def over(self, below: "Paint") -> "Paint":
        """This, and what `below` says where this says nothing."""
        if self == UNPAINTED:
            return below
        return Paint(*(under if own is None else own for own, under in zip(self, below, strict=True)))

    def hides(self, around: str) -> bool:
        """Whether words are too small to be seen, or of the colour of their ground. `around`: that of all around."""
        if self.size is not None and 0 < self.size < _SMALLEST:
            return True
        own = self.highlight or self.ground or ""
        if not self.color:
            # Word writes white on a dark paragraph or cell by itself, but not on words that were blacked out.
            return _tone(own) == "black"
        return _tone(self.color) == _tone(own or around)


UNPAINTED = Paint()


def ground_of(attributes: dict[str, str]) -> str:
    """The colour that a shading lays beneath words; empty where it lays none."""
    pattern = attributes.get("val", "clear").lower()
    if pattern == "solid":
        return _color(attributes.get("color", "")) or "000000"
    fill = _color(attributes.get("fill", ""))
    return fill or ("" if pattern in {"clear", "nil"} and "themeFill" not in attributes else UNKNOWN)


def is_shade(ground: str | None) -> bool:
    """Whether a ground is another than the paper's."""
    return bool(ground) and _tone(ground) != "white"


def _color(value: str) -> str:
    return "" if value.lower() == "auto" else value.lower()


def _tone(color: str) -> str:
    return "white" if _WHITE.fullmatch(color) else "black" if _BLACK.fullmatch(color) else color
