"""Notes that a writer left for somebody else: TK, [[check with legal]], XX, [check]."""

import re
from collections.abc import Iterable

from briefings.importing.findings import Finding, named
from briefings.importing.lines import Line
from briefings.importing.speech.marks import TEMPLATE, marked_words

_MARK = re.compile(
    r"\[\[.{1,300}?\]\]"
    r"|(?<![\w-])(?:TK)+(?![\w-])"
    r"|(?<![\w.-])X{2,4}(?![\w-])"
    r"|\[(?!\.{3}\]|…\]|sic\]|\^?\d[\d,;\s–-]*\]|\])[^\[\]]{2,200}\](?!\()"
    r"|\((?:TK|tk|check|CHECK|TBC|TBD)\b[^()]{0,120}\)"
    r"|\?{3,}|(?<!\w)(?:TBC|TBD)(?!\w)|<<.{1,200}?>>"
    rf"|{TEMPLATE.pattern}"
)


_NOTE = re.compile(r"\[(?:tk|tbc|tbd|xx+|check|verify|note|nb|confirm|prüfen|vérifier|à vérifier|\?)", re.IGNORECASE)


def is_only_mark(text: str) -> bool:
    """Whether a line holds such a note and nothing else."""
    return bool(_MARK.match(text)) and not _MARK.sub("", text).strip(" .,;:—–-")


def editor_marks(lines: Iterable[Line]) -> list[Finding]:
    """A finding for each note, at its place. Roman numbers are none, nor what is put into a quotation in brackets."""
    found: list[Finding] = []
    for line in lines:
        quoted, _alone = marked_words(line.text)
        for mark in _MARK.finditer(line.text):
            if (
                mark[0][0] == "["
                and mark[0][1] != "["
                and any(words.start <= mark.start() < words.end for words in quoted)
            ) and not _NOTE.match(mark[0]):
                continue
            if set(mark[0]) == {"X"} and _is_number(line.text, mark.start(), mark.end()):
                continue
            number, column = line.place(mark.start())
            sentence = f"A note of the writer is still in the draft: {named(mark[0])}. Settle it and take it out."
            found.append(Finding(code="editor-mark", sentence=sentence, line=number, column=column))
    return found


def _is_number(text: str, start: int, end: int) -> bool:
    before = re.search(r"[\w.]+\s+\Z", text[max(0, start - 30) : start])
    return bool(
        before and re.match(r"(?:siglo|siglos|secolo|século|wieku|століття|века)\s", before[0], re.IGNORECASE)
    ) or bool(re.match(r"(?:e|ème)\b|\s+(?:siècle|століття|ст\.|век|wiek)", text[end : end + 12]))
