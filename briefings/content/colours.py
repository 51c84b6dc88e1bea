"""Whether a colour can be read on the page, and which one can where it cannot.

A site's own colour comes from whoever sets the site up, not from us. It is measured by WCAG 2.1
(https://www.w3.org/TR/WCAG21/#contrast-minimum) and, where it fails, moved in OKLCH
(https://www.w3.org/TR/css-color-4/#ok-lab), where a colour keeps its hue while its lightness changes.
"""

import math
import re
from collections.abc import Sequence

LEAST = 4.5
"""The least contrast of text by success criterion 1.4.3 of WCAG 2.1, level AA."""
# The page and the tinted box of each scheme: --paper and --tint in static/briefings/site.css.
LIGHT_GROUNDS = ("#fdfcfa", "#f6f2ea")
DARK_GROUNDS = ("#16171a", "#1f2125")

STEPS = 1000
"""Lightness is moved in thousandths, which is finer than a step of a channel."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_HALVINGS = 24
_TOLERANCE = 1e-6

_Three = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1.0 to 21.0, whichever is the text.

    Source: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio. Raises ValueError for what is no colour.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def passes(colour: str, grounds: Sequence[str]) -> bool:
    """Whether text in `colour` has the least contrast on every one of `grounds`."""
    return all(contrast(colour, ground) >= LEAST for ground in grounds)


def moved(colour: str, steps: int) -> str:
    """`colour` made lighter by so many thousandths of OKLCH lightness, or darker where `steps` is negative.

    The hue stays; the chroma stays as far as sRGB can show it. Ends at white and at black.
    """
    lightness, a, b = _oklab(_linear(colour))
    lightness = min(1.0, max(0.0, lightness + steps / STEPS))
    if _shown((lightness, a, b)):
        return _written(_from_oklab((lightness, a, b)))
    least, most = 0.0, 1.0
    for _ in range(_HALVINGS):
        kept = (least + most) / 2
        least, most = (kept, most) if _shown((lightness, a * kept, b * kept)) else (least, kept)
    return _written(_from_oklab((lightness, a * least, b * least)))


def nearest_passing(colour: str, grounds: Sequence[str]) -> str:
    """`colour` where it passes on all `grounds`; otherwise the same hue, as little lighter or darker as is needed.

    Raises ValueError where neither black nor white passes, so that no colour of this hue is certain to.
    """
    if passes(colour, grounds):
        return colour
    ways = [steps for towards in (-1, 1) if (steps := _fewest_steps(colour, grounds, towards))]
    if not ways:
        raise ValueError(f"No colour has {LEAST}:1 on all of {', '.join(grounds)}.")
    return moved(colour, min(ways, key=abs))


def refusal(colour: str, grounds: Sequence[str], *, scheme: str) -> str | None:
    """Why an editor cannot have `colour` on the page of `scheme` (“light”, “dark”), and what would do; None: it passes.

    The contrast told is the worst of all `grounds`, cut rather than rounded: 4.49 never reads as enough.
    """
    if passes(colour, grounds):
        return None
    worst = math.floor(min(contrast(colour, ground) for ground in grounds) * 10) / 10
    return (
        f"{colour} has {worst:.1f}:1 on the {scheme} page, and {LEAST}:1 is the least. "
        f"The nearest colour that passes is {nearest_passing(colour, grounds)}."
    )


def _fewest_steps(colour: str, grounds: Sequence[str], towards: int) -> int | None:
    """How far `colour` has to move in one direction; None where even the end fails. One step less fails."""
    failing, passing = 0, towards * STEPS
    if not passes(moved(colour, passing), grounds):
        return None
    while abs(passing - failing) > 1:
        middle = (failing + passing) // 2
        if passes(moved(colour, middle), grounds):
            passing = middle
        else:
            failing = middle
    return passing


def _linear(colour: str) -> _Three:
    """Linear light of each channel, 0 to 1. Source: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    if not _COLOUR.fullmatch(colour):
        raise ValueError(f"“{colour}” is no colour. Write it as in #8c1d24.")
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# Matrices from https://bottosson.github.io/posts/oklab/, which CSS Color 4 took up.
def _oklab(linear: _Three) -> _Three:
    red, green, blue = linear
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(colour: _Three) -> _Three:
    lightness, a, b = colour
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _shown(colour: _Three) -> bool:
    """Whether sRGB can show an OKLab colour."""
    return all(-_TOLERANCE <= channel <= 1 + _TOLERANCE for channel in _from_oklab(colour))


def _written(linear: _Three) -> str:
    return "#" + "".join(f"{_byte(channel):02x}" for channel in linear)


def _byte(light: float) -> int:
    light = min(1.0, max(0.0, light))
    return round(255 * (light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))
