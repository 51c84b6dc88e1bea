"""An outline within the limits becomes content: sections with their quotations, the FAQ, and findings."""

from collections.abc import Mapping, Sequence

from briefings.content import FAQEntry, PersonName, QuoteBlock, SectionBlock, Span, keys
from briefings.content.richtext import plain_text
from briefings.importing import quotation_findings
from briefings.importing.content_limits import fits_line, fits_passage
from briefings.importing.decisions import Decisions
from briefings.importing.effort import affordable
from briefings.importing.findings import Finding, Term, around, named
from briefings.importing.imported import QuotationElsewhere
from briefings.importing.language import Language
from briefings.importing.lines import Line
from briefings.importing.placed import PlacedWords
from briefings.importing.points import markers_as_words
from briefings.importing.richlines import html_of
from briefings.importing.speech.cast import Cast
from briefings.importing.speech.marks import without_templates
from briefings.importing.speech.named import Named
from briefings.importing.speech.passages import Passage, Quotation
from briefings.importing.speech.placement import Places
from briefings.importing.speech.quotations import Reader
from briefings.importing.speech.structures import labels_of, take_turns
from briefings.importing.speech.terms import repeated_in
from briefings.importing.structure.outline import Outline, OutlineQuestion, OutlineSection
from briefings.messages import Message

MOST_QUOTATIONS = 500


