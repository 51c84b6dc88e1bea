"""Whether text in a colour can be read on the public pages, by WCAG 2.1.

Source: https://www.w3.org/TR/WCAG21/#contrast-minimum.
"""

import math
import re

from briefings.messages import Message

LEAST = 4.5
"""The least contrast of text by success criterion 1.4.3 of WCAG 2.1, level AA."""
# The page and the tinted box of each scheme: --paper and --tint in static/briefings/site.css.
GROUNDS = {"light": ("#fdfcfa", "#f6f2ea"), "dark": ("#16171a", "#1f2125")}

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1.0 to 21.0, whichever is the text.

    Source: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio. Raises ValueError for what is no colour.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def worst_contrast(colour: str, *, scheme: str) -> float:
    """The lowest contrast of `colour` on the grounds of the `scheme`, “light” or “dark”."""
    return min(contrast(colour, ground) for ground in GROUNDS[scheme])


def shown_ratio(ratio: float) -> str:
    """`ratio` with one decimal, rounded down, so that 4.49 never reads as enough."""
    return f"{math.floor(ratio * 10) / 10:.1f}"


def refusal(colour: str, *, scheme: str) -> Message | None:
    """Why `colour` cannot be the accent of the `scheme` (“light”, “dark”), and what to do; None where it can."""
    ratio = worst_contrast(colour, scheme=scheme)
    if ratio >= LEAST:
        return None
    places = {"colour": colour, "contrast": shown_ratio(ratio), "least": str(LEAST)}
    if scheme == "light":
        return Message(
            "%(colour)s has %(contrast)s:1 on the light page, and %(least)s:1 is the least. Choose a darker colour.",
            **places,
        )
    return Message(
        "%(colour)s has %(contrast)s:1 on the dark page, and %(least)s:1 is the least. Choose a lighter colour.",
        **places,
    )


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1. Source: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    if not _COLOUR.fullmatch(colour):
        raise ValueError(Message("“%(colour)s” is no colour. Write it as in #8c1d24.", colour=colour))
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
