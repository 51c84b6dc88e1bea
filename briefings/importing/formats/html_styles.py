"""What style sheets say about the words of a page, as far as it matters: whether they show, stand out, or are struck.

This reads the sheets that stand in the page itself, and of each rule the names, classes and ids in its selector. A
selector that asks for more (a state, an attribute, a place among siblings) applies to nothing, as does a rule for
paper or for narrow screens: the screen is a wide one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefings.importing.unreadable import Unreadable

MOST_STEPS = 2_000_000
"""Comparisons of a rule with an element. A page as large as a draft may be needs a tenth of them."""
_MOST_KEPT = 20_000

_NAMES = """font-weight font-style font-size display visibility opacity text-decoration text-decoration-line
    vertical-align mso-hide mso-list mso-element mso-text-raise clip clip-path position left top text-indent width
    height max-height overflow transform transition animation white-space list-style-type margin-left color background
    background-color background-image"""
_MATTERS = frozenset(_NAMES.split())
_NOTE = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_FOR_SCREENS = re.compile(
    r"(?:only\s+)?(?:all|screen)(?:\s+and\s+WIDE)*|WIDE(?:\s+and\s+WIDE)*".replace(
        "WIDE", r"\(\s*(?:min-width\s*:|width\s*>=?)\s*[\w.]+\s*\)"
    ),
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"[a-z][a-z0-9]*(?:[.#][\w-]+)*|(?:[.#][\w-]+)+")
_SIMPLE = re.compile(r"[.#]?[\w-]+")
_BETWEEN = re.compile(r"\s*>\s*|\s+")
_STYLE = re.compile(r"<!--|<style\b", re.IGNORECASE)
_STYLE_ENDS = re.compile(r"</style\b", re.IGNORECASE)
_MEDIA = re.compile(r"\smedia\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)


class _Rule(NamedTuple):
    """`own`: what an element has to have; `around`: what has to be open around it; `weight`: which rule wins.

    `insists`: that of what it says which is important, and wins over every rule that says it without that word.
    """

    own: frozenset[str]
    around: frozenset[str]
    weight: tuple[int, int, int, int]
    says: dict[str, str]
    insists: dict[str, str]


class Styles:
    """Raises Unreadable where there are too many rules to follow."""

    def __init__(self, page: str) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._count = self._steps = 0
        self._around: Counter[str] = Counter()
        self._known: dict[tuple[str, str, str], tuple[_Rule, ...]] = {}
        for sheet in _sheets_in(page):
            for selectors, says, insists in _rules_in(_NOTE.sub(" ", sheet)):
                self._keep(selectors, says, insists)

    def of(self, name: str, attributes: Mapping[str, str]) -> Mapping[str, str]:
        """All that is said of an element inside those that are open, by its sheets and by itself."""
        own = declarations(attributes["style"]) if "style" in attributes else {}
        rules = self._of(name, attributes) if self._rules else ()
        if not rules:
            return own
        found: dict[str, str] = {}
        insists: dict[str, str] = {}
        for rule in rules:
            if all(self._around[simple] for simple in rule.around):
                found.update(rule.says)
                insists.update(rule.insists)
        return found | own | insists | (_important(attributes["style"]) if insists and own else {})

    def open(self, name: str, attributes: Mapping[str, str]) -> tuple[str, ...]:
        """From now on the element is around others, until what this gives is handed to `close`."""
        if not self._rules:
            return ()
        keys = _keys(name, attributes)
        self._around.update(keys)
        return keys

    def close(self, keys: tuple[str, ...]) -> None:
        self._around.subtract(keys)

    def _of(self, name: str, attributes: Mapping[str, str]) -> tuple[_Rule, ...]:
        own = f"#{attributes.get('id', '').lower()}"
        called = (name, attributes.get("class", ""), own if own in self._rules else "")
        if called not in self._known:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            keys = frozenset(_keys(name, attributes))
            rules = [rule for key in keys for rule in self._rules.get(key, ())]
            self._step(len(rules))
            found = [rule for rule in rules if rule.own <= keys]
            self._known[called] = tuple(sorted(found, key=lambda rule: rule.weight))
        self._step(len(self._known[called]))
        return self._known[called]

    def _step(self, count: int) -> None:
        self._steps += count
        if self._steps > MOST_STEPS:
            raise Unreadable("The page has too many rules of style to follow. Copy its words, and paste them instead.")

    def _keep(self, selectors: str, says: dict[str, str], insists: dict[str, str]) -> None:
        for selector in selectors.lower().split(","):
            compounds = _BETWEEN.split(selector.strip())
            if not all(map(_COMPOUND.fullmatch, compounds)):
                continue
            self._count += 1
            parts = [_SIMPLE.findall(compound) for compound in compounds]
            every = [simple for part in parts for simple in part]
            signs = Counter(simple[0] for simple in every)
            weight = (signs["#"], signs["."], len(every) - signs["#"] - signs["."], self._count)
            around = frozenset(simple for part in parts[:-1] for simple in part)
            rule = _Rule(frozenset(parts[-1]), around, weight, says, insists)
            self._rules.setdefault(parts[-1][-1], []).append(rule)


def declarations(style: str) -> dict[str, str]:
    """What a list of declarations says, by name, all in small letters. What is important wins over what follows."""
    pairs = (entry.partition(":") for entry in style.lower().split(";"))
    says = {name.strip(): value.strip() for name, _, value in pairs}
    return says | _important(style) if "!" in style else says


def _important(style: str) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in style.lower().split(";") if "!" in entry)
    return {name.strip(): value.partition("!")[0].strip() for name, _, value in pairs}


def _keys(name: str, attributes: Mapping[str, str]) -> tuple[str, ...]:
    classes = [f".{found}" for found in attributes.get("class", "").lower().split()]
    return (name, *classes, f"#{attributes['id'].lower()}") if "id" in attributes else (name, *classes)


def _sheets_in(page: str) -> Iterator[str]:
    """The words of every style element that stands in no comment and is for the screen."""
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


def _rules_in(sheet: str) -> Iterator[tuple[str, dict[str, str], dict[str, str]]]:
    """The selectors of each rule with what it says that matters, and that of it which is important."""
    position = 0
    while (brace := sheet.find("{", position)) >= 0:
        selectors = re.split(r"[};]", sheet[position:brace])[-1].strip()
        if selectors.startswith("@"):
            is_read = selectors[:6].lower() == "@media" and _is_for_screens(selectors[6:])
            position = brace + 1 if is_read else _after_block(sheet, brace)
            continue
        end = sheet.find("}", brace)
        if end < 0:
            return
        position = end + 1
        says = _that_matters(declarations(sheet[brace + 1 : end]))
        if says:
            yield selectors, says, _that_matters(_important(sheet[brace + 1 : end]))


def _after_block(sheet: str, brace: int) -> int:
    depth = 0
    for found in _BRACE.finditer(sheet, brace):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.end()
    return len(sheet)


def _that_matters(says: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in says.items() if name in _MATTERS}
