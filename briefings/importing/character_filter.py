"""Takes out of a draft what content cannot hold, and says so."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from briefings.content.text import clean_text
from briefings.importing.findings import Finding
from briefings.messages import Message

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_NO_BREAK_SPACES = re.compile("[\xa0\u2007\u202f]")
# Nobody sees these and they part no words. The joiners U+200C and U+200D stay: they belong to spelling.
_WITHOUT_WIDTH = re.compile("[\u200b\u2060\ufeff\xad]")
_REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
# The one mark that NFC joins to the ">" of a tag before it (U+226F); on a letter it stays.
_LOOSE_SOLIDUS = re.compile("(?<!\\S)\u0338+")
_MOST_PLACES = 5
_HALF, _NONE = Message("half of a character"), Message("no character")
# Unicode has no names of its own for these, only aliases (NameAliases.txt).
_CONTROLS = """NULL|START OF HEADING|START OF TEXT|END OF TEXT|END OF TRANSMISSION|ENQUIRY|ACKNOWLEDGE|BELL|BACKSPACE|
CHARACTER TABULATION|LINE FEED|LINE TABULATION|FORM FEED|CARRIAGE RETURN|SHIFT OUT|SHIFT IN|DATA LINK ESCAPE|
DEVICE CONTROL ONE|DEVICE CONTROL TWO|DEVICE CONTROL THREE|DEVICE CONTROL FOUR|NEGATIVE ACKNOWLEDGE|SYNCHRONOUS IDLE|
END OF TRANSMISSION BLOCK|CANCEL|END OF MEDIUM|SUBSTITUTE|ESCAPE|INFORMATION SEPARATOR FOUR|INFORMATION SEPARATOR THREE|
INFORMATION SEPARATOR TWO|INFORMATION SEPARATOR ONE""".replace("\n", "").split("|")


@dataclass
class Removed:
    """The characters that were taken out of a text, how often each was, and the first places at which it stood.

    A place is a line from 1 and a column from 0.
    """

    places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)

    def add(self, character: str, line: int, column: int) -> None:
        self.times[character] += 1
        if self.times[character] <= _MOST_PLACES:
            self.places.setdefault(character, []).append((line, column))

    def findings(self, numbers: Sequence[int] = ()) -> tuple[Finding, ...]:
        """One for each character. `numbers`: what the lines of the text are in the draft, where that differs."""
        return tuple(
            _finding(character, self.places[character], numbers, times=self.times[character])
            for character in sorted(self.places)
        )


def clean(text: str) -> tuple[str, Removed]:
    """`text` in NFC, with LF line ends and nothing that content refuses, and what was taken out.

    A refused character leaves a space, so that it cannot join the words beside it; a direction mark leaves nothing.
    """
    text = _NO_BREAK_SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    removed = Removed()
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        for match in _REFUSED.finditer(line):
            removed.add(match[0], number, match.start())
        if _DIRECTION.search(line) and not _are_paired("".join(_DIRECTION.findall(line))):
            for match in _DIRECTION.finditer(line):
                removed.add(match[0], number, match.start())
            lines[number - 1] = _DIRECTION.sub("", line)
    text = _WITHOUT_WIDTH.sub("", _REFUSED.sub(" ", "\n".join(lines)))
    return _LOOSE_SOLIDUS.sub("", unicodedata.normalize("NFC", text)), removed


@lru_cache
def _are_paired(marks: str) -> bool:
    """Whether content takes the direction marks of a line; what stands between them makes no difference."""
    try:
        clean_text(marks)
    except ValueError:
        return False
    return True


def _finding(character: str, places: Sequence[tuple[int, int]], numbers: Sequence[int], *, times: int) -> Finding:
    line_numbers = [numbers[line - 1] if numbers else line for line, _ in places]
    where = [
        Message("line %(line)s", line=line)
        if numbers
        else Message("line %(line)s, character %(column)s", line=line, column=column + 1)
        for line, (_, column) in zip(line_numbers, places, strict=True)
    ]
    places_in = {"code": f"U+{ord(character):04X}", "name": _name(character), "places": list(dict.fromkeys(where))}
    sentence = Message("Took out %(code)s %(name)s, which cannot be published: %(places)s.", **places_in)
    if times > _MOST_PLACES:
        sentence = Message(
            "Took out %(code)s %(name)s, which cannot be published: %(places)s, and %(count)s times more.",
            count=times - _MOST_PLACES,
            **places_in,
        )
    return Finding(
        code="characters-removed",
        sentence=sentence,
        line=line_numbers[0],
        column=None if numbers else places[0][1],
    )


def _name(character: str) -> str:
    name = _CONTROLS[ord(character)] if character < " " else unicodedata.name(character, "")
    return name or {"\x7f": "DELETE"}.get(character, _HALF if character < "\ue000" else _NONE)
