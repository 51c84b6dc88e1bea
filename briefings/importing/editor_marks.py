"""Notes that a writer left for somebody else: TK, [[check with legal]], XX, [check]."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from briefings.importing.findings import MOST_OF_A_KIND, Finding, named
from briefings.importing.lines import Line
from briefings.importing.speech.marks import TEMPLATE, Marked, marked_words
from briefings.messages import Message

MOST = MOST_OF_A_KIND - 1
"""Notes that are listed: whoever finds more in a draft sends it back."""

_MARK = re.compile(
    r"\[\[.{1,300}?\]\]"
    r"|(?<![\w-])(?:TK)+(?![\w-])"
    r"|(?<![\w.-])X{2,4}(?![\w-])"
    r"|\[(?!\.{3}\]|…\]|sic\]|email\sprotected\]|\^?\d[\d,;\s–-]*\]|\])[^\[\]]{2,200}\](?!\()"
    r"|\((?:TK|tk|check|CHECK|TBC|TBD)\b[^()]{0,120}\)"
    r"|\?{3,}|(?<!\w)(?:TBC|TBD)(?!\w)|<<.{1,200}?>>"
    rf"|{TEMPLATE.pattern}"
)


_NOTE = re.compile(r"\[(?:tk|tbc|tbd|xx+|check|verify|note|nb|confirm|prüfen|vérifier|à vérifier|\?)", re.IGNORECASE)


def leads_elsewhere(line: Line) -> bool:
    """“[Read: The town by the sea]” as a link: pages put such lines between the paragraphs of a text."""
    linked = sum(run.end - run.start for run in line.runs if run.style == "link")
    return line.text[0] == "[" and line.text[-1] == "]" and linked * 2 > len(line.text) and not _NOTE.match(line.text)


def is_only_mark(text: str) -> bool:
    """Whether a line holds such a note and nothing else."""
    return bool(_MARK.match(text)) and not _MARK.sub("", text).strip(" .,;:—–-")


def editor_marks(lines: Iterable[Line]) -> list[Finding]:
    """A finding for each note, at its place. Roman numbers are none, nor what is put into a quotation in brackets."""
    notes = list(
        islice(((line, mark) for line in lines if not leads_elsewhere(line) for mark in _notes_in(line.text)), MOST + 1)
    )
    findings = []
    for line, mark in notes:
        number, column = line.place(mark.start())
        sentence = Message(
            "A note of the writer is still in the draft: %(words)s. Settle it and take it out.", words=named(mark[0])
        )
        if len(findings) == MOST:
            sentence = Message(
                "From here on there are more notes of the writer than are listed. Settle them and take them out."
            )
        findings.append(Finding(code="editor-mark", sentence=sentence, line=number, column=column))
    return findings


def _notes_in(text: str) -> Iterator[re.Match[str]]:
    quoted: tuple[Marked, ...] | None = None
    for mark in _MARK.finditer(text):
        if mark[0][0] == "[" and mark[0][1] != "[" and not _NOTE.match(mark[0]):
            quoted = marked_words(text)[0] if quoted is None else quoted
            before = bisect_right(quoted, mark.start(), key=lambda words: words.start)
            if before and mark.start() < quoted[before - 1].end:
                continue
        if not (set(mark[0]) == {"X"} and _is_number(text, mark.start(), mark.end())):
            yield mark


def _is_number(text: str, start: int, end: int) -> bool:
    before = re.search(r"[\w.]+\s+\Z", text[max(0, start - 30) : start])
    return bool(
        before and re.match(r"(?:siglo|siglos|secolo|século|wieku|століття|века)\s", before[0], re.IGNORECASE)
    ) or bool(re.match(r"(?:e|ème)\b|\s+(?:siècle|століття|ст\.|век|wiek)", text[end : end + 12]))
