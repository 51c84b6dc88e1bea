"""Formulas of a Word document in one line, with the value they have: “½”, “x²”, “√(a+b)”."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefings.importing.formats.scripts import Script, in_script

DEEPEST = 60
"""Elements inside one another. What stands deeper is written as if it stood here."""
_FRACTIONS = {unicodedata.normalize("NFKC", sign).replace("⁄", "/"): sign for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}
_ONE_TERM = re.compile(r"[−-]?\d+(?:[.,]\d+)*|[^\W\d_]\S*", re.ASCII)
_OPERATES = re.compile(r"[^\w.,′\s]|\s")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_SIGNS_OF_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}


@dataclass
class Node:
    """An element of a formula: `value` of its property, `words` of its text. `is_written`: it is in the line."""

    name: str
    value: str = ""
    words: str = ""
    is_written: bool = False
    inside: list["Node"] = field(default_factory=list)


class Formula:
    """Takes in the elements of a formula. `deleted`: what was deleted in it, as far as it has been written."""

    def __init__(self) -> None:
        self.root = Node("oMath")
        self._open = [self.root]
        self.deleted: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        node = Node(name, attributes.get("val", ""))
        self._open[min(len(self._open), DEEPEST) - 1].inside.append(node)
        self._open.append(node)

    def end(self) -> bool:
        """Whether the formula itself ended."""
        self._open.pop()
        return not self._open

    def words(self, words: str) -> None:
        if self._open and self._open[-1].name in {"t", "delText"}:
            self._open[-1].words += words

    def written(self) -> str:
        return " ".join(self._line(self.root).split())

    def _line(self, node: Node) -> str:
        if node.name.endswith("Pr"):
            return ""
        node.is_written = True
        write = _WRITERS.get(node.name)
        line = write(self, node) if write else node.words + self._all(node)
        # A part that an element of that name does not usually have is written behind the rest.
        return line + "".join(self._line(part) for part in node.inside if not part.is_written)

    def _all(self, node: Node) -> str:
        """All inside, a space between two parts whose digits would be one number."""
        line = last = ""
        for part in node.inside:
            words = self._line(part)
            is_run = part.name == last == "r"
            line += " " if words and line and not is_run and _would_fuse(line, words) else ""
            line += words
            last = part.name if words else last
        return line

    def _part(self, node: Node, name: str) -> str:
        return " ".join(self._parts(node, name))

    def _parts(self, node: Node, name: str) -> list[str]:
        return [self._line(part).strip() for part in node.inside if part.name == name]

    def _fraction(self, node: Node) -> str:
        over, under = self._part(node, "num"), self._part(node, "den")
        return f"{over} ¦ {under}" if _property(node, "type") == "noBar" else fraction(over, under)

    def _scripts(self, node: Node) -> str:
        base, low, high = _as_base(self._part(node, "e")), self._part(node, "sub"), self._part(node, "sup")
        written = _script(low, "sub") + _script(high, "super")
        return written + base if node.name == "sPre" else base + written

    def _limit(self, node: Node) -> str:
        return self._part(node, "e") + _script(self._part(node, "lim"), "sub" if node.name == "limLow" else "super")

    def _operator(self, node: Node) -> str:
        sign = _property(node, "chr", "∫")
        limits = _script(self._part(node, "sub"), "sub") + _script(self._part(node, "sup"), "super")
        return f"{sign}{limits} {self._part(node, 'e')}"

    def _root(self, node: Node) -> str:
        degree, inside = self._part(node, "deg"), self._part(node, "e")
        sign = _SIGNS_OF_ROOTS.get(degree) or f"{_script(degree, 'super')}√"
        return f"{sign}({inside})"

    def _brackets(self, node: Node) -> str:
        separator = _property(node, "sepChr", "|")
        inside = (f" {separator} " if separator == "|" else separator).join(self._parts(node, "e"))
        return f"{_property(node, 'begChr', '(')}{inside}{_property(node, 'endChr', ')')}"

    def _function(self, node: Node) -> str:
        name, of = self._part(node, "fName"), self._part(node, "e")
        return f"{name}{'' if of.startswith('(') else ' '}{of}"

    def _matrix(self, node: Node) -> str:
        return f"[{'; '.join(self._parts(node, 'mr'))}]"

    def _row(self, node: Node) -> str:
        return ", ".join(self._parts(node, "e"))

    def _lines(self, node: Node) -> str:
        return "; ".join(self._parts(node, "e"))

    def _accent(self, node: Node) -> str:
        mark = _property(node, "chr", "\u0302") if node.name == "acc" else "\u0305"
        if node.name == "bar" and _property(node, "pos", "bot") != "top":
            mark = "\u0332"
        base = self._part(node, "e")
        return unicodedata.normalize("NFC", (base if len(base) == 1 else f"({base})") + mark)

    def _deletion(self, node: Node) -> str:
        self.deleted.append(self._all(node).strip())
        return ""


_WRITERS = {
    "f": Formula._fraction,
    "sSup": Formula._scripts,
    "sSub": Formula._scripts,
    "sSubSup": Formula._scripts,
    "sPre": Formula._scripts,
    "limLow": Formula._limit,
    "limUpp": Formula._limit,
    "nary": Formula._operator,
    "rad": Formula._root,
    "d": Formula._brackets,
    "func": Formula._function,
    "m": Formula._matrix,
    "mr": Formula._row,
    "eqArr": Formula._lines,
    "acc": Formula._accent,
    "bar": Formula._accent,
    "br": lambda _, __: " ",
    "del": Formula._deletion,
    "moveFrom": Formula._deletion,
}


def fraction(over: str, under: str) -> str:
    """“½”, “a/b”, “(a+b)/c”."""
    known = _FRACTIONS.get(f"{over}/{under}")
    if known or not under:
        return known or over
    top = f"({over})" if _OPERATES.search(over[1:]) and not _IN_BRACKETS.fullmatch(over) else over
    bottom = under if _ONE_TERM.fullmatch(under) or len(under) == 1 or _IN_BRACKETS.fullmatch(under) else f"({under})"
    return f"{top}/{bottom}"


def _property(node: Node, name: str, usual: str = "") -> str:
    """The value of one property of an element, which may be empty; `usual` where it is not set."""
    properties = (inner for part in node.inside if part.name == f"{node.name}Pr" for inner in part.inside)
    return next((inner.value for inner in properties if inner.name == name), usual)


def _as_base(base: str) -> str:
    return f"({base})" if _OPERATES.search(base) and not _IN_BRACKETS.fullmatch(base) else base


def _script(text: str, kind: Script) -> str:
    # “x” stands for a letter before it: nothing in a formula is the end of an ordinal.
    return in_script(text, kind, "x") if text else ""


def _would_fuse(before: str, after: str) -> bool:
    return before[-1:].isdigit() and after[:1].isdecimal()


def joined(before: Iterable[str], formula: str) -> str:
    """A formula behind the words `before`, with a space where two numbers would become one."""
    last = next((text for text in reversed(list(before)) if text), "")
    return f" {formula}" if _would_fuse(last, formula) else formula
