"""A line that a reader wrote down, and the lines that become of it: what it shows, and each stretch that it hides."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from briefings.importing.character_filter import clean
from briefings.importing.formats.markers import marker_of, note_marker_of
from briefings.importing.formats.pieces import PLAIN, SEAM, SPACES, Look, Pieces
from briefings.importing.lines import Aside, Line, Run, Style


@dataclass
class Entry:
    """A line that is not cleaned yet. `part`: which part of a page it stands in, as the reader counts them."""

    pieces: Pieces
    style: Style = "text"
    level: int = 0
    marker: str = ""
    aside: Aside = ""
    number: int = 0
    after_blank: bool = False
    part: int = 0

    @property
    def length(self) -> int:
        return sum(len(text) for text, _ in self.pieces)

    @property
    def is_shown(self) -> bool:
        """Whether the draft shows any of the words."""
        return any(text.strip() and not look.left_out for text, look in self.pieces)

    @property
    def text(self) -> str:
        return " ".join("".join(text for text, _ in self.pieces).split())


@dataclass
class _Stretch:
    """Words that stand together, and what is set apart in them. `at`: how many characters of the line stand before."""

    at: int = 0
    looks: list[tuple[int, int, Look]] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def last(self) -> str:
        """The last character, a space too; empty where there is none."""
        return self._parts[-1][-1] if self._parts else ""

    @property
    def text(self) -> str:
        return "".join(self._parts).rstrip()

    @property
    def length(self) -> int:
        """That of the text."""
        return self._length - (self.last == " ")

    def add(self, words: str, look: Look) -> None:
        if self.last in ("", " "):
            words = words.removeprefix(" ")
        if not words:
            return
        if look != PLAIN and words.strip():
            start = self._length
            self.looks.append((start + len(words) - len(words.lstrip()), start + len(words.rstrip()), look))
        self._parts.append(words)
        self._length += len(words)


def lines_of(entry: Entry, cleaned: str, *, number: int, first: int, most: int) -> Iterator[Line]:
    """The line that an entry shows, if there are words in it, and then each stretch of it that the draft hides.

    Beyond `most` lines, further hidden stretches are joined to the last.
    """
    looks = [look for look, _ in groupby(entry.pieces, key=lambda piece: piece[1])]
    shown, hidden, gap = _Stretch(), [], ""
    for left_out, group in groupby(zip(cleaned.split(SEAM), looks, strict=True), key=lambda part: part[1].left_out):
        stretch = shown
        if left_out and hidden and first + len(hidden) >= most:
            stretch = hidden[-1][1]
            stretch.add(" ", PLAIN)
        elif left_out:
            stretch = _Stretch(at=shown.length)
            hidden.append((left_out, stretch))
        for words, look in group:
            words = SPACES.sub(" ", words)
            if left_out:
                gap += words if left_out.kind != "comment" else ""
            elif words:
                stretch.add(" " * _parts_words(shown.last, gap, words), PLAIN)
                gap = ""
            stretch.add(words, look._replace(left_out=None))
    line, cut = _shown(entry, shown, number=number, address=str(first))
    marker = line.marker
    if line.text or (line.marker and not hidden):
        yield line
        first += 1
        marker = ""
    for left_out, stretch in hidden:
        text = stretch.text
        if not text:
            continue
        inside = f"{line.address}:{max(stretch.at - cut, 0)}" if line.text else ""
        yield Line(
            text=text,
            number=number,
            style="text" if inside else entry.style,
            level=0 if inside else entry.level,
            marker=marker,
            runs=tuple(_runs([(start, min(end, len(text)), look) for start, end, look in stretch.looks])),
            address=str(first),
            left_out=left_out,
            inside=inside,
        )
        first += 1
        marker = ""


def _parts_words(before: str, gap: str, after: str) -> bool:
    """Whether only the spaces of the `gap`, which is left out, part the words on its two sides."""
    if not before or before[-1] == " " or not after[0].isalnum() or gap.strip() == "":
        return False
    return gap[0] == " " == gap[-1] or ((gap[0] == " " or gap[-1] == " ") and not before[-1].isalnum())


def _shown(entry: Entry, shown: _Stretch, *, number: int, address: str) -> tuple[Line, int]:
    """The line, and how many characters were cut off its front as its marker."""
    text, runs = shown.text, shown.looks
    style, marker, level = entry.style, entry.marker, entry.level
    cut = 0
    if marker:
        marker = " ".join(clean(marker)[0].split())
    elif style == "text" and not entry.aside and (point := marker_of(text)):
        (marker, style, cut), level = point, 1
    elif style == "note":
        marker, cut = note_marker_of(text)
    if cut:
        text = text[cut:]
        runs = [(max(start - cut, 0), end - cut, look) for start, end, look in runs if end > cut]
    line = Line(
        text=text,
        number=number,
        style=style,
        level=level,
        runs=tuple(_runs(runs)),
        marker=marker,
        address=address,
        after_blank=entry.after_blank,
        aside=entry.aside,
    )
    return line, cut


def _runs(looks: list[tuple[int, int, Look]]) -> Iterator[Run]:
    """The runs in order; two of one kind with nothing but a space between are one."""
    runs: list[Run] = []
    open_runs: dict[str, int] = {}
    for start, end, look in looks:
        for style, href in (("strong", ""), ("em", ""), ("link", look.href)):
            if not (look.strong if style == "strong" else look.em if style == "em" else look.href):
                continue
            before = open_runs.get(style)
            if before is not None and runs[before].href == href and start - runs[before].end <= 1:
                runs[before] = replace(runs[before], end=end)
            else:
                open_runs[style] = len(runs)
                runs.append(Run(start, end, style, href))
    yield from runs
