"""What is taken out of a Markdown text before it is parsed: front matter, footnotes, where links lead, deep nesting."""

import re
from dataclasses import dataclass, field

DEEPEST = 40
"""Columns of indents, bullets and “>” before a line. Beyond them they are words: no draft nests so deep."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NOTE = re.compile(r" {0,3}(\[\^[^\]\[\s]{1,60}\]:)[ \t]*(.*)")
_LEADS_TO = re.compile(
    r" {0,3}(\[([^\]\[\\]{1,200})\]:)[ \t]*<?(\S+?)>?([ \t]+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?[ \t]*"
)
_FRONT = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*)")
_NESTED = re.compile(r"(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*")


@dataclass
class Extracted:
    """A footnote, or a line of front matter: `key` is empty for the former."""

    number: int
    text: str
    marker: str = ""
    key: str = ""


@dataclass
class Prepared:
    """`lines` are those of the draft, blank where something was taken out, so that each keeps its number."""

    lines: list[str]
    front: list[Extracted] = field(default_factory=list)
    notes: list[Extracted] = field(default_factory=list)
    leads: dict[str, str] = field(default_factory=dict)


def prepared(text: str) -> Prepared:
    source = Prepared(text.split("\n"))
    _take_front_matter(source)
    fence = ""
    blank_before = True
    note: Extracted | None = None
    for at, line in enumerate(source.lines):
        if found := _FENCE.match(line):
            fence = "" if fence and found[1].startswith(fence) else fence or found[1]
        if fence:
            note = None
            continue
        if found := _NOTE.fullmatch(line):
            note = Extracted(at + 1, found[2], found[1])
            source.notes.append(note)
            source.lines[at] = ""
        elif note and line.startswith(("  ", "\t")) and line.strip():
            source.notes.append(Extracted(at + 1, line.strip()))
            source.lines[at] = ""
        elif blank_before and (found := _LEADS_TO.fullmatch(line)):
            source.leads.setdefault(found[2], found[3])
            source.notes.append(Extracted(at + 1, line[found.end(1) :].strip(), found[1]))
            source.lines[at] = ""
        else:
            blank_before = not line.strip()
            note = note if blank_before else None
            source.lines[at] = _shallow(line)
    return source


def _take_front_matter(source: Prepared) -> None:
    """A block of “key: value” between two lines of dashes at the very top."""
    first = next((at for at, line in enumerate(source.lines) if line.strip()), 0)
    if not source.lines or source.lines[first].rstrip() != "---":
        return
    found: list[Extracted] = []
    for at in range(first + 1, min(len(source.lines), first + 200)):
        line = source.lines[at]
        if line.rstrip() in {"---", "..."} and found:
            source.front = found
            source.lines[first : at + 1] = [""] * (at + 1 - first)
            return
        if pair := _FRONT.fullmatch(line):
            found.append(Extracted(at + 1, pair[2].strip(), key=pair[1]))
        elif line.startswith((" ", "\t", "-", "#")) or not line.strip():
            if line.strip():
                found.append(Extracted(at + 1, line.strip()))
        else:
            return


def _shallow(line: str) -> str:
    nested = _NESTED.match(line)
    if not nested or nested.end() <= DEEPEST:
        return line
    numbers = [mark.replace(".", "\\.").replace(")", "\\)") for mark in nested[0].split() if mark[0].isdigit()]
    return " ".join([*numbers, line[nested.end() :].lstrip()])
