"""A strict XML reader for the tests: expat refuses what is not well-formed."""

from dataclasses import dataclass, field
from xml.parsers.expat import ParserCreate


@dataclass
class Node:
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> list["Node"]:
        return [child for child in self.children if child.name == name]

    def one(self, name: str) -> "Node":
        (element,) = self.all(name)
        return element


def read(data: bytes | str) -> Node:
    """The root of a document; names keep their prefixes. Raises ExpatError."""
    stack = [Node("")]

    def opened(name: str, attributes: dict[str, str]) -> None:
        stack.append(Node(name, attributes))
        stack[-2].children.append(stack[-1])

    def words(text: str) -> None:
        stack[-1].text += text

    parser = ParserCreate()
    parser.StartElementHandler = opened
    parser.EndElementHandler = lambda name: stack.pop()
    parser.CharacterDataHandler = words
    parser.Parse(data, True)
    return stack[0].children[0]


def read_html(fragment: str) -> Node:
    """Cleaned rich text as XML, which it is but for `<br>` and `&nbsp;`."""
    return read(f"<div>{fragment.replace('<br>', '<br/>').replace('&nbsp;', ' ')}</div>")
