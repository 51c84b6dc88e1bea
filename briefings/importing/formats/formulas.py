"""Formulas (MathML) as one line of words that keeps their value: a/b, (a + b)/c, x², √(2x)."""

import re

from briefings.importing.formats.scripts import in_script

MOST_DEPTH = 100
_SILENT = frozenset(("annotation", "annotation-xml"))
_EMPTY = frozenset(("mspace", "none", "mprescripts", "malignmark", "maligngroup"))
_WORDS = frozenset(("mi", "mn", "mo", "ms", "mtext"))
_OF_FORMULAS = (
    _SILENT
    | _EMPTY
    | _WORDS
    | frozenset(
        [
            "maction",
            "menclose",
            "merror",
            "mfenced",
            "mfrac",
            "mlabeledtr",
            "mmultiscripts",
            "mover",
            "mpadded",
            "mphantom",
            "mroot",
            "mrow",
            "msqrt",
            "mstyle",
            "msub",
            "msubsup",
            "msup",
            "mtable",
            "mtd",
            "mtr",
            "munder",
            "munderover",
            "semantics",
        ]
    )
)
_SIMPLE = re.compile(r"[\w.,°′″%∞]*")
_ROOTS = {"2": "√", "3": "∛", "4": "∜"}
_INVISIBLE = str.maketrans({"\u2061": " ", "\u2062": "", "\u2063": "", "\u2064": "+"})


class Formula:
    """Takes the tags and words of one formula, whether or not they are closed."""

    def __init__(self) -> None:
        self._open: list[tuple[str, list[str]]] = [("math", [])]

    def text(self, before: str) -> str:
        """The formula in one line, to stand behind the words `before`."""
        while len(self._open) > 1:
            self._end()
        return _joined([before[-1:], " ".join(_joined(self._open[0][1]).split())])[len(before[-1:]) :]

    def open(self, name: str) -> None:
        if name in _EMPTY:
            self._open[-1][1].append(" " if name == "mspace" else "")
        elif len(self._open) < MOST_DEPTH:
            self._open.append((name, []))

    def add(self, words: str) -> None:
        words = words.translate(_INVISIBLE)
        if words.strip() and not any(name in _SILENT for name, _ in self._open):
            self._open[-1][1].append(" ".join(words.split()) if self._open[-1][0] != "mtext" else words)

    def close(self, name: str) -> None:
        if any(name == opened for opened, _ in self._open[1:]):
            while self._end() != name:
                pass

    def _end(self) -> str:
        name, parts = self._open.pop()
        around, into = self._open[-1]
        if name not in _OF_FORMULAS and around not in _WORDS:
            into.append(f" {_joined(parts)} ")  # an element of the page, whose words are no sign of the formula
        elif name not in _SILENT:
            into.append(_linear(name, parts))
        return name


def _linear(name: str, parts: list[str]) -> str:
    if name == "mfrac" and len(parts) == 2:
        return f"{_grouped(parts[0])}/{_grouped(parts[1])}"
    if name in {"msup", "mover"} and len(parts) == 2:
        return f"{_grouped(parts[0])}{in_script(parts[1], 'super')}"
    if name in {"msub", "munder"} and len(parts) == 2:
        return f"{_grouped(parts[0])}{in_script(parts[1], 'sub')}"
    if name in {"msubsup", "munderover"} and len(parts) == 3:
        return f"{_grouped(parts[0])}{in_script(parts[1], 'sub')}{in_script(parts[2], 'super')}"
    if name == "mroot" and len(parts) == 2:
        return f"{_ROOTS.get(parts[1]) or in_script(parts[1], 'super') + '√'}({parts[0]})"
    if name == "msqrt":
        return f"√({_joined(parts)})"
    if name == "mtable":
        return "; ".join(parts)
    return " ".join(parts) if name == "mtr" else _joined(parts)


def _joined(parts: list[str]) -> str:
    """The parts joined, with a space between two numbers (3 5/7) and between two names if one of them is a word."""
    line = ""
    for part in parts:
        line += f" {part}" if _would_fuse(line, part) else part
    return line


def _would_fuse(before: str, after: str) -> bool:
    if before[-1:].isdigit():
        return after[:1].isdecimal()
    is_word = any(len(letters) == 2 and letters.isalpha() for letters in (before[-2:], after[:2]))
    return is_word and before[-1:].isalpha() and after[:1].isalpha()


def _grouped(words: str) -> str:
    """The words, in brackets where a sign beside them would be read with only a part of them."""
    is_one = _SIMPLE.fullmatch(words) or (words[:1] == "(" and words.find(")") == len(words) - 1)
    return words if is_one else f"({words})"
