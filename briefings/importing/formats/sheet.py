"""Where a reader writes down the lines it finds: words first, cleaned all at once when the draft is at its end."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from briefings.importing.cleaning import clean
from briefings.importing.findings import Finding
from briefings.importing.formats.markers import marker_of, note_marker_of
from briefings.importing.formats.note_marks import behind_quotations
from briefings.importing.formats.pieces import PLAIN, SEAM, SPACES, Look, Pieces, in_scripts, pieces_of, sewn
from briefings.importing.lines import Aside, Line, Run, Style

MOST_LINES = 5_000
"""What follows is one line: a hundred briefings have fewer."""
MOST_FINDINGS = 20
"""Of one code: a draft with more of the same is told as a number."""


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
class Sheet:
    """`entries` are the lines so far, `pieces` the words of the line that is being written."""

    entries: list[Entry] = field(default_factory=list)
    pieces: Pieces = field(default_factory=list)
    _findings: list[tuple[int, Finding]] = field(default_factory=list)
    _told: Counter[str] = field(default_factory=Counter)
    _has_too_many: bool = False

    def add(self, text: str, look: Look = PLAIN) -> None:
        if text:
            self.pieces.append((text, look))

    def part(self) -> None:
        """What comes next is another stretch, even if it looks as what came before."""
        self.pieces.append(("", PLAIN))

    def take(self, lines: Iterable[Line]) -> None:
        """Lines that another reader found, each a line here."""
        for line in lines:
            self.pieces = pieces_of(line)
            how = {name: getattr(line, name) for name in ("style", "level", "marker", "aside", "after_blank")}
            self.end(**how)

    @property
    def is_blank(self) -> bool:
        return not any(text and not text.isspace() for text, _ in self.pieces)

    def end(self, **how: object) -> bool:
        """The line is at its end; tells whether there were words. `how`: fields of `Entry`."""
        pieces, self.pieces = behind_quotations(in_scripts(self.pieces)), []
        if all(not text or text.isspace() for text, _ in pieces):
            return False
        if len(self.entries) < MOST_LINES:
            self.entries.append(Entry(pieces, **how))
        else:
            self.entries[-1].pieces += [(" ", PLAIN), *pieces]
            self._has_too_many = True
        return True

    def take_over(self, other: "Sheet", *, number: int) -> None:
        """All lines and findings of a sheet that is part of this one, in the line `number` of the draft."""
        for entry in other.entries:
            self.pieces = entry.pieces
            self.end(**{name: value for name, value in vars(entry).items() if name != "pieces"} | {"number": number})
        for _, finding in other._findings:
            self.tell(finding.code, finding.sentence)

    def tell(self, code: str, sentence: str) -> None:
        """A finding about the line that is being written."""
        self._told[code] += 1
        if self._told[code] <= MOST_FINDINGS:
            self._findings.append((len(self.entries), Finding(code=code, sentence=sentence)))

    def tell_once(self, code: str, sentence: str) -> None:
        if not self._told[code]:
            self.tell(code, sentence)

    def finished(self) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
        """The lines, cleaned, and every finding with the number of its line."""
        whole, removed = clean("\n".join(sewn(entry.pieces) for entry in self.entries))
        numbers: list[int] = []
        lines: list[Line] = []
        for entry, cleaned in zip(self.entries, whole.split("\n") if self.entries else (), strict=True):
            numbers.append(entry.number or len(lines) + 1)
            lines += _lines(entry, cleaned, number=numbers[-1], first=len(lines))
        numbers.append(numbers[-1] if numbers else 1)
        findings = [replace(finding, line=numbers[min(at, len(numbers) - 1)]) for at, finding in self._findings]
        findings += removed.findings(numbers)
        if self._has_too_many:
            findings.append(too_many_lines(numbers[-1]))
        return tuple(lines), (*findings, *self._counted())

    def _counted(self) -> Iterator[Finding]:
        for code, count in self._told.items():
            if count > MOST_FINDINGS:
                more = count - MOST_FINDINGS
                yield Finding(code=code, sentence=f"And {more} more of this kind ({code.replace('-', ' ')}).")


def too_many_lines(line: int) -> Finding:
    sentence = (
        f"The draft has more than {MOST_LINES:,} lines. From here on they are one. Cut it into several briefings."
    )
    return Finding(code="too-many-lines", sentence=sentence, line=line)


@dataclass
class _Stretch:
    """Words that stand together, and what is set apart in them. `at`: how many words of the line stood before."""

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


def _lines(entry: Entry, cleaned: str, *, number: int, first: int) -> Iterator[Line]:
    """The line that an entry shows, if there are words in it, and then each stretch of it that the draft does not."""
    looks = [look for look, _ in groupby(entry.pieces, key=lambda piece: piece[1])]
    shown, hidden, gone = _Stretch(), [], ""
    for left_out, group in groupby(zip(cleaned.split(SEAM), looks, strict=True), key=lambda part: part[1].left_out):
        stretch = shown
        if left_out:
            stretch = _Stretch(at=shown.length)
            hidden.append((left_out, stretch))
        for words, look in group:
            words = SPACES.sub(" ", words)
            if left_out:
                gone += words if left_out.kind != "comment" else ""
            elif words:
                stretch.add(" " * _parts_words(shown.last, gone, words), PLAIN)
                gone = ""
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


def _parts_words(before: str, gone: str, after: str) -> bool:
    """Whether the words on either side of what is left out would be one, had its own spaces not parted them."""
    if not before or before[-1] == " " or not after[0].isalnum() or gone.strip() == "":
        return False
    return gone[0] == " " == gone[-1] or ((gone[0] == " " or gone[-1] == " ") and not before[-1].isalnum())


def _shown(entry: Entry, shown: _Stretch, *, number: int, address: str) -> tuple[Line, int]:
    """The line, and how many characters were cut off its front as its marker."""
    text, runs = shown.text, shown.looks
    style, marker, level = entry.style, entry.marker, entry.level
    cut = 0
    if marker:
        marker = " ".join(clean(marker)[0].split())
    elif style == "text" and not entry.aside and (found := marker_of(text)):
        (marker, style, cut), level = found, 1
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
    """Every run by where it begins; neighbours of one kind, with nothing but a space between, are one."""
    found: list[Run] = []
    open_runs: dict[str, int] = {}
    for start, end, look in looks:
        for style, href in (("strong", ""), ("em", ""), ("link", look.href)):
            if not (look.strong if style == "strong" else look.em if style == "em" else look.href):
                continue
            before = open_runs.get(style)
            if before is not None and found[before].href == href and start - found[before].end <= 1:
                found[before] = replace(found[before], end=end)
            else:
                open_runs[style] = len(found)
                found.append(Run(start, end, style, href))
    yield from found
