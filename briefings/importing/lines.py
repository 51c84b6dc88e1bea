"""The lines of a cleaned draft, and what the shape of a line alone tells."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from briefings.importing.wordlists import word_list

_CLOSING = "”’\"'»)]“›」』*_ "
_SENTENCE_ENDS = ".!?…。！？؟।"
_QUESTION_ENDS = "?？؟"
_LIST_ITEM = re.compile(r"(?:[-–—*•‣·◦▪]|\(?\d{1,3}[.)])\s")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_NOT_A_HEADINGS_END = ".,;:…。،؛"


Style = Literal["text", "title", "heading", "bullet", "numbered", "row", "note"]
"""What a format says about a line: the document's title, a heading, a point of a list, a row of a table, a footnote."""


Aside = Literal["", "caption", "picture", "navigation", "header", "footer", "aside", "form", "comment", "front matter"]
"""What stands beside the text proper: a page's furniture, a picture and its words, what front matter says."""


@dataclass(frozen=True)
class Run:
    """Characters of a line that are set apart. `href`: where a link leads, else empty."""

    start: int
    end: int
    style: Literal["strong", "em", "link"]
    href: str = ""


@dataclass(frozen=True)
class Line:
    """One paragraph of a draft as it stands there, without space at its ends.

    `number` is the line of the draft (from 1) in which it begins, `column` (from 0) where in that line. `marker` was
    taken off its front: “-”, “2.”, “Q:”. `level` is that of a heading (from 1), or how deep a point stands (from 1).
    `address` names the line in `Decisions`. `after_blank`: a blank line stands above. `aside`: what it is where it
    stands beside the text proper, else empty. `breaks`: where the draft goes on at another place than the text does,
    as offset in `text`, number and column, in order.
    """

    text: str
    number: int
    column: int = 0
    style: Style = "text"
    level: int = 0
    runs: tuple[Run, ...] = ()
    marker: str = ""
    address: str = ""
    after_blank: bool = False
    aside: Aside = ""
    breaks: tuple[tuple[int, int, int], ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """Number and column, in the draft, of the character at `offset` in `text`."""
        at = bisect_right(self.breaks, offset, key=lambda found: found[0]) - 1
        start, number, column = self.breaks[at] if at >= 0 else (0, self.number, self.column)
        return number, column + offset - start

    @property
    def is_list_item(self) -> bool:
        return self.style in ("bullet", "numbered") or bool(_LIST_ITEM.match(self.text))

    @property
    def is_question(self) -> bool:
        return self._core.endswith(tuple(_QUESTION_ENDS))

    @property
    def is_prose(self) -> bool:
        """Reads as running text: a list item, a whole sentence, or longer than any heading."""
        return self.is_list_item or len(self.text) > 120 or (self._ends_as_sentence and not self.is_question)

    def is_short(self, *, words: int, characters: int) -> bool:
        """May stand above prose: short, begins as a heading does, no full stop at the end."""
        return (
            len(self.text) <= characters
            and not self.is_list_item
            and 1 <= len(_WORD.findall(self.text)) <= words
            and not next(filter(str.isalpha, self.text), "A").islower()
            and not self._core.endswith(tuple(_NOT_A_HEADINGS_END))
        )

    @property
    def names_the_faq(self) -> bool:
        return len(self.text) <= 120 and _folded(self.text) in word_list("faq_headings")

    @property
    def is_short_answer(self) -> bool:
        return len(self.text) <= 120 and _folded(self.text) in word_list("short_answers")

    @property
    def _core(self) -> str:
        return self.text.rstrip(_CLOSING)

    @property
    def _ends_as_sentence(self) -> bool:
        return self._core.endswith(tuple(_SENTENCE_ENDS))


def lines_of(text: str) -> tuple[Line, ...]:
    """Every line of `text` that is not blank."""
    found: list[Line] = []
    blank = False
    for number, line in enumerate(text.split("\n"), start=1):
        if words := line.strip():
            column = len(line) - len(line.lstrip())
            found.append(Line(words, number, column, address=str(len(found)), after_blank=blank))
        blank = not words
    return tuple(found)


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w&]+", " ", text.replace("’", "'")).casefold().split())
