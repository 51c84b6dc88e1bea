"""Notes that a writer left for somebody else: TK, [[check with legal]], XX, [check]."""

import re
from collections.abc import Iterable

from briefings.importing.findings import Finding, named
from briefings.importing.lines import Line

_MARK = re.compile(
    r"\[\[.{1,300}?\]\]"
    r"|(?<![\w-])(?:TK)+(?![\w-])"
    r"|(?<![\w.-])X{2,4}(?![\w-])"
    r"|\[(?:TK|TBC|TBD|XX+|tk|CHECK|Check|check|NB|note|Note|NOTE|verify|Verify|VERIFY|fact-?check|ask|confirm|to come"
    r"|prüfen|bitte prüfen|à vérifier|vérifier|comprobar|verificar|перевірити|للتحقق|\?+)(?!\w)[^\[\]]{0,200}\]"
    r"|\((?:TK|tk|check|CHECK|TBC|TBD)\b[^()]{0,120}\)"
    r"|\?{3,}|(?<!\w)(?:TBC|TBD)(?!\w)|<<.{1,200}?>>"
)


def editor_marks(lines: Iterable[Line]) -> list[Finding]:
    """A finding for each note, at its place; Roman numbers are none."""
    found: list[Finding] = []
    for line in lines:
        for mark in _MARK.finditer(line.text):
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
