"""What the elements and attributes of HTML say about words, in pages and in what Word and Google Docs copy."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from briefings.importing.lines import Aside, Style

_VOID = "area base br col embed hr img input link meta param source track wbr"
_BLOCKS = """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html label legend li main menu nav ol optgroup
    option p pre section select summary table tbody td template textarea tfoot th thead title tr ul"""
_DROPPED = "script style noscript template xml svg math object iframe canvas audio video datalist"
_WITHIN_LINES = """a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd mark marquee nobr output
    picture q rb rp rt ruby s samp small span strike strong sub sup time tt u var meter progress slot"""
VOID = frozenset(_VOID.split())
BLOCKS = frozenset(_BLOCKS.split())
DROPPED = frozenset(_DROPPED.split())
_KNOWN = VOID | BLOCKS | DROPPED | frozenset(_WITHIN_LINES.split())
LISTS = {"ul", "ol", "menu", "dir"}
HIDES_NO_WORDS = {"style", "xml"}
TRACKED = {"del", "ins"}
# What ends, when one of these begins, what of the same kind stands open since the last of the others.
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
_NOTE_ID = re.compile(r"(?:fn|ftn|edn|ftnt|footnote|endnote|cite_note)[-_:]?\d{1,4}")


class LineStyle(NamedTuple):
    style: Style = "text"
    level: int = 0


def is_element(name: str, ended: set[str]) -> bool:
    """Whether a tag is one: known, a program's own, or `ended` somewhere in the page. “<insert quote>” is words."""
    return name in _KNOWN or name in ended or bool(_OWN_NAME.fullmatch(name))


def declarations(attributes: Mapping[str, str]) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in attributes.get("style", "").lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def classes(attributes: Mapping[str, str]) -> set[str]:
    return set(attributes.get("class", "").lower().split())


def weight(name: str, style: Mapping[str, str]) -> bool | None:
    """Whether the words are strong; None: as those around. `<b style="font-weight:normal">` is Google's and is not."""
    value = style.get("font-weight", "").removesuffix("!important").strip()
    if value in {"bold", "bolder"} or (value.isdigit() and len(value) <= 4 and int(value) >= 600):
        return True
    if value and not value.startswith("inherit"):
        return False
    return True if name in {"b", "strong"} else None


def slant(name: str, style: Mapping[str, str]) -> bool | None:
    value = style.get("font-style", "")
    if value.startswith(("italic", "oblique")):
        return True
    if value.startswith("normal"):
        return False
    return True if name in {"i", "em"} else None


def is_hidden(attributes: Mapping[str, str], style: Mapping[str, str]) -> bool:
    return (
        "hidden" in attributes
        or style.get("display", "").startswith("none")
        or style.get("mso-hide") == "all"
        or attributes.get("aria-hidden", "").lower() == "true"
    )


def is_comment(style: Mapping[str, str]) -> bool:
    """What a reader of the draft wrote beside it, as Word puts it into a page."""
    return style.get("mso-element", "").startswith("comment")


def line_style(name: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> LineStyle | None:
    """What the lines inside are; None: as those around."""
    named = classes(attributes)
    if (name == "p" or name in _HEADINGS) and named & {"msotitle", "title"}:
        return LineStyle("title")
    if name in _HEADINGS:
        return LineStyle("heading", int(name[1]))
    if attributes.get("role", "").lower() == "heading":
        level = attributes.get("aria-level", "2")
        return LineStyle("heading", int(level) if level in set("123456") else 2)
    is_note = _NOTE_ID.fullmatch(attributes.get("id", "").lower()) and name in {"li", "div", "p", "aside"}
    if is_note or named & {"msofootnotetext", "msoendnotetext"}:
        return LineStyle("note")
    if found := _LEVEL.search(style.get("mso-list", "")):
        return LineStyle("bullet", int(found[1]))
    return None


def aside_of(name: str, attributes: Mapping[str, str]) -> Aside | None:
    return _ASIDES.get(name) or _ROLES.get(attributes.get("role", "").lower())


_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
