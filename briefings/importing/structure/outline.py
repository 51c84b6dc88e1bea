"""Lines with their roles become the outline of a briefing: headline, lede, headed sections, FAQ, sources."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from briefings.importing.findings import named
from briefings.importing.lines import Line
from briefings.importing.structure import shapes
from briefings.importing.structure.roles import Judged


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
        named = self.headline or self.dateline or self.bylines or self.labels
        return not (named or self.lede or self.sections or self.faq or self.sources or self.unplaced)

    @property
    def said(self) -> list[Line]:
        """Every line of which words in marks are read, in the order in which they are."""
        headed = ([*([part.heading] if part.heading else []), *part.paragraphs] for part in self.sections)
        asked = ([entry.question, *entry.answer] for entry in self.faq)
        return [*([self.headline] if self.headline else []), *self.lede, *chain(*headed, *asked)]


def outline_of(lines: Sequence[Judged]) -> Outline:
    """Every line goes to exactly one place; what its role has no place for is unplaced.

    Of several lines that were chosen as the headline, or as the dateline, the newest choice holds.
    """
    outline = Outline()
    for judged in lines:
        if judged.role not in ("headline", "dateline"):
            _place(outline, judged)
    for role in ("headline", "dateline"):
        first, *others = sorted(
            (judged for judged in lines if judged.role == role), key=lambda judged: judged.choice, reverse=True
        ) or [None]
        setattr(outline, role, first and first.line)
        for judged in others:
            outline.unplaced.append(judged.line)
            newest = f"{named(judged.line.text)} was chosen as the {role} before {named(first.line.text)} was"
            outline.reasons[judged.line.address] = f"{newest}. Choose what it is now."
    outline.unplaced.sort(key=lambda line: line.order)
    return outline


def _place(outline: Outline, judged: Judged) -> None:
    line = judged.line
    if judged.role == "lede":
        outline.lede.append(line)
    elif judged.role == "byline":
        outline.bylines.append(line)
    elif judged.role == "heading":
        outline.sections.append(OutlineSection(heading=line))
    elif judged.role == "text":
        if not outline.sections:
            outline.sections.append(OutlineSection(heading=None))
        outline.sections[-1].paragraphs.append(line)
    elif judged.role == "question":
        outline.faq.append(OutlineQuestion(question=line))
    elif judged.role == "answer" and outline.faq:
        _answer(outline.faq[-1], judged)
    elif judged.role == "source":
        outline.sources.append(line)
    elif judged.role == "label":
        outline.labels.append(line)
    else:
        outline.unplaced.append(line)
        if judged.role == "answer":
            outline.reasons[line.address] = (
                f"{named(line.text)} was chosen as an answer, and no question stands above it. Choose its question."
            )
        elif judged.choice:
            outline.reasons[line.address] = ""


def _answer(entry: OutlineQuestion, judged: Judged) -> None:
    """“To be confirmed” alone is no answer, unless an editor says so: the question is open, in these words."""
    if entry.open:
        entry.answer.append(entry.open)
        entry.open = None
    if not entry.answer and not judged.choice and shapes.says_nothing_yet(judged.line):
        entry.open = judged.line
    else:
        entry.answer.append(judged.line)
