"""What a page does not show of its words: hidden, struck out, deleted, commented."""

import re
from collections.abc import Mapping

from briefings.importing.formats.html_changes import author_of, is_deletion
from briefings.importing.lines import Hiding

_PROGRAMS = "noscript template svg object iframe canvas audio video datalist"
_FOR_READING_ALOUD = """sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only
    screen-reader assistive-text a11y-hidden element-invisible u-visually-hidden cite-accessibility-label"""
_FURNITURE = "material-icons material-symbols-outlined material-symbols-rounded mw-editsection"
_NOT_SHOWN = frozenset(_PROGRAMS.split())
_NOT_SEEN = frozenset(f"{_FOR_READING_ALOUD} {_FURNITURE}".split())
_NOTHING = re.compile(r"0*\.?0+(?:px|pt|r?em|%)?|[01]?(?:\.\d+)?(?:px|pt)|0?\.0\d*r?em")
_FAINT = re.compile(r"0*\.?0+%?|0*\.0[0-5]\d*|[0-5]%")
_ALL_CUT_OFF = re.compile(
    r"rect\((?:\s*[01](?:px)?[\s,]*){4}\)|inset\((?:50|100)%.*|(?:circle|ellipse)\(0.*|polygon\((?:\s*0(?:px|%)?[\s,]*)+\)",
    re.DOTALL,
)
_FAR_AWAY = re.compile(r"(?:calc\()?-(?:\d{3,}(?:\.\d+)?(?:px|pt|v[wh])?|\d{2,}(?:\.\d+)?r?em|\d{3,}%)\)?")
_VERY_FAR = re.compile(r"-?\d{4,}(?:px|pt)|-?\d{3,}r?em|-?\d{4,}%")
_MOVED_AWAY = re.compile(r"scale\w*\(\s*0*\.?0+\s*[,)]|translate\w*\([^()]*-\d{4,}(?:px|%)")
_CLEAR_AS_GLASS = re.compile(r"opacity\(\s*0*\.?0+%?\s*\)")
_TINY = re.compile(r"[01](?:px|pt)?")
_RELATIVE = re.compile(r"[\d.]+(?:em|%)|smaller|larger")
_INHERITED = ("visibility", "font-size", "text-indent")
_MOVES = ("transform", "transition", "animation")

NOT_SHOWN = Hiding("hidden", asks=False)


def hiding_of(name: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> Hiding | None:
    """Why the words of an element do not show, as far as the element itself says; None where they show."""
    classes = set(attributes.get("class", "").lower().split())
    if name == "del" or is_deletion(attributes, classes):
        return Hiding("deleted", by=author_of(attributes))
    if (
        name in {"s", "strike"}
        or "line-through" in f"{style.get('text-decoration')}{style.get('text-decoration-line')}"
    ):
        return Hiding("struck")
    if style.get("mso-element", "").startswith("comment"):
        return Hiding("comment")
    if name in {"html", "body"}:
        return None  # which show, if only by a script
    if any("mathml" in css_class for css_class in classes):
        return None  # formulas stand twice in a page, and what can be read is what is hidden
    if name in _NOT_SHOWN or classes & _NOT_SEEN or _repeats(attributes, classes):
        return NOT_SHOWN
    if "hidden" in attributes or (name == "dialog" and "open" not in attributes) or _is_hidden(style):
        is_furniture = name == "dialog" or attributes.get("role", "").lower() in {"dialog", "alertdialog", "tooltip"}
        return Hiding("hidden", asks=not is_furniture)
    return None


def _repeats(attributes: Mapping[str, str], classes: set[str]) -> bool:
    return "katex-html" in classes and attributes.get("aria-hidden") == "true"


def inherited(name: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> str:
    """The property by which alone an element hides words, if an element inside may show them again; else empty."""
    hider = next((one for one in _INHERITED if one in style and _is_hidden({one: style[one]})), "")
    without = {key: value for key, value in style.items() if key != hider}
    return hider if hider and hiding_of(name, attributes, without) is None else ""


def shows_again(style: Mapping[str, str], name: str) -> bool:
    """Whether an element overrides the property `name`, which hides the words around it.

    A size that is relative to a size of nothing overrides nothing.
    """
    value = style.get(name, "inherit")
    return value != "inherit" and not _is_hidden({name: value}) and not _RELATIVE.fullmatch(value)


def _is_hidden(style: Mapping[str, str]) -> bool:
    if not style:
        return False
    return (
        style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or style.get("visibility") in {"hidden", "collapse"}
        or style.get("content-visibility") == "hidden"
        or bool(_NOTHING.fullmatch(style.get("font-size") or "1"))
        or bool(_CLEAR_AS_GLASS.search(style.get("filter", "")))
        # What a script lets appear as the page is scrolled begins as invisible, and is said to move.
        or (bool(_FAINT.fullmatch(style.get("opacity") or "1")) and not any(map(style.__contains__, _MOVES)))
        or _is_out_of_sight(style)
    )


def _is_out_of_sight(style: Mapping[str, str]) -> bool:
    """Cut down to nothing or moved off the screen."""
    if _ALL_CUT_OFF.fullmatch(style.get("clip", "")) or _ALL_CUT_OFF.fullmatch(style.get("clip-path", "")):
        return True
    if style.get("overflow") in {"hidden", "clip"} and any(
        _TINY.fullmatch(style.get(side, "")) for side in ("height", "max-height", "width")
    ):
        return True
    is_moved = style.get("position") in {"absolute", "fixed"}
    return (
        bool(_FAR_AWAY.fullmatch(style.get("text-indent", "")))
        or bool(_MOVED_AWAY.search(style.get("transform", "")))
        or bool(_VERY_FAR.fullmatch(style.get("margin-left", "")))
        or (is_moved and any(_FAR_AWAY.fullmatch(style.get(side, "")) for side in ("left", "top")))
        or (is_moved and any(_VERY_FAR.fullmatch(style.get(side, "")) for side in ("right", "bottom")))
    )
