"""What is taken out of a Markdown text before it is parsed: front matter, footnotes, where links lead, deep nesting."""

import re
from dataclasses import dataclass, field

from briefings.importing.formats.comments import Comments, is_comment, without_comments
from briefings.importing.formats.front_matter import Field, fields_of

DEEPEST = 40
"""Columns of indents, bullets and “>” before a line. Beyond them they are words: no draft nests so deep."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NOTE = re.compile(r" {0,3}(\[\^[^\]\[\s]{1,60}\]:)[ \t]*(.*)")
_LEADS_TO = re.compile(
    r" {0,3}(\[([^\]\[\\]{1,200})\]:)[ \t]*<?(\S+?)>?([ \t]+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?[ \t]*"
)
_NESTED = re.compile(r"(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*")


@dataclass
class Extracted:
    """A line of a footnote, or where a link leads: `marker` is what stood before it."""

    number: int
    text: str
    marker: str = ""


@dataclass
class Prepared:
    """`lines` are blank where something was taken out; `numbers` are their numbers in the draft.

    `comments` were taken out as well and left marks in the lines. `link_targets`: where links lead, by their labels.
    """

    lines: list[str]
    numbers: list[int]
    comments: Comments
    front: tuple[Field, ...] = ()
    notes: list[Extracted] = field(default_factory=list)
    link_targets: dict[str, str] = field(default_factory=dict)


def prepared(text: str) -> Prepared:
    front, taken = fields_of(text)
    comments = without_comments("\n".join(text.split("\n")[taken:]), first=taken + 1)
    source = Prepared(comments.text.split("\n"), comments.numbers, comments, front)
    fence = ""
    blank_before = True
    note: Extracted | None = None
    for at, line in enumerate(source.lines):
        if match := _FENCE.match(line):
            fence = "" if fence and match[1].startswith(fence) else fence or match[1]
        if fence:
            note = None
            continue
        if match := _NOTE.fullmatch(line):
            note = Extracted(source.numbers[at], match[2], match[1])
            source.notes.append(note)
            source.lines[at] = ""
        elif note and line.startswith(("  ", "\t")) and line.strip():
            source.notes.append(Extracted(source.numbers[at], line.strip()))
            source.lines[at] = ""
        elif blank_before and (match := _LEADS_TO.fullmatch(line)):
            source.link_targets.setdefault(match[2], match[3])
            source.notes.append(Extracted(source.numbers[at], line[match.end(1) :].strip(), match[1]))
            source.lines[at] = ""
        else:
            blank_before = not line.strip() or (blank_before and is_comment(line))
            note = note if blank_before else None
            source.lines[at] = _shallow(line)
    return source


def _shallow(line: str) -> str:
    nested = _NESTED.match(line)
    if not nested or nested.end() <= DEEPEST:
        return line
    numbers = [mark.replace(".", "\\.").replace(")", "\\)") for mark in nested[0].split() if mark[0].isdigit()]
    return " ".join([*numbers, line[nested.end() :].lstrip()])
