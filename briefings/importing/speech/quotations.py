"""The quotations of consecutive paragraphs with their speakers, and the names and terms told apart from them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from briefings.importing.decisions import MarkDecision
from briefings.importing.speech import coreference, structures
from briefings.importing.speech.attribution import Attribution, attributions_in, goes_on
from briefings.importing.speech.cast import Cast
from briefings.importing.speech.certainty import Certain, certain_speaker
from briefings.importing.speech.cues import Sentence
from briefings.importing.speech.doubts import is_conditional, is_denied, thing_that_says
from briefings.importing.speech.incises import without_incises
from briefings.importing.speech.marks import TEMPLATE, Marked, marked_lines
from briefings.importing.speech.mentions import Mention
from briefings.importing.speech.named import Named
from briefings.importing.speech.passages import Passage, Quotation, QuotationSpan, span_of
from briefings.importing.speech.phrases import is_object
from briefings.importing.speech.sentences import masked, sentences
from briefings.importing.speech.terms import is_fragment, is_name, reads_as_name
from briefings.importing.speech.ukrainian import is_written_by_nobody
from briefings.messages import Message

# Each quotation looks at its whole sentence, so a paragraph with any number of them would take any time.
MOST_MARKED = 100
_DECIDED, _CONFIRMED = Message("You decided"), Message("You confirmed it")
_MARKS = " ·“”„«»\"‘’'.,!?…—–-"


@dataclass
class Reader:
    """Reads the paragraphs of one draft in order; whoever they name joins the cast. `labels`: those of its speakers."""

    cast: Cast
    decisions: dict[str, MarkDecision] = field(default_factory=dict)
    labels: dict[str, Certain] = field(default_factory=dict)
    take_turns: bool = False
    repeated: frozenset[str] = frozenset()

    def read(
        self,
        texts: Sequence[str],
        spots: Sequence[Callable[[int], str]],
        *,
        most: int,
        meets: bool = True,
        markers: Sequence[str] = (),
    ) -> Passage:
        """The quotations (about `most` at most) and terms of consecutive paragraphs.

        `spots`: for each paragraph what names an offset in it as `Decisions` does. What an editor decided is kept.
        Without `meets`, nobody joins the cast: a heading introduces nobody, and its capitals say little. `markers`:
        what was taken off the front of each paragraph.
        """
        reading = _Reading(self, texts, spots, markers or [""] * len(texts))
        reading.read_all(most, meets=meets)
        return reading.passage


class _Reading:
    def __init__(
        self,
        reader: Reader,
        texts: Sequence[str],
        spots: Sequence[Callable[[int], str]],
        markers: Sequence[str],
    ) -> None:
        self._cast, self._decisions, self._labels = reader.cast, reader.decisions, reader.labels
        self._repeated, self._take_turns = reader.repeated, reader.take_turns
        self._texts, self._spots, self._markers = texts, spots, markers
        self._tongue = reader.cast.tongue
        self._quotations: list[Quotation] = []
        self._terms: list[Quotation] = []
        self._alone: list[tuple[int, int]] = []
        self._overfull: list[int] = []
        self._is_cut = False
        self._last_statement: tuple[int, Named | None] = (-1, None)
        self._bare = -1  # the last paragraph that is nothing but a quotation
        self._introduced: Named | None = None  # whom a paragraph that ends in a colon lets speak

    @property
    def passage(self) -> Passage:
        fields = tuple(self._quotations), tuple(self._terms), tuple(self._alone), tuple(self._overfull)
        return Passage(*fields, is_cut=self._is_cut)

    def read_all(self, most: int, *, meets: bool) -> None:
        self._meets = meets
        for line, (marks, alone) in enumerate(marked_lines(self._texts)):
            if len(self._quotations) >= most:
                self._is_cut = bool(marks)
                return
            if len(marks) + len(alone) > MOST_MARKED:
                self._overfull.append(line)
                continue
            self._alone += [(line, offset) for offset in alone]
            text = self._texts[line]
            labelled = structures.words_behind_label(text, marks, self._labels) if self._take_turns else ()
            marks = marks or structures.pulled_out(self._texts, self._markers, line, self._tongue)
            self._read_paragraph(line, labelled or without_incises(text, marks, self._tongue))
            self._take_credit(line, marks)

    def _read_paragraph(self, line: int, marks: Sequence[Marked]) -> None:
        text = self._texts[line]
        mask = masked(text, marks)
        earlier = self._introduced if self._introduced else None
        if earlier is None and self._quotations and not mask.strip(_MARKS):
            earlier = self._quotations[-1].speaker if self._quotations[-1].spans[-1].line == line - 1 else None
        if earlier is None and self._last_statement[0] == line - 1 and not mask.strip(_MARKS):
            earlier = self._last_statement[1]  # whoever said something above a paragraph that is all quotation
        self._introduced = None
        place = 0
        for start, end in sentences(mask, self._tongue):
            first = place
            while place < len(marks) and marks[place].start < end:
                place += 1
            sentence = Sentence(mask, start, end, tuple(marks[first:place]), self._tongue, self._cast.short_names, text)
            before = len(self._quotations)
            if not self._meets:
                self._read_sentence(line, sentence, earlier)
                continue
            coreference.note_what_it_is_about(self._cast, sentence)
            self._read_sentence(line, sentence, earlier)
            if len(self._quotations) > before:
                earlier = self._quotations[-1].speaker or earlier
            coreference.note_whom_it_introduces(self._cast, sentence)
            for mention in sentence.mentions:
                is_first = bool(sentence.words) and mention.start == sentence.words[0].start
                self._cast.meet(mention, is_subject=not is_object(sentence, mention), is_first=is_first)
            if len(self._quotations) > before and earlier:
                self._cast.latest.spoke(earlier)
            elif not sentence.quotes:
                speaker = coreference.note_who_says(self._cast, sentence) if sentence.cues else None
                self._last_statement = (line, speaker) if sentence.cues else self._last_statement
                earlier = speaker or coreference.whom_it_is_about(self._cast, sentence) or earlier
        if mask.rstrip().endswith(":") and not marks:
            self._introduced = self._speaker_before_colon(mask)

    def _take_credit(self, line: int, marks: Sequence[Marked]) -> None:
        """Makes “— Name, role” in the line under a quotation, or behind it, the speaker."""
        text, is_under = self._texts[line], not marks and self._bare == line - 1
        is_alone = len(marks) == 1 and not text[: marks[0].start].strip(_MARKS)
        behind = text[marks[0].end + 1 :].strip() if is_alone else ""
        self._bare = line if is_alone and not behind.strip(_MARKS) else -1
        if not self._quotations or not (is_under or behind):
            return
        last = self._quotations[-1]
        marker = self._markers[line] if is_under and self._markers[line] != self._markers[line - 1] else ""
        dashed = structures.credit_of(text if is_under else behind, marker, self._tongue)
        credit = dashed or (
            structures.named_below(text, self._tongue) if is_under and not self._markers[line] else None
        )
        if credit and last.spans[-1].line == line - is_under and last.reason not in (_DECIDED, _CONFIRMED):
            reason = Message("Named below the words") if is_under else Message("Named behind the words")
            has_marks = last.spans[0].start > 0  # words without marks may be no quotation
            is_sure = is_under and has_marks and bool(dashed) and structures.is_plain_credit(text, self._tongue)
            self._quotations[-1] = replace(last, speaker=self._known(credit), is_sure=is_sure, reason=reason)

    def _known(self, certain: Certain) -> Named:
        known = self._cast.named(certain.name)
        return replace(known, role=certain.title or known.role)

    def _speaker_before_colon(self, mask: str) -> Named | None:
        """Whom “She said on Monday:” lets speak in the paragraph below."""
        *_, (start, _end) = sentences(mask, self._tongue)
        probe = Sentence(mask + " “·”", start, len(mask) + 4, (Marked(len(mask) + 2, len(mask) + 3),), self._tongue)
        (attribution,) = attributions_in(probe)
        return coreference.traced(self._cast, probe, attribution.mention) if attribution.mention else None

    def _read_sentence(self, line: int, sentence: Sentence, earlier: Named | None) -> None:
        """`earlier`: who spoke last; a sentence that is nothing but a quotation goes on with them."""
        text = self._texts[line]
        hangs_on: list[int | None] = []
        for index, (mark, attribution) in enumerate(zip(sentence.quotes, attributions_in(sentence), strict=True)):
            span = span_of(text, line, mark)
            if not any(map(str.isalnum, TEMPLATE.sub("", span.text))):
                continue  # nobody said “{{ quote }}”
            decision = self._decisions.get(self._spots[line](span.start))
            if decision and decision.kind == "plain":
                continue
            shares_cue = bool(hangs_on) and attribution.cue is not None and hangs_on[-1] == attribution.cue
            is_rest = mark.goes_on or (shares_cue and goes_on(sentence, index - 1))
            is_rest = is_rest and not (reads_as_name(span.text, self._tongue) and not mark.goes_on)
            if is_rest and self._quotations and not (decision and decision.kind == "term"):
                self._go_on(span, attribution, sentence)
                continue
            is_labelled = structures.labelled(text, sentence.quotes[:1], self._labels) is not None
            words = text, mark, span.text, sentence, attribution
            is_term = decision.kind == "term" if decision else not is_labelled and is_name(*words)
            if is_term or (not decision and not is_labelled and is_fragment(*words, self._repeated)):
                self._terms.append(replace(self._quotation(span, attribution, sentence, None, None), is_sure=is_term))
                continue
            hangs_on.append(attribution.cue)
            self._quotations.append(self._quotation(span, attribution, sentence, earlier, decision))

    def _quotation(
        self,
        span: QuotationSpan,
        attribution: Attribution,
        sentence: Sentence,
        earlier: Named | None,
        decision: MarkDecision | None,
    ) -> Quotation:
        if decision and decision.speaker:
            known = self._cast.named(decision.speaker)
            speaker = replace(known, role=decision.role or known.role)
            return Quotation((span,), speaker, decision.confirmed, _DECIDED)
        speaker, sure, reason = self._speaker(attribution, sentence)
        if speaker is None and not attribution.hangs and not sentence.words and earlier:
            speaker, reason = earlier, Message("Goes on from the words before")
        if decision and decision.confirmed and speaker:
            sure, reason = True, _CONFIRMED
        return Quotation((span,), speaker, sure, reason)

    def _speaker(self, attribution: Attribution, sentence: Sentence) -> tuple[Named | None, bool, str]:
        certain = structures.labelled(sentence.unmasked, sentence.quotes, self._labels) or certain_speaker(
            sentence.unmasked, sentence.start, sentence.end, sentence.quotes, self._tongue
        )
        guess, reason = self._guess(attribution, sentence)
        if certain is None:
            return guess, False, reason
        known = guess if guess and guess.name == certain.name and not certain.title else self._known(certain)
        return known, True, Message("Stated in full beside the words")

    def _guess(self, attribution: Attribution, sentence: Sentence) -> tuple[Named | None, str]:
        if attribution.mention is None:
            if is_written_by_nobody(sentence, attribution.cue):
                return None, Message("Nobody is named")
            if attribution.hangs and self._tongue.language in ("es", "uk", "ar", "it", "pt"):
                nobody = Mention("pronoun", "", "", 0, 0, 0)
                return self._cast.trace(nobody), Message("The verb has no subject: whoever spoke last")
            return None, Message("Nobody is named")
        if is_conditional(sentence) or (attribution.cue is not None and is_denied(sentence, attribution.cue)):
            return None, Message("Denied, alleged or only thought of")
        is_thing, thing = (False, None) if attribution.cue is None else thing_that_says(sentence, attribution.cue)
        if is_thing:
            return thing and self._cast.trace(thing), Message("Words on a thing")
        speaker = coreference.traced(self._cast, sentence, attribution.mention)
        return speaker, coreference.REASONS[attribution.mention.kind]

    def _go_on(self, span: QuotationSpan, attribution: Attribution, sentence: Sentence) -> None:
        last = self._quotations[-1]
        if last.speaker is None and attribution.mention:
            speaker, sure, reason = self._speaker(attribution, sentence)
            last = replace(last, speaker=speaker, is_sure=sure, reason=reason)
        self._quotations[-1] = replace(last, spans=(*last.spans, span))
