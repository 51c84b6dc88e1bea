"""The style sheets in a page as rules: selectors and declarations. The screen is taken to be a wide one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from briefings.importing.formats.html_selectors import LONGEST, split

_PIECE = re.compile(
    r"/\*.*?(?:\*/|\Z)|<!--|-->|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|url\(\s*[^\"'()\s][^()]*\)|\\.|[{};]",
    re.DOTALL,
)
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_STYLE = re.compile(r"<!--|<style\b", re.IGNORECASE)
_STYLE_ENDS = re.compile(r"</style\b", re.IGNORECASE)
_MEDIA = re.compile(r"\smedia\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)
_WIDE = r"""\(\s*(?:min-(?:width|height)\s*:[^()]+|(?:width|height)\s*>=?[^()]+|max-width\s*:\s*(?:1[5-9]|[2-9]\d)\d\dpx
    |(?:any-)?hover\s*:\s*hover|(?:any-)?pointer\s*:\s*fine|orientation\s*:\s*landscape|scripting\s*:\s*enabled
    |prefers-[a-z-]+\s*:\s*(?:no-preference|light)|color)\s*\)"""
_FOR_SCREENS = re.compile(
    rf"(?:(?:only\s+)?(?:all|screen)|not\s+(?:print|speech)|{_WIDE})(?:\s+and\s+{_WIDE})*".replace("\n    ", ""),
    re.IGNORECASE,
)
_READ_INSIDE = re.compile(r"@(?:media(?P<media>.*)|supports(?!\s*not\b).*|layer\b.*|container\b.*)", re.DOTALL)
_SIZE = re.compile(r"(?:^|(?<=\s))(\d*\.?\d+(?:px|pt|r?em|%)?)(?=\s*/|\s|$)")
_LONGEST_VALUE = 200
_SAME = {"-webkit-clip-path": "clip-path", "-webkit-text-fill-color": "color", "list-style": "list-style-type"}


class Rule(NamedTuple):
    """Its declarations by name: `important` are those marked so, which win over all `ordinary` ones."""

    selectors: str
    ordinary: dict[str, str]
    important: dict[str, str]


@dataclass
class _Block:
    """What stands between braces. `selectors`: which elements it is about; None where it is not read."""

    selectors: str | None = None
    declarations: list[str] = field(default_factory=list)


def rules_of(page: str) -> Iterator[Rule]:
    """The rules of every style element that stands in no comment and is for the screen."""
    for sheet in _sheets_in(page):
        yield from _rules_in(sheet.lower())


def declarations_in(style: str) -> tuple[dict[str, str], dict[str, str]]:
    """The declarations of a style by name, in small letters: the ordinary ones, and those marked as important."""
    ordinary: dict[str, str] = {}
    important: dict[str, str] = {}
    for entry in _STRING.sub('""', style.lower()).split(";"):
        name, _, value = entry.partition(":")
        value, sign, _ = value.partition("!")
        name, value = name.strip(), value.strip()[:_LONGEST_VALUE]
        into = important if sign else ordinary
        into[_SAME.get(name, name)] = value
        if longhands := _LONGHANDS.get(name):
            into.update(longhands(value))
    return ordinary, important


def _font(value: str) -> dict[str, str]:
    sizes = _SIZE.findall(value)
    longhands = {"font-size": sizes[-1]} if sizes else {}
    longhands |= {"font-weight": "bold"} if "bold" in value else {}
    return longhands | ({"font-style": "italic"} if "italic" in value else {})


def _left_of(value: str) -> str:
    """Of up to four values, for the sides from the top on, the one for the left."""
    values = value.split()
    return values[(0, 1, 1, 3)[min(len(values), 4) - 1]] if values else ""


_LONGHANDS: dict[str, Callable[[str], dict[str, str]]] = {
    "font": _font,
    "margin": lambda value: {"margin-left": _left_of(value)},
    "inset": lambda value: {"top": value.partition(" ")[0], "left": _left_of(value)},
}


def _sheets_in(page: str) -> Iterator[str]:
    position, comments_end = 0, True
    while opening := _STYLE.search(page, position):
        position = opening.end()
        if opening[0] == "<!--":
            end = page.find("-->", position - 2) if comments_end else -1
            comments_end = end >= 0
            position = end + 3 if comments_end else position
            continue
        begins = page.find(">", position) + 1
        ends = _STYLE_ENDS.search(page, begins) if begins else None
        if not ends:
            return
        media = _MEDIA.search(page, position, begins)
        if not media or not media[1].strip() or _is_for_screens(media[1]):
            yield page[begins : ends.start()]
        position = ends.end()


def _is_for_screens(media: str) -> bool:
    return any(_FOR_SCREENS.fullmatch(medium.strip()) for medium in media.split(","))


def _rules_in(sheet: str) -> Iterator[Rule]:
    around = [_Block("")]
    words: list[str] = []
    position = 0
    for piece in _PIECE.finditer(sheet):
        words.append(sheet[position : piece.start()])
        position, sign = piece.end(), piece[0]
        if sign not in "{};":
            words.append(" " if sign.startswith(("/*", "<!--", "-->")) else sign)
            continue
        text, words = "".join(words).strip(), []
        if sign == "{":
            yield from _rules_of(around[-1])
            around.append(_Block(_inside(around[-1].selectors, text)))
        elif around[-1].selectors:
            around[-1].declarations.append(text)
        if sign == "}":
            yield from _rules_of(around[-1])
            around = around[:-1] or [_Block("")]
    around[-1].declarations += ["".join(words), sheet[position:]]
    yield from _rules_of(around[-1])


def _inside(outer: str | None, prelude: str) -> str | None:
    """The selectors of a block that begins with `prelude` inside a block with the selectors `outer`."""
    if outer is None:
        return None
    if prelude.startswith("@"):
        at_rule = _READ_INSIDE.fullmatch(prelude)
        return outer if at_rule and (at_rule["media"] is None or _is_for_screens(at_rule["media"])) else None
    if not outer:
        return prelude
    parts = [part if "&" in part else f"& {part.strip()}" for part in split(prelude)]
    inner = ",".join(parts).replace("&", f":is({outer})")
    return inner if len(inner) <= LONGEST else None


def _rules_of(block: _Block) -> Iterator[Rule]:
    text, block.declarations = ";".join(block.declarations), []
    if block.selectors and text:
        yield Rule(block.selectors, *declarations_in(text))
