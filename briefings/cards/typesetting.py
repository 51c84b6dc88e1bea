"""Words become lines that fit: smaller in steps, and at last cut at a word."""

import re
from dataclasses import dataclass, field

from PIL import ImageFont

from briefings.cards import fonts

ELLIPSIS = "…"
# The size of a headline, and in how many lines it may stand at most.
STEPS = ((116, 2), (100, 2), (88, 3), (76, 3), (66, 4), (58, 4), (50, 5), (43, 6))
# The letters of Arabic reach further above their line, and below it, than those of other scripts.
_TALL = re.compile(r"[\u0600-\u077f]")
_LEADING = {False: 1.17, True: 1.48}
# What a line may end with: a word with the blanks behind it, or a part of one that ends with a hyphen or a slash.
_PIECE = re.compile(r"\S+?[-‐–—/](?=\w)|\S+\s*")
_LEAST_PART = 4
"""The fewest letters of a broken word that stand alone in a line."""
_NEAR = 1.05
"""How much longer a text may be by its size in another step than it turns out to be: letters stand at whole pixels."""


@dataclass(frozen=True)
class Block:
    """Lines of one size. `leading` is from one baseline to the next."""

    lines: tuple[str, ...]
    size: int
    leading: int

    @property
    def height(self) -> int:
        return self.leading * len(self.lines)


@dataclass(frozen=True)
class _Setting:
    """The pieces of a text in one size. Each is measured once: none changes its look with those beside it."""

    pieces: tuple[str, ...]
    face: ImageFont.FreeTypeFont
    widths: dict[str, float] = field(default_factory=dict)

    def length(self, piece: str) -> float:
        if piece not in self.widths:
            self.widths[piece] = self.face.getlength(piece)
        return self.widths[piece]

    @property
    def widest(self) -> float:
        return max(self.length(piece.rstrip()) for piece in self.pieces)

    def lines(self, width: float) -> list[str]:
        """As many pieces in each line as there is room for, and at least one."""
        lines: list[str] = []
        end = width
        for piece in self.pieces:
            if end + self.length(piece.rstrip()) <= width:
                lines[-1] += piece
            else:
                lines.append(piece)
                end = 0
            end += self.length(piece)
        return [line.rstrip() for line in lines]

    def balanced(self, width: int) -> tuple[str, ...]:
        """The same number of lines, none longer than it must be."""
        count = len(self.lines(width))
        narrow, wide = int(self.widest), width
        while wide - narrow > 4:
            between = (narrow + wide) // 2
            narrow, wide = (narrow, between) if len(self.lines(between)) == count else (between, wide)
        return tuple(self.lines(wide))

    def broken(self, width: int) -> "_Setting":
        """With hyphens in words that are longer than a line."""
        return _Setting(tuple(part for piece in self.pieces for part in self._parts(piece, width)), self.face)

    def _parts(self, piece: str, width: int) -> list[str]:
        parts = []
        while self.length(piece.rstrip()) > width:
            most = len(piece.rstrip()) - _LEAST_PART
            end = next(end for end in range(most, 0, -1) if self.face.getlength(f"{piece[:end]}-") <= width)
            parts.append(f"{piece[:end]}-")
            piece = piece[end:]
        return [*parts, piece]


def headline(text: str, *, width: int, height: int) -> Block:
    """`text` as large as it fits, its lines of like length.

    A word that is longer than a line in the smallest size is broken in each, and what is too much even then is cut.
    """
    pieces = tuple(_PIECE.findall(text))
    leadings = _LEADING[bool(_TALL.search(text))]
    smallest = _Setting(pieces, fonts.font(fonts.HEADLINE, STEPS[-1][0]))
    has_to_break = smallest.widest > width
    whole = sum(map(smallest.length, pieces)) / STEPS[-1][0]
    for size, most in STEPS:
        leading = round(size * leadings)
        most = min(most, height // leading)
        if whole * size > most * width * _NEAR and size != STEPS[-1][0]:
            continue
        setting = _Setting(pieces, fonts.font(fonts.HEADLINE, size))
        if has_to_break:
            setting = setting.broken(width)
        lines = setting.lines(width)
        if setting.widest <= width and len(lines) <= most:
            return Block(setting.balanced(width), size, leading)
    return Block((*lines[: most - 1], cut(" ".join(lines[most - 1 :]), setting.face, width)), size, leading)


def cut(text: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """`text` in one line of at most `width`, with an ellipsis behind the last whole word where it is too long."""
    if face.getlength(text) <= width:
        return text
    words = text.split()
    while len(words) > 1 and face.getlength(" ".join(words) + ELLIPSIS) > width:
        words.pop()
    kept = " ".join(words).rstrip(" ,;:.–—-")
    while kept and face.getlength(kept + ELLIPSIS) > width:
        kept = kept[:-1]
    return kept + ELLIPSIS
