"""Where a reader writes down the lines it finds; their words are cleaned all at once at the end of the draft."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from briefings.importing.character_filter import clean
from briefings.importing.findings import Finding, kind_of
from briefings.importing.formats.entries import Entry, lines_of
from briefings.importing.formats.note_marks import behind_quotations
from briefings.importing.formats.pieces import PLAIN, Look, Pieces, in_scripts, pieces_of, sewn
from briefings.importing.lines import Line
from briefings.messages import Message

MOST_LINES = 5_000
"""All that follows is one line. A hundred briefings have fewer."""
MOST_FINDINGS = 20
"""Findings of one code; of further ones only the number is given."""


@dataclass
class Sheet:
    """`entries` are the lines so far, `pieces` the words of the line that is being written."""

    entries: list[Entry] = field(default_factory=list)
    pieces: Pieces = field(default_factory=list)
    _findings: list[tuple[int, Finding]] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _has_too_many: bool = False

    def add(self, text: str, look: Look = PLAIN) -> None:
        if text:
            self.pieces.append((text, look))

    def part(self) -> None:
        """Parts what comes next from what came before, even where both look the same."""
        self.pieces.append(("", PLAIN))

    def take(self, lines: Iterable[Line]) -> None:
        """Adds lines that another reader found."""
        names = ("style", "level", "marker", "aside", "after_blank")
        self.bring(Entry(pieces_of(line), **{name: getattr(line, name) for name in names}) for line in lines)

    @property
    def is_blank(self) -> bool:
        return not any(text and not text.isspace() for text, _ in self.pieces)

    def end(self, **how: object) -> bool:
        """Ends the line; returns whether there were words in it. `how`: fields of `Entry`."""
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
        """Adds all lines and findings of a sheet that is part of this one, in the line `number` of the draft."""
        self.bring(replace(entry, number=number) for entry in other.entries)
        for _, finding in other._findings:
            self.tell(finding.code, finding.sentence)

    def bring(self, entries: Iterable[Entry]) -> None:
        """Adds lines that are written already, each as a line here as long as there is room."""
        for entry in entries:
            self.pieces = entry.pieces
            self.end(**{name: value for name, value in vars(entry).items() if name != "pieces"})

    def tell(self, code: str, sentence: str) -> None:
        """A finding about the line that is being written."""
        self._counts[code] += 1
        if self._counts[code] <= MOST_FINDINGS:
            self._findings.append((len(self.entries), Finding(code=code, sentence=sentence)))

    def tell_once(self, code: str, sentence: str) -> None:
        if not self._counts[code]:
            self.tell(code, sentence)

    def finished(self) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
        """The lines, cleaned, and every finding with the number of its line."""
        whole, removed = clean("\n".join(sewn(entry.pieces) for entry in self.entries))
        numbers: list[int] = []
        lines: list[Line] = []
        for entry, cleaned in zip(self.entries, whole.split("\n") if self.entries else (), strict=True):
            numbers.append(entry.number or len(lines) + 1)
            lines += lines_of(entry, cleaned, number=numbers[-1], first=len(lines), most=MOST_LINES)
        numbers.append(numbers[-1] if numbers else 1)
        findings = [replace(finding, line=numbers[min(at, len(numbers) - 1)]) for at, finding in self._findings]
        findings += removed.findings(numbers)
        if self._has_too_many or len(lines) > MOST_LINES:
            findings.append(too_many_lines(numbers[-1]))
        return tuple(lines), (*findings, *self._counted())

    def _counted(self) -> Iterator[Finding]:
        for code, count in self._counts.items():
            if count > MOST_FINDINGS:
                more = count - MOST_FINDINGS
                yield Finding(
                    code=code,
                    sentence=Message("And %(count)s more of this kind (%(kind)s).", count=more, kind=kind_of(code)),
                )


def too_many_lines(line: int) -> Finding:
    sentence = Message(
        "The draft has more than %(count)s lines. From here on they are one. Cut it into several briefings.",
        count=MOST_LINES,
    )
    return Finding(code="too-many-lines", sentence=sentence, line=line)
