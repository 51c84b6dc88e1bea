"""Makes an outline fit the limits of content, without losing a word: what is too long moves, and is reported."""

from collections.abc import Iterable
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from briefings.content import fields
from briefings.importing.findings import Finding, named
from briefings.importing.lines import Line
from briefings.importing.richlines import size_of
from briefings.importing.structure.cuts import part_of
from briefings.importing.structure.outline import Outline, OutlineQuestion, OutlineSection
from briefings.messages import Message

_LINE = TypeAdapter(fields.Line)
_PASSAGE = TypeAdapter(fields.Passage)
# A character takes up to five in HTML (“&amp;”), so a piece of this length fits into `fields.Rich` whatever it holds.
_LONGEST_PARAGRAPH = 60_000
_LONGEST_BODY = 400_000


def fits_line(text: str) -> bool:
    """Whether content takes `text` where it wants one line."""
    return _fits(_LINE, text)


def fits_passage(text: str) -> bool:
    """Whether content takes `text` as a passage, such as a lede or the words of a quotation."""
    return _fits(_PASSAGE, text)


def lede_of(lines: Iterable[Line]) -> str:
    """The words of a lede, which may be several lines."""
    return "\n".join(line.text for line in lines)


def _fits(field: TypeAdapter[str], text: str) -> bool:
    try:
        field.validate_python(text)
    except ValidationError:
        return False
    return True


def fitted(outline: Outline) -> tuple[Outline, tuple[Finding, ...]]:
    """The same outline, each part within its limits, and a finding for each thing that had to move."""
    return _Fitter(outline).result()


class _Fitter:
    def __init__(self, outline: Outline) -> None:
        self._before = outline
        self._after = replace(outline, lede=[], sections=[], faq=[], unplaced=list(outline.unplaced))
        self._findings: list[Finding] = []

    def result(self) -> tuple[Outline, tuple[Finding, ...]]:
        for line in self._before.unplaced:
            no_place = Message("Found no place for %(words)s. Add it where it belongs.", words=named(line.text))
            if sentence := self._before.reasons.get(line.address, no_place):
                self._say("unplaced", line, sentence)
        self._fit_headline()
        self._fit_dateline()
        self._fit_lede()
        for section in self._before.sections:
            self._fit_section(section)
        for entry in self._before.faq:
            self._fit_question(entry)
        return self._after, tuple(self._findings)

    def _say(self, code: str, line: Line, sentence: str) -> None:
        self._findings.append(Finding(code=code, sentence=sentence, line=line.number, column=line.column))

    def _fit_headline(self) -> None:
        if (headline := self._before.headline) and not fits_line(headline.text):
            self._say(
                "too-long", headline, Message("The headline is too long, or its directions are mixed. Write another.")
            )
            self._after.headline = None
            self._after.unplaced.append(headline)

    def _fit_dateline(self) -> None:
        if (dateline := self._before.dateline) and not fits_line(dateline.text):
            self._after.dateline = None
            self._after.unplaced.append(dateline)
            self._say("too-long", dateline, Message("The dateline is too long, or its directions are mixed."))

    def _fit_lede(self) -> None:
        for line in self._before.lede:
            if fits_passage(lede_of([*self._after.lede, line])):
                self._after.lede.append(line)
            else:
                what = named(line.text) if self._after.lede else Message("The first paragraph")
                self._say("too-long", line, Message("%(what)s is too long for a lede; it became a section.", what=what))
                self._fit_section(OutlineSection(heading=None, paragraphs=[line]))

    def _fit_section(self, section: OutlineSection) -> None:
        heading, paragraphs = section.heading, section.paragraphs
        if heading and not fits_line(heading.text):
            self._say(
                "too-long",
                heading,
                Message("The heading %(heading)s is too long; it became a paragraph.", heading=named(heading.text)),
            )
            heading, paragraphs = None, [heading, *paragraphs]
        current = OutlineSection(heading=heading)
        self._after.sections.append(current)
        size = 0
        for piece in self._pieces(paragraphs):
            size += size_of(piece)
            if size > _LONGEST_BODY:
                self._say("too-long", piece, Message("A section is too long; it goes on in another section from here."))
                current, size = OutlineSection(heading=None), size_of(piece)
                self._after.sections.append(current)
            current.paragraphs.append(piece)

    def _fit_question(self, entry: OutlineQuestion) -> None:
        if not fits_line(entry.question.text):
            self._say(
                "too-long",
                entry.question,
                Message("The question %(question)s is too long.", question=named(entry.question.text)),
            )
            lines = [entry.question, *entry.answer]
            if not self._after.faq:
                self._after.unplaced.extend(lines)
                return
            entry = OutlineQuestion(
                question=self._after.faq[-1].question, answer=[*self._after.faq.pop().answer, *lines]
            )
        answer: list[Line] = []
        size = 0
        for piece in self._pieces(entry.answer):
            size += size_of(piece)
            if size <= _LONGEST_BODY:
                answer.append(piece)
            else:
                self._after.unplaced.append(piece)
                self._say(
                    "too-long",
                    piece,
                    Message(
                        "The answer to %(question)s is too long from here on.", question=named(entry.question.text)
                    ),
                )
        is_open = entry.open if not answer and entry.open and fits_line(entry.open.text) else None
        if entry.open and not is_open:
            answer.append(entry.open)
        self._after.faq.append(OutlineQuestion(question=entry.question, answer=answer, open=is_open))

    def _pieces(self, paragraphs: list[Line]) -> list[Line]:
        pieces: list[Line] = []
        for paragraph in paragraphs:
            pieces.extend(self._pieces_of(paragraph) if len(paragraph.text) > _LONGEST_PARAGRAPH else (paragraph,))
        return pieces

    def _pieces_of(self, paragraph: Line) -> list[Line]:
        """The paragraph cut at white space; a word that no paragraph can hold is unplaced."""
        self._say("too-long", paragraph, Message("A paragraph is too long; it was cut into several."))
        pieces: list[Line] = []
        text, start = paragraph.text, 0
        while start < len(text):
            end = _cut(text, start)
            words = text[start:end].strip()
            piece = part_of(paragraph, start, end, address=paragraph.address)
            if len(words) > _LONGEST_PARAGRAPH:
                self._after.unplaced.append(piece)
                self._say(
                    "too-long", piece, Message("Found no place for the endless word %(words)s.", words=named(words))
                )
            elif words:
                pieces.append(piece)
            start = end
        return pieces


def _cut(text: str, start: int) -> int:
    """Where the piece that begins at `start` ends: at the last white space that fits, else after the whole word."""
    limit = start + _LONGEST_PARAGRAPH
    if len(text) <= limit:
        return len(text)
    for end in range(limit, start, -1):
        if text[end].isspace():
            return end
    end = limit
    while end < len(text) and not text[end].isspace():
        end += 1
    return end
