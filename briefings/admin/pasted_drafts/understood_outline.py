"""The briefing as it was understood, in its own structure, each part leading to its place in the draft."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from briefings.admin.pasted_drafts.lines import Row, anchor
from briefings.content import BriefingContent, FAQEntry, PersonName, QuoteBlock, SectionBlock, SourceNote
from briefings.content.richtext import plain_text
from briefings.desk_words import said
from briefings.importing import Imported, PlacedLine
from briefings.outputs.printable import printable

_MOST = 200
_MOST_CHARACTERS = 300_000


@dataclass(frozen=True)
class Quoted:
    """A quotation and the place of its words in the draft."""

    quote: QuoteBlock
    href: str

    @property
    def is_sure(self) -> bool:
        return self.quote.confirmed and self.quote.person is not None


@dataclass(frozen=True)
class Section:
    key: str
    heading: str
    body: Any
    quotes: Sequence[Quoted]
    href: str


@dataclass(frozen=True)
class Question:
    entry: FAQEntry
    answer: Any
    href: str


@dataclass(frozen=True)
class Remark:
    """A sentence about the draft, and the place that it is about; no place: the draft as a whole."""

    sentence: str
    href: str = ""


@dataclass(frozen=True)
class Understanding:
    """What the right-hand column shows. `apart`: quotations that belong to no section."""

    content: BriefingContent
    sections: Sequence[Section]
    apart: Sequence[Quoted]
    questions: Sequence[Question]
    findings: Sequence[Remark]
    terms: Sequence[str]
    unplaced: Sequence[Remark]
    is_whole: bool
    more_sections: int = 0

    @property
    def sources(self) -> Sequence[SourceNote]:
        return self.content.sources[:_MOST]

    @property
    def more_sources(self) -> int:
        return max(0, len(self.content.sources) - _MOST)

    @property
    def authors(self) -> Sequence[PersonName]:
        return self.content.authors[:_MOST]


def understanding(imported: Imported, rows: Sequence[Row], *, is_whole: bool) -> Understanding:
    """Of the parts that the lines of `rows` went into, or of all of them."""
    places = _Places(imported, rows, is_whole=is_whole)
    content = imported.content
    quotes = [Quoted(quote, places.of(quote.key)) for quote in content.quotes]
    sections = [section for section in content.sections if places.shows(section.key)]
    shown = _as_many_as_fit(sections)
    return Understanding(
        content=content,
        sections=[
            _section(section, [one for one in quotes if one.quote.section == section.key], places) for section in shown
        ],
        apart=[one for one in quotes if one.quote.section is None and places.shows(one.quote.key)],
        questions=[
            Question(entry, printable(entry.answer) if not entry.is_open else "", places.of(entry.key))
            for entry in content.faq
            if places.shows(entry.key)
        ],
        findings=[
            Remark(said(finding.sentence), places.at_line(finding.line)) for finding in imported.findings[:_MOST]
        ],
        terms=list(dict.fromkeys(term.words for term in imported.terms))[:_MOST],
        unplaced=[
            Remark(row.placed.line.text[:2_000], f"#{row.anchor}")
            for row in rows
            if row.placed.role == "unplaced" and not row.is_hidden
        ],
        is_whole=is_whole,
        more_sections=len(sections) - len(shown),
    )


def _as_many_as_fit(sections: Sequence[SectionBlock]) -> list[SectionBlock]:
    """The first of them, until the page is long enough."""
    lengths = accumulate((len(section.body) for section in sections), initial=0)
    return [section for section, before in zip(sections, lengths, strict=False) if before < _MOST_CHARACTERS]


class _Places:
    """The places of the content's parts in the draft."""

    def __init__(self, imported: Imported, rows: Sequence[Row], *, is_whole: bool) -> None:
        self._is_whole = is_whole
        self._by_key: dict[str, str] = {}
        marks = {row.address: [one.placed for one in row.words] for row in rows}
        for row in rows:
            for words in marks[row.address]:
                if words.key:
                    self._by_key.setdefault(words.key, anchor(words.place))
            if row.placed.key:
                self._by_key.setdefault(row.placed.key, row.anchor)
        self._by_line = _by_line(row.placed for row in rows)

    def shows(self, key: str) -> bool:
        return self._is_whole or key in self._by_key

    def of(self, key: str) -> str:
        return f"#{self._by_key[key]}" if key in self._by_key else ""

    def at_line(self, number: int | None) -> str:
        return f"#{self._by_line[number]}" if number in self._by_line else ""


def _by_line(parts: Iterable[PlacedLine]) -> Mapping[int | None, str]:
    anchors: dict[int | None, str] = {}
    for part in parts:
        anchors.setdefault(part.line.number, anchor(part.line.address))
    return anchors


def _section(section: SectionBlock, quotes: Sequence[Quoted], places: _Places) -> Section:
    return Section(section.key, section.heading, printable(section.body), quotes, places.of(section.key))


def is_empty(content: BriefingContent) -> bool:
    """Whether nothing of a briefing was found."""
    texts = [content.headline, content.lede, *(plain_text(section.body) for section in content.sections)]
    return not any(texts) and not content.faq
