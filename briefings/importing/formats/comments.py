"""Comments in the source of a Markdown draft, `<!-- … -->` and `%%…%%`: taken out before it is parsed.

Each leaves a mark that no draft holds for its own sake, so that it is left out at the place where it stood. What stands
in code stays, and what never ends is words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefings.importing.formats import html_comments
from briefings.importing.lines import Hiding

_SIGN = "\ufdd1"  # a noncharacter
_MARK = re.compile(f"{_SIGN}(\\d+){_SIGN}")
_NEXT = re.compile(
    r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})|(?P<code>`+)|(?P<html><!--(?!-?>))|(?P<percent>(?<![\w%])%%(?!%))",
    re.MULTILINE,
)
_PERCENT_ENDS = re.compile(r"(?<!%)%%(?![\w%])")


@dataclass
class Comments:
    """`text` without its comments. `numbers`: the line of the draft in which each of its lines begins."""

    text: str = ""
    numbers: list[int] = field(default_factory=lambda: [1])
    comments: list[str] = field(default_factory=list)

    def split(self, text: str) -> Iterator[tuple[str, str]]:
        """The words of `text` in order, each with the comment that stands behind them."""
        parts = _MARK.split(text)
        for words, index in zip(parts[::2], [*parts[1::2], ""], strict=True):
            yield words, self.words_of(self.comments[int(index)]) if index else ""

    def restored(self, text: str) -> str:
        """`text` with its comments as they stood."""
        return _MARK.sub(lambda mark: self.comments[int(mark[1])], text) if _SIGN in text else text

    @staticmethod
    def words_of(comment: str) -> str:
        return comment[4:-3] if comment.startswith("<") else comment[2:-2]


def hiding_of(comment: str) -> Hiding:
    """Prose has to be seen; “more”, “prettier-ignore” or “wp:image {"id": 4}” is said to a program."""
    return html_comments.hiding_of(comment, in_paragraph=True) or Hiding("comment", asks=False)


def without_comments(text: str, *, first: int = 1) -> Comments:
    """The source of a draft whose first line has the number `first`."""
    text = text.replace(_SIGN, " ")
    source = Comments(numbers=[first])
    parts: list[str] = []
    position = last = 0
    number = first
    never_end: set[str] = set()
    while found := _NEXT.search(text, position):
        kind = found.lastgroup or ""
        end = 0 if found[kind] in never_end else _end(text, found, kind)
        if not end:
            never_end.add(found[kind])
        position = end or found.end()
        if end and kind in {"html", "percent"}:
            before = text[last : found.start()]
            is_escaped = (len(before) - len(before.rstrip("\\"))) % 2
            parts += [before, "\\" * is_escaped, f"{_SIGN}{len(source.comments)}{_SIGN}"]
            source.comments.append(text[found.start() : end])
            number = _count(source, before, number) + source.comments[-1].count("\n")
            last = end
    parts.append(text[last:])
    _count(source, parts[-1], number)
    source.text = "".join(parts)
    return source


def _count(source: Comments, text: str, number: int) -> int:
    """The number of the line in which `text` ends that begins in the line `number`."""
    lines = text.count("\n")
    source.numbers += range(number + 1, number + lines + 1)
    return number + lines


def _end(text: str, found: re.Match[str], kind: str) -> int:
    """Where what begins there ends; 0: nowhere."""
    if kind == "html":
        end = text.find("-->", found.end())
        return end + 3 if end >= 0 else 0
    if kind == "percent":
        closing = _PERCENT_ENDS.search(text, found.end())
    elif kind == "code":
        closing = re.compile(f"(?<!`){found[kind]}(?!`)").search(text, found.end())
    else:
        sign = found[kind]
        closing = re.compile(rf"^ {{0,3}}{sign[0]}{{{len(sign)},}}[ \t]*$", re.MULTILINE).search(text, found.end())
        return closing.end() if closing else len(text)
    return closing.end() if closing else 0