class Builder:
    """Reads an outline in order; then holds the blocks, the FAQ, the terms, the findings and their places.

    `markers`: the numbers and letters of points that became words of the text.
    `notes`: where the marks of footnotes lead, by their labels.
    """

    def __init__(self, tongue: Language, decisions: Decisions, notes: Mapping[str, str]) -> None:
        self.blocks: list[SectionBlock | QuoteBlock] = []
        self.faq: list[FAQEntry] = []
        self.terms: list[Term] = []
        self.elsewhere: list[QuotationElsewhere] = []
        self.findings: list[Finding] = []
        self.marks: list[PlacedWords] = []
        self.keys_of_lines: dict[str, str] = {}
        self.markers: list[str] = []
        self._notes = notes
        self._reader = Reader(Cast(tongue), dict(decisions.marks))
        self._keys: set[str] = set()
        self._quotations_left = MOST_QUOTATIONS
        self._lines_left = 0
        self._quotations = 0
        self._words_in_marks: set[str] = set()

    def read(self, outline: Outline) -> None:
        """Takes in the whole outline, in reading order."""
        texts = [line.text for section in outline.sections for line in section.paragraphs]
        self._reader.labels = labels_of(texts, self._reader.cast.tongue)
        self._reader.take_turns = take_turns(texts, self._reader.cast.tongue)
        lines = outline.quotable_lines
        readable = list(affordable(lines))
        self._reader.repeated = repeated_in(line.text for line in readable)
        self._lines_left = len(readable)
        if len(readable) < len(lines):
            self._say("too-long-to-read", quotation_findings.TOO_LONG, lines[len(readable)])
        if outline.headline:
            self._read_elsewhere([outline.headline], Message("in the headline"), None)
        if outline.lede:
            self._read_elsewhere(outline.lede, Message("in the lede"), None)
        for section in outline.sections:
            self._add_section(section)
        for entry in outline.faq:
            self._add_question(entry)

    def _new_key(self, letter: str) -> str:
        while (key := keys.new_key(letter)) in self._keys:
            pass
        self._keys.add(key)
        return key

    def _say(self, code: str, sentence: str, line: Line, *, offset: int = 0, key: str | None = None) -> None:
        number, column = line.place(offset)
        self.findings.append(Finding(code=code, sentence=sentence, line=number, column=column, key=key))

    def _add_section(self, section: OutlineSection) -> None:
        key = self._new_key(keys.SECTION)
        heading = section.heading.text if section.heading else ""
        body = self._html_of(section.paragraphs)
        self.blocks.append(SectionBlock(key=key, heading=heading, body=body))
        self._belongs(key, [*([section.heading] if section.heading else []), *section.paragraphs])
        if section.heading:
            self._read_elsewhere([section.heading], Message("in a heading"), key, meets=False)
        where = quotation_findings.in_section(heading)
        passage = self._read(section.paragraphs, key)
        places = Places(plain_text(body)) if passage.quotations else None
        for quotation in passage.quotations:
            self._add_quote(section.paragraphs, quotation, where, section=key, places=places)

    def _html_of(self, lines: Sequence[Line]) -> str:
        self.markers += markers_as_words(lines)
        return html_of(lines, self._notes)

    def _belongs(self, key: str, lines: Sequence[Line]) -> None:
        for line in lines:
            self.keys_of_lines.setdefault(line.address, key)

    def _add_quote(
        self, lines: Sequence[Line], quotation: Quotation, where: Message, *, section: str, places: Places
    ) -> None:
        line, start = lines[quotation.spans[0].line], quotation.spans[0].start
        words = [span.text for span in quotation.spans]
        if not all(map(fits_passage, words)):
            sentence = quotation_findings.refused(quotation.words, where)
            self._say("quote-refused", sentence, line, offset=start, key=section)
            return
        key = self._new_key(keys.QUOTE)
        person, role = _person(quotation.speaker)
        confirmed = quotation.is_sure and person is not None
        spans = tuple(Span(text=span) for span in words)
        self.blocks.append(
            QuoteBlock(key=key, spans=spans, section=section, person=person, role=role, confirmed=confirmed)
        )
        self._mark(lines, quotation, key)
        if person is None:
            sentence = quotation_findings.without_speaker(quotation.words, where)
            self._say("quote-without-speaker", sentence, line, offset=start, key=key)
        elif not confirmed:
            sentence = quotation_findings.guessed(quotation.words, where, speaker=person.name)
            self._say("speaker-guessed", sentence, line, offset=start, key=key)
        if not places.are_unique(words):
            sentence = quotation_findings.ambiguous(quotation.words, where)
            self._say("quote-ambiguous", sentence, line, offset=start, key=key)

    def _mark(self, lines: Sequence[Line], quotation: Quotation, key: str | None) -> None:
        self._quotations += 1
        person, role = _person(quotation.speaker)
        for span in quotation.spans:
            self.marks.append(
                PlacedWords(
                    place=lines[span.line].spot(span.start),
                    address=lines[span.line].address,
                    start=span.start,
                    end=span.end,
                    kind="quotation",
                    is_sure=quotation.is_sure and person is not None,
                    reason=quotation.reason,
                    quotation=self._quotations,
                    speaker=person.name if person else "",
                    role=role,
                    key=key,
                )
            )

    def _add_question(self, entry: OutlineQuestion) -> None:
        key = self._new_key(keys.FAQ)
        wording = entry.open.text if entry.open else ""
        answer = self._html_of(entry.answer)
        self.faq.append(FAQEntry(key=key, question=entry.question.text, answer=answer, open_wording=wording))
        self._belongs(key, [entry.question, *entry.answer, *([entry.open] if entry.open else [])])
        self._read_elsewhere([entry.question], Message("in a question of the FAQ"), key)
        self._read_elsewhere(
            entry.answer, Message("in the answer to %(question)s", question=named(entry.question.text)), key
        )
        if not entry.answer:
            sentence = quotation_findings.open_question(entry.question.text, wording=wording)
            self._say("open-question", sentence, entry.question, key=key)

    def _read_elsewhere(self, lines: Sequence[Line], where: Message, key: str | None, *, meets: bool = True) -> None:
        for quotation in self._read(lines, key, meets=meets).quotations:
            first = quotation.spans[0]
            line = lines[first.line]
            speaker = quotation.speaker.name if quotation.speaker else ""
            sentence = quotation_findings.elsewhere(quotation.words, where, speaker=speaker)
            self._say("quote-elsewhere", sentence, line, offset=first.start, key=key)
            self._mark(lines, quotation, None)
            number, column = line.place(first.start)
            self.elsewhere.append(
                QuotationElsewhere(
                    words=quotation.words,
                    speaker=quotation.speaker,
                    is_sure=quotation.is_sure,
                    line=number,
                    column=column,
                    key=key,
                )
            )

    def _read(self, lines: Sequence[Line], key: str | None, *, meets: bool = True) -> Passage:
        """The quotations of consecutive lines; notes their terms and lone marks on the way."""
        lines = lines[: self._lines_left]
        self._lines_left -= len(lines)
        if self._quotations_left <= 0 or not lines:
            return Passage()
        texts, spots = [without_templates(line.text) for line in lines], [line.spot for line in lines]
        markers = [line.marker for line in lines]
        passage = self._reader.read(texts, spots, most=self._quotations_left, meets=meets, markers=markers)
        for term in passage.terms:
            self._note_term(lines[term.spans[0].line], term, key)
        for place, offset in passage.lone_marks:
            text = lines[place].text
            sentence = Message(
                "A quotation mark (%(mark)s) has no partner: %(words)s.",
                mark=text[offset],
                words=named(around(text, offset)),
            )
            self._say("unbalanced-mark", sentence, lines[place], offset=offset, key=key)
        for place in passage.overfull:
            sentence = Message("A paragraph holds too many quotation marks to read them.")
            self._say("too-many-marks", sentence, lines[place], key=key)
        self._quotations_left -= len(passage.quotations)
        if self._quotations_left <= 0 or passage.is_cut:
            self._quotations_left = 0
            self._say(
                "too-many-marks",
                Message("The draft holds too many quotations; the rest are not read."),
                lines[0],
                key=key,
            )
        return passage

    def _note_term(self, line: Line, term: Quotation, key: str | None) -> None:
        start, end = term.spans[0].start, term.spans[0].end
        number, column = line.place(start)
        person, role = _person(term.speaker)
        if not term.is_sure and term.words not in self._words_in_marks:
            sentence = quotation_findings.words_in_marks(term.words, speaker=person.name if person else "")
            self._say("words-in-marks", sentence, line, offset=start, key=key)
        self._words_in_marks.add(term.words)
        self.terms.append(Term(words=term.words, line=number, column=column, key=key))
        self.marks.append(
            PlacedWords(
                place=line.spot(start),
                address=line.address,
                start=start,
                end=end,
                kind="term",
                is_sure=False,
                reason=quotation_findings.why_words_in_marks(term.reason, is_sure=term.is_sure),
                speaker=person.name if person else "",
                role=role,
            )
        )


def _person(speaker: Named | None) -> tuple[PersonName | None, str]:
    if speaker is None or not speaker.name or not fits_line(speaker.name):
        return None, ""
    role = speaker.role if fits_line(speaker.role) else ""
    return PersonName(name=speaker.name, kind=speaker.kind), role
