"""What style sheets say about the words of a page, as far as it matters: whether they show, stand out, or are struck.

Only the sheets in the page itself are read. A rule whose selector is not sure counts only where it hides words.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from briefings.importing.formats.html_hidden import hiding_of
from briefings.importing.formats.html_selectors import Element, Selector, selectors_of
from briefings.importing.formats.html_sheets import Rule, declarations_in, rules_of
from briefings.importing.unreadable import Unreadable
from briefings.messages import Message

MOST_STEPS = 2_000_000
"""Comparisons of a rule with an element. A page as large as a draft may be needs a tenth of them."""
_STEPS_TO_READ = 5
"""Of a selector, a character."""
_MOST_KEPT = 20_000

_NAMES = """font-weight font-style font-size display visibility opacity text-decoration text-decoration-line
    vertical-align mso-hide mso-list mso-element mso-text-raise clip clip-path position left top right bottom
    text-indent width height max-height overflow transform transition animation filter content-visibility white-space
    list-style-type margin-left color background background-color background-image"""
_MATTERS = frozenset(_NAMES.split())


class _Rule(NamedTuple):
    """Of two rules the one of greater `weight` wins. `ordinary` and `important` are those of its `Rule`."""

    selector: Selector
    weight: tuple[int, ...]
    ordinary: dict[str, str]
    important: dict[str, str]


class Styles:
    """Raises Unreadable where there are too many rules to follow."""

    def __init__(self, page: str) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._count = self._steps = 0
        self._open = [Element("", frozenset(), {})]
        self._asked: set[str] = set()
        self._asks_before = False
        self._known: dict[tuple[str | None, ...], tuple[_Rule, ...]] = {}
        for rule in rules_of(page):
            self._keep(rule)

    def begin(
        self, name: str, attributes: Mapping[str, str]
    ) -> tuple[Mapping[str, str], tuple[Callable[[], None], ...]]:
        """The style of an element inside the open ones, and the functions to call when it ends."""
        own, own_important = declarations_in(attributes["style"]) if "style" in attributes else ({}, {})
        if not self._rules:
            return own | own_important if own_important else own, ()
        element = self._element(name, attributes)
        ordinary: dict[str, str] = {}
        important: dict[str, str] = {}
        for rule in self._of(element):
            if rule.selector.holds(element, self._step):
                ordinary.update(rule.ordinary)
                important.update(rule.important)
        self._open.append(element)
        return ordinary | own | important | own_important, (partial(self._end, element),)

    def _end(self, element: Element) -> None:
        if self._open[-1] is element:
            self._open.pop()
        else:
            self._open.remove(element)

    def _element(self, name: str, attributes: Mapping[str, str]) -> Element:
        classes = {f".{css_class}" for css_class in attributes.get("class", "").lower().split()}
        keys = frozenset({name, f"#{attributes['id'].lower()}", *classes} if "id" in attributes else {name, *classes})
        element = Element(name, keys, attributes, self._open[-1])
        if self._asks_before:
            element.begin()
        return element

    def _of(self, element: Element) -> tuple[_Rule, ...]:
        """The rules that an element with such a name and such attributes may be about, the weightiest last."""
        signature = (element.name, *map(element.attributes.get, self._asked))
        if signature not in self._known:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            keys = ("", *element.keys, *(f"[{name}" for name in element.attributes))
            rules = [rule for key in keys for rule in self._rules.get(key, ())]
            self._step(len(rules))
            fitting = [rule for rule in rules if rule.selector.own.may_fit(element.keys, element.attributes)]
            self._known[signature] = tuple(sorted(fitting, key=lambda rule: rule.weight))
        self._step(len(self._known[signature]))
        return self._known[signature]

    def _step(self, count: int = 1) -> None:
        self._steps += count
        if self._steps > MOST_STEPS:
            raise Unreadable(
                Message("The page has too many rules of style to follow. Copy its words, and paste them instead.")
            )

    def _keep(self, rule: Rule) -> None:
        ordinary, important = _that_matters(rule.ordinary), _that_matters(rule.important)
        self._step(_STEPS_TO_READ * len(rule.selectors) if ordinary or important else 0)
        hides = hiding_of("span", {}, ordinary | important) is not None
        for selector in selectors_of(rule.selectors) if ordinary or important else ():
            if not selector.is_sure and not hides:
                continue
            own = selector.own
            self._count += 1
            self._asked |= {"class", *(name for name, _ in own.values), *("id" for key in own.keys if key[0] == "#")}
            self._asks_before |= bool(own.asks) or any(other.asks or sign in "+~" for sign, other in selector.around)
            keys = (
                *sorted(own.keys, key=lambda one: "#.".find(one[0]) % 3),
                *(f"[{name}" for name, _ in own.values),
                "",
            )
            weight = (*selector.weight, self._count)
            self._rules.setdefault(keys[0], []).append(_Rule(selector, weight, ordinary, important))


def _that_matters(declarations: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in declarations.items() if name in _MATTERS}
