"""Lines with their roles become the outline of a briefing: headline, lede, headed sections, FAQ, sources."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from briefings.importing.findings import named
from briefings.importing.lines import Line
from briefings.importing.structure import shapes
from briefings.importing.structure.roles import LineRole
from briefings.messages import Message


@dataclass
class OutlineSection:
    heading: Line | None
    paragraphs: list[Line] = field(default_factory=list)


@dataclass
class OutlineQuestion:
    """`open`: the line that says that there is no answer yet."""

    question: Line
    answer: list[Line] = field(default_factory=list)
    open: Line | None = None


@dataclass
class Outline:
    """A draft by its parts. `labels`: lines that only say what follows, such as the FAQ's own heading.

    `reasons`: by the address of an unplaced line, why it is; empty where an editor left it out and knows.
    """

    headline: Line | None = None
    dateline: Line | None = None
    lede: list[Line] = field(default_factory=list)
    bylines: list[Line] = field(default_factory=list)
    sections: list[OutlineSection] = field(default_factory=list)
    faq: list[OutlineQuestion] = field(default_factory=list)
    sources: list[Line] = field(default_factory=list)
    labels: list[Line] = field(default_factory=list)
    unplaced: list[Line] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        head = self.headline or self.dateline or self.bylines or self.labels
        return not (head or self.lede or self.sections or self.faq or self.sources or self.unplaced)

    @property
    def quotable_lines(self) -> list[Line]:
        """The lines in which quotations are looked for, in the order in which they are read."""
        headed = ([*([part.heading] if part.heading else []), *part.paragraphs] for part in self.sections)
        asked = ([entry.question, *entry.answer] for entry in self.faq)
        return [*([self.headline] if self.headline else []), *self.lede, *chain(*headed, *asked)]


def outline_of(lines: Sequence[LineRole]) -> Outline:
    """Puts every line into exactly one place; a line whose role has no place is unplaced.

    Of several lines that were chosen as the headline, or as the dateline, the newest choice holds.
    """
    outline = Outline()
    for line_role in lines:
        if line_role.role not in ("headline", "dateline"):
            _place(outline, line_role)
    for role in ("headline", "dateline"):
        chosen = (line_role for line_role in lines if line_role.role == role)
        first, *others = sorted(chosen, key=lambda line_role: line_role.choice, reverse=True) or [None]
        setattr(outline, role, first and first.line)
        for line_role in others:
            outline.unplaced.append(line_role.line)
            words = {"words": named(line_role.line.text), "newer": named(first.line.text)}
            outline.reasons[line_role.line.address] = (
                Message("%(words)s was chosen as the headline before %(newer)s was. Choose what it is now.", **words)
                if role == "headline"
                else Message(
                    "%(words)s was chosen as the dateline before %(newer)s was. Choose what it is now.", **words
                )
            )
    outline.unplaced.sort(key=lambda line: line.order)
    return outline


def _place(outline: Outline, line_role: LineRole) -> None:
    line = line_role.line
    if line_role.role == "lede":
        outline.lede.append(line)
    elif line_role.role == "byline":
        outline.bylines.append(line)
    elif line_role.role == "heading":
        outline.sections.append(OutlineSection(heading=line))
    elif line_role.role == "text":
        if not outline.sections:
            outline.sections.append(OutlineSection(heading=None))
        outline.sections[-1].paragraphs.append(line)
    elif line_role.role == "question":
        outline.faq.append(OutlineQuestion(question=line))
    elif line_role.role == "answer" and outline.faq:
        _answer(outline.faq[-1], line_role)
    elif line_role.role == "source":
        outline.sources.append(line)
    elif line_role.role == "label":
        outline.labels.append(line)
    else:
        outline.unplaced.append(line)
        if line_role.role == "answer":
            outline.reasons[line.address] = Message(
                "%(words)s was chosen as an answer, and no question stands above it. Choose its question.",
                words=named(line.text),
            )
        elif line_role.choice:
            outline.reasons[line.address] = ""


def _answer(entry: OutlineQuestion, line_role: LineRole) -> None:
    """Adds an answer. “To be confirmed” alone is none, unless an editor says so: it words an open question."""
    if entry.open:
        entry.answer.append(entry.open)
        entry.open = None
    if not entry.answer and not line_role.choice and shapes.says_nothing_yet(line_role.line):
        entry.open = line_role.line
    else:
        entry.answer.append(line_role.line)
