"""What the elements and attributes of HTML say about words, in pages and in what Word and Google Docs copy."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from briefings.importing import lines
from briefings.importing.lines import Aside

_VOID = "area base br col embed hr img input link meta param source track wbr"
_BLOCKS = """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html label legend li main menu nav ol optgroup
    option p pre section select summary table tbody td template textarea tfoot th thead title tr ul"""
_SILENT = "script style xml rp annotation annotation-xml"
_WITHIN_LINES = """a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd mark marquee nobr output
    picture q rb rt rtc ruby s samp small span strike strong sub sup time tt u var meter progress slot
    noscript svg math object iframe canvas audio video datalist"""
VOID = frozenset(_VOID.split())
BLOCKS = frozenset(_BLOCKS.split())
WITHOUT_WORDS = {"mw-cite-backlink"}
SURROUNDED = {"q": ("“", "”"), "rt": ("(", ")")}
SILENT = frozenset(_SILENT.split())
_KNOWN = VOID | BLOCKS | SILENT | frozenset(_WITHIN_LINES.split())
LISTS = {"ul", "ol", "menu", "dir"}
PARAGRAPHS = ("p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6")
# Which open elements end when one of these begins: the first set, as far as they stand inside the last of the second.
CLOSES: dict[str, tuple[set[str], set[str]]] = {
    "li": ({"li"}, LISTS),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, {"select"}),
}
_ASIDES: dict[str, Aside] = {
    "nav": "navigation",
    "header": "header",
    "footer": "footer",
    "aside": "aside",
    "figcaption": "caption",
    "caption": "caption",
    "button": "form",
    "select": "form",
    "textarea": "form",
    "label": "form",
    "legend": "form",
}
_ROLES: dict[str, Aside] = {"navigation": "navigation", "button": "form", "complementary": "aside", "search": "form"}
_OWN_NAME = re.compile(r"[a-z][a-z0-9]*[-:][a-z][a-z0-9:-]*")
_LEVEL = re.compile(r"\blevel(\d)")
_KIX = re.compile(r"\blst-kix_\w+-(\d)\b")
_LENGTH = re.compile(r"(\d{1,3}(?:\.\d+)?)(pt|in|cm)")
_LARGE = re.compile(r"(?:2[6-9]|[3-9]\d)(?:\.\d+)?pt")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35}


Style = Mapping[str, str]
"""What is said of the look of an element, by the names that CSS gives it."""


class LineStyle(NamedTuple):
    style: lines.Style = "text"
    level: int = 0


def is_element(name: str, ended: set[str]) -> bool:
    """Whether a tag is one: known, a program's own, or `ended` somewhere in the page. “<insert quote>” is words."""
    return name in _KNOWN or name in ended or bool(_OWN_NAME.fullmatch(name))


def classes(attributes: Mapping[str, str]) -> set[str]:
    return set(attributes.get("class", "").lower().split())


def is_large(style: Style) -> bool:
    return bool(_LARGE.match(style.get("font-size", "")))


def line_style(name: str, attributes: Mapping[str, str], style: Style) -> LineStyle | None:
    """Of what kind the lines inside are; None: as those around."""
    names = classes(attributes)
    if (name == "p" or name in _HEADINGS) and names & {"msotitle", "title"}:
        return LineStyle("title")
    if name in _HEADINGS:
        return LineStyle("heading", int(name[1]))
    if attributes.get("role", "").lower() == "heading":
        level = attributes.get("aria-level", "2")
        return LineStyle("heading", int(level) if level in set("123456") else 2)
    if names & {"msofootnotetext", "msoendnotetext"}:
        return LineStyle("note")
    if match := _LEVEL.search(style.get("mso-list", "")):
        return LineStyle("bullet", int(match[1]))
    return None


def level_of_list(attributes: Mapping[str, str]) -> int:
    """How deep the points of a list from Google Docs stand, from 1 on; 0 where it does not say."""
    match = _KIX.search(attributes.get("class", "").lower())
    return int(match[1]) + 1 if match else 0


def level_of_point(attributes: Mapping[str, str]) -> int:
    level = attributes.get("aria-level") or attributes.get("data-aria-level", "")
    return int(level) if level in set("123456789") else 0


def level_in_word(attributes: Mapping[str, str], style: Style) -> int:
    """How deep a paragraph of Word stands as a point of a list, by half inches; 0 where it is none."""
    if not any(name.startswith("msolist") for name in classes(attributes)):
        return 0
    margin = _LENGTH.fullmatch(style.get("margin-left", ""))
    return max(round(float(margin[1]) * _POINTS[margin[2]] / 36), 1) if margin else 1


def aside_of(name: str, attributes: Mapping[str, str]) -> Aside | None:
    return _ASIDES.get(name) or _ROLES.get(attributes.get("role", "").lower())


_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
