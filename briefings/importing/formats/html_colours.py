"""Colours of words and of what lies under them: words in the colour of their ground do not show."""

import re
from collections.abc import Mapping
from colorsys import hls_to_rgb
from typing import NamedTuple


class Colour(NamedTuple):
    red: int
    green: int
    blue: int
    is_clear: bool = False


WHITE = Colour(255, 255, 255)
_BLACK = Colour(0, 0, 0)
_CLEAR = Colour(0, 0, 0, is_clear=True)
_NAMED = {
    "white": WHITE,
    "black": _BLACK,
    "transparent": _CLEAR,
    "snow": Colour(255, 250, 250),
    "red": Colour(255, 0, 0),
    "lime": Colour(0, 255, 0),
    "blue": Colour(0, 0, 255),
    "yellow": Colour(255, 255, 0),
    "navy": Colour(0, 0, 128),
    "green": Colour(0, 128, 0),
    "maroon": Colour(128, 0, 0),
    "gray": Colour(128, 128, 128),
    "grey": Colour(128, 128, 128),
    "silver": Colour(192, 192, 192),
}
_HEX = re.compile(r"#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]{1,80})\)")
_NUMBER = re.compile(r"(-?\d{0,6}\.?\d{1,6})(%|deg)?")
_PARTS = re.compile(r"[^\s()]+(?:\([^()]*\))?")
_SAYS_NO_GROUND = {"none", "inherit", "initial", "unset"}
_SEEN_AS_ONE = 8
_SEEN_THROUGH = 0.05


def colour_of(value: str) -> Colour | None:
    """The colour that a value of CSS or of HTML names, if it is known."""
    value = value.strip().lower()
    if value in _NAMED:
        return _NAMED[value]
    if match := _HEX.fullmatch(value):
        digits = match[1] if len(match[1]) > 4 else "".join(digit * 2 for digit in match[1])
        channels = bytes.fromhex(digits)
        return Colour(*channels[:3], is_clear=len(channels) == 4 and channels[3] <= 255 * _SEEN_THROUGH)
    match = _FUNCTION.fullmatch(value)
    numbers = [_NUMBER.fullmatch(part) for part in re.split(r"[\s,/]+", match[2].strip())] if match else []
    if len(numbers) not in {3, 4} or not all(numbers):
        return None
    parts = [(float(number[1]), number[2]) for number in numbers if number]
    is_clear = len(parts) == 4 and parts[3][0] / (100 if parts[3][1] else 1) <= _SEEN_THROUGH
    if match and match[1] == "hsl":
        hue, saturation, lightness = parts[0][0] / 360 % 1, _share(parts[1][0]), _share(parts[2][0])
        channels = [round(255 * channel) for channel in hls_to_rgb(hue, lightness, saturation)]
    else:
        channels = [round(255 * _share(number)) if unit else min(int(number), 255) for number, unit in parts[:3]]
    return Colour(channels[0], channels[1], channels[2], is_clear)


def words_colour(name: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> Colour | None:
    """The colour that the element itself gives its words."""
    own = attributes.get({"font": "color", "basefont": "color", "body": "text"}.get(name, ""), "")
    return colour_of(style.get("color", "")) or colour_of(own)


def grounds_of(attributes: Mapping[str, str], style: Mapping[str, str]) -> list[Colour | None]:
    """What the element lays under its words: nothing, a colour, or None for a picture or a colour that is not known."""
    values = ["url()" if attributes.get("background") else "", style.get("background-image", "")]
    values += [style.get("background-color", ""), style.get("background", ""), attributes.get("bgcolor", "")]
    for value in filter(None, values):
        parts = [part for part in _PARTS.findall(value) if part not in _SAYS_NO_GROUND]
        colours = [colour for part in parts if (colour := colour_of(part))]
        if parts and (not colours or any("url" in part or "gradient" in part for part in parts)):
            return [None]
        if colours and not colours[0].is_clear:
            return [colours[0]]
    return []


def is_as_its_ground(words: Colour | None, ground: Colour | None) -> bool:
    """Whether the ground makes the words invisible; on an unknown ground they may be seen."""
    if words is None or ground is None:
        return False
    return words.is_clear or all(
        abs(one - other) <= _SEEN_AS_ONE for one, other in zip(words[:3], ground[:3], strict=True)
    )


def _share(percent: float) -> float:
    return min(max(percent / 100, 0.0), 1.0)
