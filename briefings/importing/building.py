"""A fitted outline becomes content: sections with the quotations in them, the FAQ, and what an editor should know."""

from briefings.content import FAQEntry, PersonName, QuoteBlock, SectionBlock, Span, keys
from briefings.content.richtext import paragraphs_to_html, plain_text
from briefings.importing.cast import Cast, Named
from briefings.importing.findings import Finding, Term, named
from briefings.importing.fitting import fits_line, fits_passage
from briefings.importing.imported import QuotationElsewhere
from briefings.importing.lines import Line
from briefings.importing.placing import Places
from briefings.importing.quotations import Quotation, passage_of
from briefings.importing.structure import Outline, OutlineQuestion, OutlineSection

MOST_QUOTATIONS = 500


class Builder:
    """Reads the parts in order; afterwards holds the blocks, the FAQ, the terms and the findings."""

    def __init__(self) -> None:
        self.blocks: list[SectionBlock | QuoteBlock] = []
        self.faq: list[FAQEntry] = []
        self.terms: list[Term] = []
        self.elsewhere: list[QuotationElsewhere] = []
        self.findings: list[Finding] = []
        self._cast = Cast()
        self._keys: set[str] = set()
        self._left = MOST_QUOTATIONS

    def read(self, outline: Outline) -> None:
        """Takes in the whole outline, in reading order."""
        if outline.headline:
            self._read_elsewhere(outline.headline, "the headline", None)
        if outline.lede:
            self._read_elsewhere(outline.lede, "the lede", None)
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
        column = line.column + offset
        self.findings.append(Finding(code=code, sentence=sentence, line=line.number, column=column, key=key))

    def _add_section(self, section: OutlineSection) -> None:
        key = self._new_key(keys.SECTION)
        heading = section.heading.text if section.heading else ""
        body = paragraphs_to_html([line.text for line in section.paragraphs])
        self.blocks.append(SectionBlock(key=key, heading=heading, body=body))
        if section.heading:
            self._read_elsewhere(section.heading, "a heading", key)
        where = f"in {named(heading)}" if heading else "in the section without a heading"
        found = [(line, quotation) for line in section.paragraphs for quotation in self._read(line, key)]
        places = Places(plain_text(body)) if found else None
        for line, quotation in found:
            self._add_quote(line, quotation, where, section=key, places=places)

    def _add_quote(self, line: Line, quotation: Quotation, where: str, *, section: str, places: Places) -> None:
        words = " … ".join(quotation.spans)
        if not all(map(fits_passage, quotation.spans)):
            sentence = f"{named(words)} {where} cannot be kept as a quotation: too long, or its directions are mixed."
            self._say("quote-refused", sentence, line, offset=quotation.start, key=section)
            return
        key = self._new_key(keys.QUOTE)
        spans = tuple(Span(text=span) for span in quotation.spans)
        person, role = _person(quotation.speaker)
        confirmed = quotation.is_sure and person is not None
        block = QuoteBlock(key=key, spans=spans, section=section, person=person, role=role, confirmed=confirmed)
        self.blocks.append(block)
        if person is None:
            sentence = f"{named(words)} {where} has no speaker. Name who said it, or keep it as plain text."
            self._say("quote-without-speaker", sentence, line, offset=quotation.start, key=key)
        elif not confirmed:
            sentence = f"{named(words)} {where}: the speaker seems to be {person.name}. Confirm or change the speaker."
            self._say("speaker-guessed", sentence, line, offset=quotation.start, key=key)
        if not places.are_unique(quotation.spans):
            sentence = f"{named(words)} stands more than once {where}. Add words to the quotation until it is unique."
            self._say("quote-ambiguous", sentence, line, offset=quotation.start, key=key)

    def _add_question(self, entry: OutlineQuestion) -> None:
        key = self._new_key(keys.FAQ)
        answer = paragraphs_to_html([line.text for line in entry.answer])
        self.faq.append(FAQEntry(key=key, question=entry.question.text, answer=answer))
        self._read_elsewhere(entry.question, "a question of the FAQ", key)
        for line in entry.answer:
            self._read_elsewhere(line, f"the answer to {named(entry.question.text)}", key)
        if not entry.answer:
            sentence = f"Answer {named(entry.question.text)}, hold it back, or publish it as an open question."
            self._say("open-question", sentence, entry.question, key=key)

    def _read_elsewhere(self, line: Line, where: str, key: str | None) -> None:
        for quotation in self._read(line, key):
            words = " … ".join(quotation.spans)
            speaker = f", said by {quotation.speaker.name} it seems," if quotation.speaker else ""
            sentence = f"{named(words)}{speaker} stands in {where}, where quotations stay plain text."
            self._say("quote-elsewhere", sentence, line, offset=quotation.start, key=key)
            self.elsewhere.append(
                QuotationElsewhere(
                    words=words,
                    speaker=quotation.speaker,
                    is_sure=quotation.is_sure,
                    line=line.number,
                    column=line.column + quotation.start,
                    key=key,
                )
            )

    def _read(self, line: Line, key: str | None) -> tuple[Quotation, ...]:
        """The quotations of a line; its terms and lone marks are noted on the way."""
        if self._left <= 0:
            return ()
        passage = passage_of(line.text, self._cast)
        for words, offset in passage.terms:
            self.terms.append(Term(words=words, line=line.number, column=line.column + offset, key=key))
        for offset in passage.alone:
            sentence = f"A quotation mark ({line.text[offset]}) has no partner: {named(_around(line.text, offset))}."
            self._say("unbalanced-mark", sentence, line, offset=offset, key=key)
        self._left -= len(passage.quotations)
        if passage.is_overfull:
            self._say("too-many-marks", "A paragraph holds too many quotation marks to read them.", line, key=key)
        elif self._left <= 0:
            self._say("too-many-marks", "The draft holds too many quotations; the rest are not read.", line, key=key)
        return passage.quotations


def _person(speaker: Named | None) -> tuple[PersonName | None, str]:
    if speaker is None or not fits_line(speaker.name):
        return None, ""
    role = speaker.role if fits_line(speaker.role) else ""
    return (PersonName(name=speaker.name, kind="body") if speaker.is_body else PersonName(name=speaker.name)), role


def _around(text: str, offset: int) -> str:
    return text[max(0, offset - 30) : offset + 31].strip()
