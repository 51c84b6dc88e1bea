"""A page as a tree, to read from it what readers see and what others make of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from tests.outputs.pages import VOID


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parts: list["Element | str"] = field(default_factory=list)

    def all(self, tag: str = "", **wanted: str) -> Iterator["Element"]:
        """Every element below it with that tag and these attributes, in order; of `class`, one of its names."""
        for part in self.parts:
            if isinstance(part, Element):
                if tag in ("", part.tag) and all(part.has(name, value) for name, value in wanted.items()):
                    yield part
                yield from part.all(tag, **wanted)

    def first(self, tag: str = "", **wanted: str) -> "Element":
        return next(self.all(tag, **wanted))

    def has(self, name: str, value: str) -> bool:
        own = self.attributes.get(name)
        return own is not None and (value in own.split() if name == "class" else own == value)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    @property
    def text(self) -> str:
        """The words in it, each space one."""
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, str):
                yield part
            elif part.tag not in ("script", "style"):
                breaks = part.tag in ("p", "li", "br", "h1", "h2", "h3", "div", "figcaption")
                yield from (" " * breaks, *part._words(), " " * breaks)

    def meta(self, name: str) -> list[str]:
        """What the head says under a name or a property."""
        found = (
            one for one in self.all("meta") if name in (one.attributes.get("name"), one.attributes.get("property"))
        )
        return [one["content"] for one in found]

    @property
    def data(self) -> list[dict[str, Any]]:
        """The things of schema.org that it holds."""
        scripts = list(self.all("script", type="application/ld+json"))
        assert len(scripts) < 2
        graphs = [json.loads("".join(one.parts)) for one in scripts]
        assert all(graph["@context"] == "https://schema.org" for graph in graphs)
        return [thing for graph in graphs for thing in graph["@graph"]]

    def things(self, kind: str) -> list[dict[str, Any]]:
        return [thing for thing in self.data if thing["@type"] == kind]


class _Growing(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.opened = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.opened[-1].parts.append(element)
        if tag not in VOID:
            self.opened.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.opened[-1].parts.append(data)


def tree(html: str) -> Element:
    growing = _Growing()
    growing.feed(html)
    growing.close()
    return growing.opened[0]
