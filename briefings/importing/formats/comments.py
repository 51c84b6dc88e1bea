"""Comments in the source of a Markdown draft: taken out before it is parsed.

They are those of HTML, of Obsidian (`%%…%%`), of MDX (`{/* … */}`), of templates (`{# … #}`, `{% comment %}`), of
CriticMarkup (`{>>…<<}`, with the words that `{--…--}` and `{~~…~>…~~}` delete), and the link that leads nowhere,
`[//]: # (…)`.

Each leaves a mark that no draft holds for its own sake, so that it is left out at the place where it stood. What stands
in code stays, and what never ends is words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from briefings.importing.formats import html_comments
from briefings.importing.lines import Hiding

_SIGN = "\ufdd1"  # a noncharacter
_MARK = re.compile(f"{_SIGN}(\\d+){_SIGN}")
_NEXT = re.compile(
    r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})|(?P<code>`+)|(?P<html><!--(?!-?>))|(?P<percent>(?<![\w%])%%(?!%))"
    r"|(?P<note>\{>>)|(?P<mdx>\{/\*)|(?P<template>\{#(?=\s))|(?P<block>\{%-?\s*comment\b[^%\n]{0,200}%\})"
    r"|(?P<deleted>\{--(?=[^\s}]))|(?P<replaced>\{~~(?=[^\s}]))|(?P<added>\{\+\+)|(?P<marked>\{==)"
    r"|(?P<closing>\+\+\}|==\}|~~\})"
    r"|^ {0,3}(?P<nowhere>\[[^\]\[\n^]{1,40}\]:[ \t]*(?:#|<#?>)[ \t]+(?=[(\"'])(?=[^\n]*[)\"'][ \t]*$))",
    re.MULTILINE,
)
_ENDS = {
    "percent": re.compile(r"(?<!%)%%(?![\w%])"),
    "html": re.compile("-->"),
    "note": re.compile(r"<<\}"),
    "mdx": re.compile(r"\*/\}"),
    "template": re.compile(r"#\}"),
    "block": re.compile(r"\{%-?\s*endcomment\s*-?%\}"),
    "deleted": re.compile(r"--\}"),
    "replaced": re.compile("~>"),
    "nowhere": re.compile(r"$", re.MULTILINE),
}
_CRITICS = {"replaced": "~~}", "added": "++}", "marked": "==}", "closing": ""}
_SIGNS_ALONE = {"added", "marked", "closing"}


@dataclass
class Comments:
    """`text` without its comments. `numbers`: the line of the draft in which each of its lines begins."""

    text: str = ""
    numbers: list[int] = field(default_factory=lambda: [1])
    comments: list["Comment"] = field(default_factory=list)

    def split(self, text: str) -> Iterator[tuple[str, "Comment"]]:
        """The words of `text` in order, each stretch with the comment that stands behind it."""
        parts = _MARK.split(text)
        for words, index in zip(parts[::2], [*parts[1::2], ""], strict=True):
            yield words, self.comments[int(index)] if index else NO_COMMENT

    def restored(self, text: str) -> str:
        """`text` with its comments as they stood."""
        return _MARK.sub(lambda mark: self.comments[int(mark[1])].source, text) if _SIGN in text else text


class Comment(NamedTuple):
    """`source`: as it stands in the draft."""

    source: str
    words: str
    is_deleted: bool = False

    @property
    def hiding(self) -> Hiding:
        return Hiding("deleted") if self.is_deleted else hiding_of(self.words)


NO_COMMENT = Comment("", "")


def hiding_of(comment: str) -> Hiding:
    """Why a comment is left out. Prose has to be seen; “more” or “wp:image {"id": 4}” is written for a program."""
    return html_comments.hiding_of(comment, in_paragraph=True) or Hiding("comment", asks=False)


def is_comment(line: str) -> bool:
    """Whether nothing but a comment stood in a line of the text without comments."""
    return _MARK.fullmatch(line.strip()) is not None


def without_comments(text: str, *, first: int = 1) -> Comments:
    """The source of a draft, whose first line has the number `first`, with a mark in place of each comment."""
    text = text.replace(_SIGN, " ")
    source = Comments(numbers=[first])
    parts: list[str] = []
    position = last = 0
    number = first
    never_end: set[str] = set()
    closings = _Closings(text)
    while opening := _NEXT.search(text, position):
        kind = opening.lastgroup or ""
        before = text[last : opening.start()]
        is_escaped = (len(before) - len(before.rstrip("\\"))) % 2
        if kind in _CRITICS:
            end = 0 if is_escaped else closings.end(opening, kind)
        else:
            end = 0 if opening[kind] in never_end else _end(text, opening, kind)
            if not end:
                never_end.add(opening[kind])
        position = end or opening.end()
        if end and kind not in {"fence", "code"}:
            parts += [before, "\\" * is_escaped]
            number = _count(source, before, number)
            last = end
            if kind not in _SIGNS_ALONE:
                parts.append(f"{_SIGN}{len(source.comments)}{_SIGN}")
                source.comments.append(_comment(text[opening.start() : end], opening, kind))
                number += source.comments[-1].source.count("\n")
    parts.append(text[last:])
    _count(source, parts[-1], number)
    source.text = "".join(parts)
    return source


def _comment(source: str, opening: re.Match[str], kind: str) -> Comment:
    words = source[len(opening[0]) :]
    if kind == "nowhere":
        return Comment(source, words.strip()[1:-1])
    ends = _ENDS[kind].search(words) if kind in _ENDS else None
    words = words[: ends.start()] if ends else words[:-2]
    return Comment(source, words, kind in {"deleted", "replaced"})


class _Closings:
    """The signs of CriticMarkup around words that stay: `{++…++}`, `{==…==}` and the new words of `{~~…~>…~~}`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._awaited: Counter[str] = Counter()
        self._next: dict[str, int] = {}

    def end(self, sign: re.Match[str], kind: str) -> int:
        """Where `sign` ends, with the words that it deletes; 0 where it is no sign of a change."""
        if kind == "closing":
            is_awaited = self._awaited[sign[0]] > 0
            self._awaited[sign[0]] -= is_awaited
            return sign.end() if is_awaited else 0
        end = sign.end()
        if kind == "replaced":
            end = self._after("~>", end)
        closing = _CRITICS[kind]
        if not end or not self._after(closing, end):
            return 0
        self._awaited[closing] += 1
        return end

    def _after(self, sign: str, position: int) -> int:
        """Where the next `sign` ends; 0 where there is none."""
        known = self._next.get(sign, 0)
        if 0 <= known < position + len(sign):
            at = self._text.find(sign, position)
            self._next[sign] = known = at + len(sign) if at >= 0 else -1
        return max(known, 0)


def _count(source: Comments, text: str, number: int) -> int:
    """Notes the lines of `text`, which begins in the line `number`; returns the number of the line in which it ends."""
    lines = text.count("\n")
    source.numbers += range(number + 1, number + lines + 1)
    return number + lines


def _end(text: str, opening: re.Match[str], kind: str) -> int:
    """Where the stretch ends that begins with `opening`; 0 where it never does."""
    if kind in _ENDS:
        closing = _ENDS[kind].search(text, opening.end())
    elif kind == "code":
        closing = re.compile(f"(?<!`){opening[kind]}(?!`)").search(text, opening.end())
    else:
        sign = opening[kind]
        closing = re.compile(rf"^ {{0,3}}{sign[0]}{{{len(sign)},}}[ \t]*$", re.MULTILINE).search(text, opening.end())
        return closing.end() if closing else len(text)
    return closing.end() if closing else 0
