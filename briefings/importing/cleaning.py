"""Takes out of a draft what content cannot hold, and says so."""

import re
import unicodedata
from collections import Counter

from briefings.content.text import clean_text
from briefings.importing.findings import Finding

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_NO_BREAK_SPACES = re.compile("[\xa0\u2007\u202f]")
# Nobody sees these and they part no words. The joiners U+200C and U+200D stay: they belong to spelling.
_WITHOUT_WIDTH = re.compile("[\u200b\u2060\ufeff\xad]")
_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
# The one mark that NFC joins to the ">" of a tag before it (U+226F); on a letter it stays.
_LOOSE_SOLIDUS = re.compile("(?<!\\S)\u0338+")


def clean(text: str) -> tuple[str, tuple[Finding, ...]]:
    """`text` in NFC, with LF line ends and nothing that content refuses; findings name what was taken out.

    A refused character leaves a space, so that it cannot join the words beside it; a direction mark leaves nothing.
    """
    text = _NO_BREAK_SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    removed: Counter[str] = Counter(_REFUSED.findall(text))
    first_lines = {character: text.count("\n", 0, text.find(character)) + 1 for character in removed}
    text = _WITHOUT_WIDTH.sub("", _REFUSED.sub(" ", text))
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if _DIRECTION.search(line) and not _is_paired(line):
            for character in _DIRECTION.findall(line):
                removed[character] += 1
                first_lines.setdefault(character, number)
            lines[number - 1] = _DIRECTION.sub("", line)
    text = _LOOSE_SOLIDUS.sub("", unicodedata.normalize("NFC", "\n".join(lines)))
    return text, tuple(_finding(character, removed[character], first_lines[character]) for character in sorted(removed))


def _is_paired(line: str) -> bool:
    try:
        clean_text(line)
    except ValueError:
        return False
    return True


def _finding(character: str, count: int, line: int) -> Finding:
    times = "once" if count == 1 else f"{count} times"
    return Finding(
        code="characters-removed",
        sentence=f"Took out a character that cannot be published, U+{ord(character):04X}, {times}.",
        line=line,
    )
