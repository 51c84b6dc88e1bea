"""The lines of a draft as read, each with what its format says about it."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple

Style = Literal["text", "title", "heading", "bullet", "numbered", "row", "note"]
"""What a format says about a line: the document's title, a heading, a point of a list, a row of a table, a footnote."""


Aside = Literal["", "caption", "picture", "navigation", "header", "footer", "aside", "form", "comment", "front matter"]
"""What stands beside the text proper: a page's furniture, a picture and its words, what front matter says."""


class Hiding(NamedTuple):
    """Why the draft does not show words that stand in its file. `by`: who commented, or deleted, where it says so.

    `asks`: somebody has to see the words; not so the code of a page, and what stands around an article.
    """

    kind: Literal["hidden", "comment", "deleted", "moved", "struck", "signature", "reply"]
    by: str = ""
    asks: bool = True


NOTE = "#note:"
"""With this begins the `href` of a `Run` that is the mark of a footnote; the number or sign of the note follows."""


def note_label(mark: str) -> str:
    """What the mark of a footnote and the note's own marker have in common: “1” of “[1]”, “[^1]:” and “1”."""
    return "".join(filter(str.isalnum, mark)) or mark.strip()


@dataclass(frozen=True)
class Run:
    """Characters of a line that are set apart. `href`: where a link leads (or `NOTE` with its label), else empty."""

    start: int
    end: int
    style: Literal["strong", "em", "link"]
    href: str = ""


@dataclass(frozen=True)
class Line:
    """One paragraph of a draft as it stands there, without space at its ends.

    `number` is the line of the draft (from 1) in which it begins, `column` (from 0) where in that line. `marker` was
    taken off its front: “-”, “2.”, “Q:”. `level` is that of a heading (from 1), or how deep a point stands (from 1)
    and each further paragraph of it. `address` names the line in `Decisions`. `after_blank`: a blank line stands above.
    `aside`: what it is where it stands beside the text proper, else empty. `breaks`: where the draft goes on at another
    place than the text does, as offset in `text`, number and column, in order.

    `left_out`: the draft does not show the line, so it is in no text unless an editor takes it in; `inside` names the
    place at which it stood, if that is in another line. `origins`: where the text goes on with what was read as another
    line, as offset in `text`, address and offset there, in order; empty: it is as it was read.
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
    left_out: Hiding | None = None
    inside: str = ""
    origins: tuple[tuple[int, str, int], ...] = ()

    @property
    def order(self) -> tuple[int, int]:
        """Where the line stands among all lines of the draft."""
        number, _, offset = self.address.partition(".")
        return int(number or 0), int(offset or 0)

    @property
    def all_origins(self) -> tuple[tuple[int, str, int], ...]:
        """`origins`, which a line that stands as it was read has as well."""
        return self.origins or ((0, self.address, 0),)

    def origin(self, offset: int) -> tuple[str, int]:
        """Address and offset of the character at `offset`, in the line that it was read in."""
        origins = self.all_origins
        start, address, before = origins[bisect_right(origins, offset, key=lambda origin: origin[0]) - 1]
        return address, max(0, before + offset - start)

    def offset_of(self, address: str, offset: int) -> int | None:
        """Where that character of the line as it was read stands in `text`; None where it is in another line."""
        for start, number, before in self.all_origins:
            at = start + offset - before
            if number == address and 0 <= at < len(self.text) and self.origin(at) == (address, offset):
                return at
        return None

    def spot(self, offset: int) -> str:
        """How `Decisions` names the character at `offset`: “12:57”."""
        address, at = self.origin(offset)
        return f"{address}:{at}"

    def place(self, offset: int) -> tuple[int, int]:
        """Number and column, in the draft, of the character at `offset` in `text`."""
        at = bisect_right(self.breaks, offset, key=lambda place: place[0]) - 1
        start, number, column = self.breaks[at] if at >= 0 else (0, self.number, self.column)
        return number, column + offset - start
