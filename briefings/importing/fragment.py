"""What was copied from another program, read as a draft: the rich text to paste, and what is left out of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from posixpath import normpath
from urllib.parse import unquote

from briefings.importing.decisions import NO_DECISIONS
from briefings.importing.findings import Finding, named
from briefings.importing.left_out import LeftOut, listed
from briefings.importing.lines import Line
from briefings.importing.reading import read_text
from briefings.importing.richlines import html_of
from briefings.messages import Message

_WEB = re.compile(r"https?:[/\\]{2,}(?:[^/\\?#]*@)?([^/\\?#:]*)(?::(?:80|443)?(?!\d))?([^?#]*)", re.IGNORECASE)
_IN_THE_TEXT = ("", "caption")


@dataclass(frozen=True, kw_only=True)
class Fragment:
    """`html` is of the allow-list of `content.richtext`; empty where nothing was copied that a reader would see.

    `left_out`: what was hidden, deleted or struck. `around`: words beside the text, such as a menu, and the code of a
    page, which nobody has to look at.
    """

    html: str
    left_out: tuple[LeftOut, ...]
    around: tuple[str, ...]
    findings: tuple[Finding, ...]


def fragment(html: str, *, desk: str = "") -> Fragment:
    """The fragment in the clipboard's `html`. `desk`: how addresses of the desk begin; no link leads a reader there."""
    reading = read_text(html, format="html")
    left_out = listed(reading.lines, NO_DECISIONS)
    shown = [line for line in reading.lines if not line.left_out and line.aside != "picture"]
    text = [line for line in shown if line.aside in _IN_THE_TEXT] or shown
    lines, findings = _without_links_to(desk, text)
    return Fragment(
        html=html_of(_as_numbered(lines)),
        left_out=tuple(one for one in left_out if one.hiding.asks),
        around=(
            *(line.text for line in shown if line not in text),
            *(one.words for one in left_out if not one.hiding.asks),
        ),
        findings=(*reading.findings, *findings),
    )


def _without_links_to(desk: str, lines: Sequence[Line]) -> tuple[list[Line], list[Finding]]:
    cleaned, findings = [], []
    for line in lines:
        leading = [run for run in line.runs if desk and leads_to(run.href, desk)]
        for run in leading:
            sentence = Message(
                "Left out a link to a page of the desk, which readers cannot open: %(address)s.",
                address=named(run.href),
            )
            findings.append(Finding(code="link-left-out", sentence=sentence, line=line.number))
        cleaned.append(replace(line, runs=tuple(run for run in line.runs if run not in leading)))
    return cleaned, findings


def leads_to(address: str, desk: str) -> bool:
    """Whether the address is of the desk, however its scheme and its host are written."""
    link, own = _WEB.match(address), _WEB.match(desk)
    if not link or not own:
        return False
    host = unquote(link[1]).lower().rstrip(".")
    path = unquote(unquote(link[2])).replace("\\", "/")
    begins = unquote(own[2])
    return host == own[1].lower() and any(f"{one}/".startswith(begins) for one in (path, normpath(path)))


def _as_numbered(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with numbers that rich text would not show as words: those of footnotes and of lists that do not begin
    at 1."""
    for is_list, group in groupby(lines, key=lambda line: line.style in {"bullet", "numbered"}):
        together = list(group)
        first = next((line.marker for line in together if line.style == "numbered"), "")
        begins_later = first.strip("().").isdecimal() and int(first.strip("().")) != 1
        for line in together:
            is_written = line.style == "note" or (is_list and line.style == "numbered" and begins_later)
            yield _with_its_marker(line) if is_written and line.marker else line


def _with_its_marker(line: Line) -> Line:
    shift = len(line.marker) + 1
    runs = tuple(replace(run, start=run.start + shift, end=run.end + shift) for run in line.runs)
    return replace(line, text=f"{line.marker} {line.text}", runs=runs, style="text")
