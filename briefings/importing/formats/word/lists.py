"""The lists of a Word document: which of them count, and what stands before a point where that says something."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from briefings.importing.formats.numbering import sign
from briefings.importing.formats.package import walk
from briefings.importing.formats.word.styles import Styles

_PLACE = re.compile(r"%([1-9])")
_KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_OWN = "of one list: "


@dataclass
class Level:
    """One depth of a list. `text`: what stands before a point, “%1” for its number."""

    format: str = "bullet"
    text: str = ""
    start: int = 1
    style: str = ""

    @property
    def counts(self) -> bool:
        return self.format not in {"bullet", "none"}


@dataclass
class Lists:
    """`levels`: by list and depth. `definitions`: the list that the id in a paragraph stands for. `restarts`: by id."""

    levels: defaultdict[str, dict[int, Level]] = field(default_factory=lambda: defaultdict(dict))
    definitions: dict[str, str] = field(default_factory=dict)
    restarts: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    linked: dict[str, str] = field(default_factory=dict)
    _counts: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def level(self, list_id: str, depth: int) -> Level:
        own = self.levels[_OWN + list_id].get(depth)
        return own or self.levels[self.definitions.get(list_id, "")].get(depth) or Level()

    def depth_of(self, list_id: str, style_id: str) -> int:
        """The depth that a list has for paragraphs of a style."""
        levels = self.levels[self.definitions.get(list_id, "")]
        return next((depth for depth, level in levels.items() if style_id and level.style == style_id), 0)

    def marker(self, list_id: str, depth: int, *, goes_on: bool, is_heading: bool = False) -> str:
        """Counts a further point, and returns what stands before it if a list would not show that by itself.

        `goes_on`: the line above is a point of the same list. `is_heading`: no list shows its number.
        """
        level = self.level(list_id, depth)
        counts = self._counts[self.definitions.get(list_id, "")]
        restart = self.restarts[list_id].pop(depth, None)
        counts[depth] = restart if restart is not None else counts.get(depth, level.start - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        words = _PLACE.sub("", level.text)
        if any(map(str.isalpha, words)):
            return self._filled(list_id, level, depth)
        is_needed = is_heading or (not goes_on and counts[depth] != 1)
        return self._filled(list_id, level, depth) if level.counts and is_needed else ""

    def _filled(self, list_id: str, level: Level, depth: int) -> str:
        counts = self._counts[self.definitions.get(list_id, "")]

        def number(place: re.Match[str]) -> str:
            above = int(place[1]) - 1
            at = self.level(list_id, above)
            count, kind = counts.get(above, at.start), _KINDS.get(at.format, "1")
            # After z Word writes aa and bb, and not ab.
            times, letter = divmod(count - 1, 26) if kind in "aA" and count > 0 else (0, count - 1)
            return sign(letter + 1, kind) * (times + 1)

        return _PLACE.sub(number, level.text or f"%{depth + 1}.").strip()


def lists_of(xml: bytes, styles: Styles) -> Lists:
    lists = Lists()
    now, at, list_id, by_style = Level(), 0, "", {}
    abstract = ""

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal now, at, list_id, abstract
        value = attributes.get("val", "")
        match name:
            case "abstractNum":
                abstract = attributes.get("abstractNumId", "")
            case "styleLink":
                by_style[value] = abstract
            case "numStyleLink":
                lists.linked[abstract] = value
            case "lvl":
                now, at = Level(), _depth(attributes.get("ilvl", ""))
                lists.levels[abstract].setdefault(at, now)
            case "start" if value.isdecimal():
                now.start = int(value)
            case "numFmt":
                now.format = value
            case "lvlText":
                now.text = value
            case "pStyle":
                now.style = value
            case "num":
                list_id = attributes.get("numId", "")
                abstract = _OWN + list_id
            case "abstractNumId":
                lists.definitions[list_id] = value
            case "lvlOverride":
                at = _depth(attributes.get("ilvl", ""))
            case "startOverride" if value.isdecimal():
                lists.restarts[list_id][at] = int(value)

    if xml:
        walk(xml, start)
    for linking, style in lists.linked.items():
        definition = by_style.get(style) or lists.definitions.get(styles.numbering(style)[0], "")
        for depth, level in lists.levels[definition].items():
            lists.levels[linking].setdefault(depth, level)
    return lists


def _depth(written: str) -> int:
    return int(written) if re.fullmatch("[0-8]", written) else 0
