"""The quotations in sections that are written already: their words, and who is likely to have said them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefings.content.richtext import plain_text
from briefings.importing.effort import A_LINE, MOST
from briefings.importing.language import Language
from briefings.importing.speech.cast import Cast
from briefings.importing.speech.marks import without_templates
from briefings.importing.speech.named import Named
from briefings.importing.speech.passages import Quotation
from briefings.importing.speech.quotations import Reader
from briefings.importing.speech.structures import labels_of, take_turns
from briefings.importing.speech.terms import repeated_in
from briefings.importing.wordlists import LANGUAGES

MOST_QUOTATIONS = 100
_ENDS = ' \t\n\u00a0“”„‟«»"‹›‚‘’,;'
_MARKED = re.compile(r"[“„«\"‟][^“”„«»\"‟]*[”“»\"«]")


@dataclass(frozen=True, kw_only=True)
class SectionQuotation:
    """Words of the section with that index. `places`: where each span begins and ends in the section's plain text.

    `is_quotation` is false for words in marks that are likely a name or a term.
    """

    section: int
    spans: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    speaker: Named | None = None
    is_sure: bool = False
    is_quotation: bool = True


def quotations_in(bodies: Sequence[str], *, language: str, before: Sequence[str] = ()) -> tuple[SectionQuotation, ...]:
    """What the marks in rich texts of consecutive sections hold, in reading order; at most about `MOST_QUOTATIONS`.

    `before`: what a reader has read by then, which may name people in full. No more is read than an import would read.
    """
    texts = [_affordable(plain_text(body).split("\n")) for body in bodies]
    every_line = [line for lines in texts for line in lines]
    code = language.partition("-")[0]
    tongue = Language(code if code in LANGUAGES else "und")
    reader = Reader(Cast(tongue), labels=labels_of(every_line, tongue), take_turns=take_turns(every_line, tongue))
    reader.repeated = repeated_in(every_line)
    reader.read([without_templates(text) for text in before], [_nowhere] * len(before), most=MOST_QUOTATIONS)
    found: list[SectionQuotation] = []
    for section, lines in enumerate(texts):
        most = MOST_QUOTATIONS - len(found)
        if most <= 0:
            break
        passage = reader.read([without_templates(line) for line in lines], [_nowhere] * len(lines), most=most)
        starts = list(_starts(lines))
        here = [_found(one, section, starts, is_quotation=True) for one in passage.quotations]
        here += [_found(one, section, starts, is_quotation=False) for one in passage.terms]
        found += sorted(here, key=lambda one: one.places)
    return tuple(found)


def selected(
    quotations: Sequence[SectionQuotation], body: str, *, section: int, words: str, offset: int
) -> SectionQuotation | None:
    """The quotation that somebody means who selected `words` at about `offset` of the section's plain text.

    Of a quotation, only what is selected of it; of words without one, all of them. None where the section does not
    hold the words, or they are nothing but signs.
    """
    text = plain_text(body)
    place = _place(text, words, offset)
    if place is None:
        return None
    start, end = place
    touched = [one for one in quotations if one.section == section and _clipped(one, start, end)]
    speakers = {one.speaker for one in touched}
    if touched:
        places = [place for one in touched for place in _clipped(one, start, end)]
        first = touched[0] if len(speakers) == 1 else replace(touched[0], speaker=None, is_sure=False)
    else:
        inner = [(start + match.start(), start + match.end()) for match in _MARKED.finditer(text[start:end])]
        places = inner or [(start + match.start(), start + match.end()) for match in re.finditer(".+", text[start:end])]
        first = SectionQuotation(section=section, spans=(), places=())
    trimmed = [place for start, end in places if (place := _trimmed(text, start, end))]
    if not trimmed:
        return None
    return replace(first, spans=tuple(text[start:end] for start, end in trimmed), places=tuple(trimmed))


def _affordable(lines: Sequence[str]) -> list[str]:
    left, kept = MOST, []
    for line in lines:
        left -= len(line) + A_LINE
        if left < 0:
            break
        kept.append(line)
    return kept


def _nowhere(_offset: int) -> str:
    """Nothing was decided about any place."""
    return ""


def _starts(lines: Sequence[str]) -> Iterator[int]:
    start = 0
    for line in lines:
        yield start
        start += len(line) + 1


def _found(one: Quotation, section: int, starts: Sequence[int], *, is_quotation: bool) -> SectionQuotation:
    return SectionQuotation(
        section=section,
        spans=tuple(span.text for span in one.spans),
        places=tuple((starts[span.line] + span.start, starts[span.line] + span.end) for span in one.spans),
        speaker=one.speaker if one.speaker and one.speaker.name else None,
        is_sure=one.is_sure and is_quotation,
        is_quotation=is_quotation,
    )


def _clipped(one: SectionQuotation, start: int, end: int) -> list[tuple[int, int]]:
    return [(max(start, first), min(end, last)) for first, last in one.places if max(start, first) < min(end, last)]


def _place(text: str, words: str, offset: int) -> tuple[int, int] | None:
    """Where `words` stand in `text`, of several places the one next to `offset`; spaces and line ends count alike."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    places = [match.span() for match in re.finditer(pattern, text)] if pattern else []
    return min(places, key=lambda place: abs(place[0] - offset), default=None)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place without the marks and signs at its ends; None for nothing but such."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(_ENDS))
    end -= len(words) - len(words.rstrip(_ENDS))
    return (start, end) if start < end else None
