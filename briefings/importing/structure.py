"""Lines become the outline of a briefing: headline, lede, headed sections, FAQ."""

from dataclasses import dataclass, field

from briefings.importing.lines import Line


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
    lede: Line | None = None
    sections: list[OutlineSection] = field(default_factory=list)
    faq: list[OutlineQuestion] = field(default_factory=list)
    labels: list[Line] = field(default_factory=list)
    unplaced: list[Line] = field(default_factory=list)


def outline_of(lines: tuple[Line, ...]) -> Outline:
    """The outline that the shapes of the lines give; every line goes to exactly one place."""
    outline = Outline()
    headings = _headings(lines)
    faqs = _faqs(lines, headings)
    rest = list(range(len(lines)))
    if _begins_with_headline(lines, headings):
        outline.headline = lines[rest.pop(0)]
    if rest and rest[0] not in headings and rest[0] not in faqs:
        outline.lede = lines[rest.pop(0)]
    faq: _FAQReader | None = None
    for index in rest:
        line = lines[index]
        if index in faqs:
            faq = _FAQReader(outline)
            outline.labels.append(line)
        elif index in headings and not (faq and _stays_in_faq(lines, index)):
            faq = None
            outline.sections.append(OutlineSection(heading=line))
        elif faq:
            faq.take(line)
        else:
            if not outline.sections:
                outline.sections.append(OutlineSection(heading=None))
            outline.sections[-1].paragraphs.append(line)
    return outline


def _headings(lines: tuple[Line, ...]) -> set[int]:
    """Lines that head what follows: short, no full stop, with prose after them."""
    return {
        index
        for index, line in enumerate(lines[:-1])
        if line.is_short(words=14, characters=100) and not line.names_the_faq and lines[index + 1].is_prose
    }


def _faqs(lines: tuple[Line, ...], headings: set[int]) -> set[int]:
    """Lines that name an FAQ and have a question after them before another heading; else they are plain headings."""
    found: set[int] = set()
    question_follows = False
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.names_the_faq:
            if question_follows:
                found.add(index)
            elif index + 1 < len(lines) and lines[index + 1].is_prose:
                headings.add(index)
            question_follows = False
        elif line.is_question:
            question_follows = True
        elif index in headings:
            question_follows = False
    return found


def _begins_with_headline(lines: tuple[Line, ...], headings: set[int]) -> bool:
    """A lone short line above prose, or above the first heading. Anything else is no headline: none is invented."""
    if len(lines) < 2 or lines[0].names_the_faq or not lines[0].is_short(words=25, characters=200):
        return False
    below = lines[1]
    return 1 in headings or (below.is_prose and len(below.text) > len(lines[0].text))


def _stays_in_faq(lines: tuple[Line, ...], index: int) -> bool:
    return lines[index].is_question or (lines[index - 1].is_question and lines[index].is_short_answer)


class _FAQReader:
    """Takes the lines of one FAQ; before its first question stands nothing that content has a place for."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._asked: OutlineQuestion | None = None

    def take(self, line: Line) -> None:
        if line.is_question:
            self._asked = OutlineQuestion(question=line)
            self._outline.faq.append(self._asked)
        elif self._asked:
            self._asked.answer.append(line)
        else:
            self._outline.unplaced.append(line)
