"""The style sheets that stand in a page, as rules: selectors, and what they say. The screen is a wide one."""

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
    """`insists`: that of what it says which is important, and wins over all that is said without that word."""

    selectors: str
    says: dict[str, str]
    insists: dict[str, str]


@dataclass
class _Block:
    """What stands between braces. `selectors` of what it is about; None: it is not read."""

    selectors: str | None = None
    said: list[str] = field(default_factory=list)


def rules_of(page: str) -> Iterator[Rule]:
    """The rules of every style element that stands in no comment and is for the screen."""
    for sheet in _sheets_in(page):
        yield from _rules_in(sheet.lower())


def declarations(style: str) -> dict[str, str]:
    """What a list of declarations says, by name, all in small letters. What is important wins over what follows."""
    says, insists = said_in(style)
    return says | insists


def said_in(style: str) -> tuple[dict[str, str], dict[str, str]]:
    """What declarations say, and that of it which is important."""
    says: dict[str, str] = {}
    insists: dict[str, str] = {}
    for entry in _STRING.sub('""', style.lower()).split(";"):
        name, _, value = entry.partition(":")
        value, sign, _ = value.partition("!")
        name, value = name.strip(), value.strip()[:_LONGEST_VALUE]
        into = insists if sign else says
        into[_SAME.get(name, name)] = value
        if longhands := _LONGHANDS.get(name):
            into.update(longhands(value))
    return says, insists


def _font(value: str) -> dict[str, str]:
    found = _SIZE.findall(value)
    said = {"font-size": found[-1]} if found else {}
    said |= {"font-weight": "bold"} if "bold" in value else {}
    return said | ({"font-style": "italic"} if "italic" in value else {})


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
    while found := _STYLE.search(page, position):
        position = found.end()
        if found[0] == "<!--":
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
    for found in _PIECE.finditer(sheet):
        words.append(sheet[position : found.start()])
        position, sign = found.end(), found[0]
        if sign not in "{};":
            words.append(" " if sign.startswith(("/*", "<!--", "-->")) else sign)
            continue
        text, words = "".join(words).strip(), []
        if sign == "{":
            yield from _said(around[-1])
            around.append(_Block(_inside(around[-1].selectors, text)))
        elif around[-1].selectors:
            around[-1].said.append(text)
        if sign == "}":
            yield from _said(around[-1])
            around = around[:-1] or [_Block("")]
    around[-1].said += ["".join(words), sheet[position:]]
    yield from _said(around[-1])


def _inside(outer: str | None, prelude: str) -> str | None:
    """What the block is about that begins so inside another one."""
    if outer is None:
        return None
    if prelude.startswith("@"):
        found = _READ_INSIDE.fullmatch(prelude)
        return outer if found and (found["media"] is None or _is_for_screens(found["media"])) else None
    if not outer:
        return prelude
    parts = [part if "&" in part else f"& {part.strip()}" for part in split(prelude)]
    inner = ",".join(parts).replace("&", f":is({outer})")
    return inner if len(inner) <= LONGEST else None


def _said(block: _Block) -> Iterator[Rule]:
    said, block.said = ";".join(block.said), []
    if block.selectors and said:
        yield Rule(block.selectors, *said_in(said))
