"""Which elements of a page a selector of CSS is about, decided while the page is read, by what is before and around.

What only the rest of the page could decide (`:last-child`, `:has(…)`) is taken as true, and the selector is not sure.
What a reader does (`:hover`) is taken as false, and what stands in no page (`::before`, `:empty`) holds no words.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple, Optional

_NAME = r"(?:[\w-]|[^\x00-\x7f]|\\[0-9a-f]{1,6}\s?|\\.)+"
_TOKEN = re.compile(
    rf"(?P<between>\s*[>+~]\s*|\s+)|(?P<key>[.#]?{_NAME})|(?P<any>\*)|::(?P<part>[\w-]+)|:(?P<state>[\w-]+)(?P<opens>\()?"
    rf"|\[\s*(?P<attribute>{_NAME})\s*(?:(?P<how>[~|^$*]?)=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\]]+)\s*[is]?\s*)?\]"
)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))")
_APART = re.compile(r"\"[^\"]*\"|'[^']*'|\\.|[()\[\],]")
_EVERY = re.compile(r"([+-]?\d{0,4})n\s*(?:([+-])\s*(\d{1,4}))?|([+-]?\d{1,4})")
_WORDS = {"odd": "2n+1", "even": "2n"}
_VALUES = {
    "": "{}",
    "~": r"(?:.*\s)?{}(?:\s.*)?",
    "|": "{}(?:-.*)?",
    "^": "{}.*",
    "$": ".*{}",
    "*": ".*{}.*",
}
_STATES = """active after autofill backdrop before blank current empty first-letter first-line focus focus-visible
    focus-within fullscreen future host host-context hover indeterminate invalid modal out-of-range past
    placeholder-shown playing popover-open target target-within user-invalid user-valid visited"""
_NEVER = frozenset(_STATES.split())
_ALWAYS = {"defined", "enabled", "read-only", "valid"}
_AS_ATTRIBUTES = {"checked": "checked", "disabled": "disabled", "open": "open", "link": "href", "any-link": "href"}
_ONE_OF = {"is", "where", "matches", "any", "-webkit-any", "-moz-any"}
_DEEPEST = 4
LONGEST = 10_000
"""Characters. Nobody writes longer ones, but a sheet whose rules nest in each other could."""


@dataclass(eq=False, slots=True)
class Element:
    """An element that is open, or was: `before` is the sibling before it.

    `number` is its place among its siblings, `of_kind` that among those of its name. `inside`: how many elements of
    each name it holds so far, and under "" how many in all; `last` is the last of them.
    """

    name: str
    keys: frozenset[str]
    attributes: Mapping[str, str]
    around: Optional["Element"] = None
    before: Optional["Element"] = None
    number: int = 0
    of_kind: int = 0
    inside: Counter[str] = field(default_factory=Counter)
    last: Optional["Element"] = None

    def begin(self) -> None:
        """Takes its place in the element around it."""
        if self.around:
            self.before, self.around.last = self.around.last, self
            self.around.inside.update(("", self.name))
            self.number, self.of_kind = self.around.inside[""], self.around.inside[self.name]


class Compound(NamedTuple):
    """What one element has to have: `keys` are its name, classes and id. `asks`: what else is asked about it."""

    keys: frozenset[str] = frozenset()
    values: tuple[tuple[str, re.Pattern[str]], ...] = ()
    asks: tuple[Callable[[Element, Callable[[], None]], bool], ...] = ()

    def may_fit(self, keys: frozenset[str], attributes: Mapping[str, str]) -> bool:
        return self.keys <= keys and all(
            name in attributes and value.fullmatch(attributes[name].lower()) for name, value in self.values
        )


class Selector(NamedTuple):
    """`own` is what the element has to have; `around` what others have, the nearest first, each with its relation."""

    own: Compound
    around: tuple[tuple[str, Compound], ...] = ()
    weight: tuple[int, int, int] = (0, 0, 0)
    is_sure: bool = True

    def is_about(self, element: Element, step: Callable[[], None]) -> bool:
        """`step` is called for every further element that is looked at."""
        return self.own.may_fit(element.keys, element.attributes) and self.holds(element, step)

    def holds(self, element: Element, step: Callable[[], None], at: int = 0) -> bool:
        """As `is_about`, for an element that the compound number `at`, counted from the last, may fit."""
        compound = self.around[at - 1][1] if at else self.own
        if compound.asks and not all(ask(element, step) for ask in compound.asks):
            return False
        if at == len(self.around):
            return True
        relation, compound = self.around[at]
        for other in _others(element, relation):
            step()
            if compound.may_fit(other.keys, other.attributes) and self.holds(other, step, at + 1):
                return True
        return False


def _others(element: Element, relation: str) -> Iterator[Element]:
    """The elements that stand in such a relation to `element`, the nearest first."""
    is_before = relation in {"+", "~"}
    other = element.before if is_before else element.around
    while other:
        yield other
        other = None if relation in {"+", ">"} else other.before if is_before else other.around


def selectors_of(text: str, depth: int = 0) -> Iterator[Selector]:
    """Each of a list of selectors in small letters; those that cannot be read are skipped, as in browsers."""
    for part in split(text) if depth < _DEEPEST else ():
        if len(part) <= LONGEST and (selector := _Reading(depth).read(part.strip())):
            yield selector


def split(text: str) -> list[str]:
    """The parts of the text between its commas; those in brackets and quotation marks part nothing."""
    parts, start, depth = [], 0, 0
    for match in _APART.finditer(text):
        depth += (match[0] in "([") - (match[0] in ")]") if len(match[0]) == 1 else 0
        if match[0] == "," and not depth:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


class _Reading:
    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.around: list[tuple[str, Compound]] = []
        self.own = Compound()
        self.weight = [0, 0, 0]  # ids, classes and their like, names
        self.is_sure = True

    def read(self, text: str) -> Selector | None:
        position = 0
        while position < len(text):
            token = _TOKEN.match(text, position)
            if not token or token["part"]:
                return None
            position = token.end()
            if token["between"]:
                self.around.insert(0, (token["between"].strip() or " ", self.own))
                self.own = Compound()
            elif token["opens"]:
                end = _closing(text, position)
                if not self._function(token["state"], text[position:end]):
                    return None
                position = end + 1
            elif not self._simple(token):
                return None
        return Selector(self.own, tuple(self.around), tuple(self.weight), self.is_sure) if text else None

    def _simple(self, token: re.Match[str]) -> bool:
        """Adds a part without brackets to the compound; whether any element can fit it."""
        if key := token["key"]:
            key = _ESCAPE.sub(lambda one: chr(min(int(one[1], 16), 0x10FFFF)) if one[1] else one[2], key)
            self.weight["#.".find(key[0])] += 1
            self.own = self.own._replace(keys=self.own.keys | {key})
        elif token["attribute"]:
            self._value(token["attribute"], token["how"] or "", token["value"])
        elif state := token["state"]:
            return self._state(state)
        return True

    def _value(self, name: str, how: str, value: str | None) -> None:
        wanted = re.escape(value.strip("\"'")) if value else ""
        pattern = _VALUES[how].format(wanted) if value else ".*"
        self.weight[1] += 1
        self.own = self.own._replace(values=(*self.own.values, (name, re.compile(pattern, re.DOTALL))))

    def _ask(self, ask: Callable[[Element, Callable[[], None]], bool]) -> None:
        self.weight[1] += 1
        self.own = self.own._replace(asks=(*self.own.asks, ask))

    def _state(self, state: str) -> bool:
        if state == "root":
            self.own = self.own._replace(keys=self.own.keys | {"html"})
        elif state in _AS_ATTRIBUTES:
            self._value(_AS_ATTRIBUTES[state], "", None)
        elif state == "first-child":
            self._ask(lambda element, _: element.number == 1)
        elif state == "first-of-type":
            self._ask(lambda element, _: element.of_kind == 1)
        elif state not in _ALWAYS:
            self.is_sure = False
        return state not in _NEVER and not state.startswith("-")

    def _function(self, name: str, inside: str) -> bool:
        if name == "not":
            options = [one for one in selectors_of(inside, self.depth + 1) if self._is_sure(one)]
            self._ask(lambda element, step: not any(one.is_about(element, step) for one in options))
        elif name in _ONE_OF:
            either = list(selectors_of(inside, self.depth + 1))
            self.is_sure &= all(one.is_sure for one in either)
            self._ask(lambda element, step: any(one.is_about(element, step) for one in either))
        elif name in {"nth-child", "nth-of-type"} and (
            formula := _EVERY.fullmatch(_WORDS.get(inside.strip(), inside.strip()))
        ):
            number = attrgetter("of_kind" if name == "nth-of-type" else "number")
            self._ask(lambda element, _: _is_one_of_every(number(element), formula))
        else:
            self.is_sure = False
        return name not in _NEVER

    def _is_sure(self, selector: Selector) -> bool:
        self.is_sure &= selector.is_sure
        return selector.is_sure


def _closing(text: str, position: int) -> int:
    """Where the bracket closes that was opened before `position`; the end where it does not."""
    depth = 1
    for match in _APART.finditer(text, position):
        depth += (match[0] in "([") - (match[0] in ")]") if match[0] != "," else 0
        if not depth:
            return match.start()
    return len(text)


def _is_one_of_every(number: int, formula: re.Match[str]) -> bool:
    """Whether a number is one of those that “2n+1” means."""
    if formula[4]:
        return number == int(formula[4])
    step = int(formula[1] + "1") if formula[1] in {"", "+", "-"} else int(formula[1])
    rest = number - int(f"{formula[2] or ''}{formula[3] or 0}")
    return rest == 0 if not step else rest % step == 0 and rest // step >= 0
