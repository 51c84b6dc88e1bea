"""Lines with their roles become the outline of a briefing: headline, lede, headed sections, FAQ, sources."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefings.importing.lines import Line
from briefings.importing.structure.roles import Judged


@dataclass
class OutlineSection:
    heading: Line | None
    paragraphs: list[Line] = field(default_factory=list)


@dataclass
class OutlineQuestion:
    question: Line
    answer: list[Line] = field(default_factory=list)


@dataclass
class Outline:
    """A draft by its parts. `labels`: lines that only say what follows, such as the FAQ's own heading."""

    headline: Line | None = None
    dateline: Line | None = None
    lede: Line | None = None
    bylines: list[Line] = field(default_factory=list)
    sections: list[OutlineSection] = field(default_factory=list)
    faq: list[OutlineQuestion] = field(default_factory=list)
    sources: list[Line] = field(default_factory=list)
    labels: list[Line] = field(default_factory=list)
    unplaced: list[Line] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.headline or self.lede or self.sections or self.faq or self.sources or self.unplaced)


def outline_of(lines: Iterable[Judged]) -> Outline:
    """Every line goes to exactly one place; what its role has no place for is unplaced."""
    outline = Outline()
    for judged in lines:
        _place(outline, judged)
    return outline


def _place(outline: Outline, judged: Judged) -> None:
    line = judged.line
    if judged.role == "headline" and outline.headline is None:
        outline.headline = line
    elif judged.role == "dateline" and outline.dateline is None:
        outline.dateline = line
    elif judged.role == "lede" and outline.lede is None:
        outline.lede = line
    elif judged.role == "byline":
        outline.bylines.append(line)
    elif judged.role == "heading":
        outline.sections.append(OutlineSection(heading=line))
    elif judged.role in ("text", "lede"):
        if not outline.sections:
            outline.sections.append(OutlineSection(heading=None))
        outline.sections[-1].paragraphs.append(line)
    elif judged.role == "question":
        outline.faq.append(OutlineQuestion(question=line))
    elif judged.role == "answer" and outline.faq:
        outline.faq[-1].answer.append(line)
    elif judged.role == "source":
        outline.sources.append(line)
    elif judged.role == "label":
        outline.labels.append(line)
    else:
        outline.unplaced.append(line)
