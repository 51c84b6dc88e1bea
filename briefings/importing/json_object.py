"""The object that `import_briefing --dry-run --json` prints."""

from collections.abc import Iterator
from typing import Any

from briefings.content import FAQEntry, QuoteBlock
from briefings.content.richtext import plain_text
from briefings.importing.imported import Imported, QuotationElsewhere


def as_json(imported: Imported) -> dict[str, Any]:
    """The draft as understood, in str, bool, None, lists and dicts; plain text in every string.

    The stable keys are headline, lede, sections, quotes, faq and warnings. Quotations stand in the order of the draft;
    in the headline, the lede, a heading or the FAQ their `section` is None.
    """
    content = imported.content
    return {
        "headline": content.headline or None,
        "lede": content.lede or None,
        "sections": [
            {"heading": section.heading or None, "paragraphs": _paragraphs(section.body)}
            for section in content.sections
        ],
        "quotes": _quotes(imported),
        "faq": [_entry(entry) for entry in content.faq],
        "warnings": [finding.sentence for finding in imported.findings],
        "language": content.language,
        "dateline": content.dateline or None,
        "byline": [author.name for author in content.authors],
        "sources": [{"title": source.title, "url": source.url or None} for source in content.sources],
        "terms": [{"text": term.words, "line": term.line} for term in imported.terms],
        "guesses": list(_guesses(imported)),
        "labels": list(imported.labels),
        "unplaced": list(imported.unplaced),
        "left_out": [left_out.words for left_out in imported.left_out],
        "slug": content.slug,
        "topics": [topic.name for topic in content.topics],
    }


def _quotes(imported: Imported) -> list[dict[str, Any]]:
    content = imported.content
    headings = {section.key: section.heading or None for section in content.sections}
    lines = {part.line.address: part.line for part in imported.parts}
    places: dict[str | None, tuple[int, int]] = {}
    for mark in imported.marks:
        if mark.key and mark.address in lines:
            places.setdefault(mark.key, lines[mark.address].place(mark.start))
    quotes = [(places.get(quote.key, (0, 0)), _quote(quote, headings)) for quote in content.quotes]
    quotes += [((quote.line, quote.column), _quote_elsewhere(quote)) for quote in imported.elsewhere]
    return [quote for _, quote in sorted(quotes, key=lambda pair: pair[0])]


def _guesses(imported: Imported) -> Iterator[dict[str, Any]]:
    """What the draft does not say itself, with its place (line from 1, column from 0) and why it was taken so."""
    lines = {part.line.address: part.line for part in imported.parts}
    for part in imported.parts:
        if not part.is_sure:
            number, column = part.line.place(0)
            yield _guess(part.role, part.line.text, number, column, part.reason)
    for words in imported.marks:
        if words.kind == "quotation" and not words.is_sure and words.address in lines:
            line = lines[words.address]
            number, column = line.place(words.start)
            yield _guess("speaker", line.text[words.start : words.end], number, column, words.reason)


def _guess(what: str, text: str, line: int, column: int, reason: str) -> dict[str, Any]:
    return {"what": what, "text": text, "line": line, "column": column, "reason": reason}


def _paragraphs(html: str) -> list[str]:
    return plain_text(html).split("\n") if html else []


def _quote(quote: QuoteBlock, headings: dict[str, str | None]) -> dict[str, Any]:
    return {
        "text": quote.words,
        "speaker": quote.person.name if quote.person else None,
        "role": quote.role or None,
        "section": headings[quote.section] if quote.section else None,
        "confirmed": quote.confirmed,
    }


def _quote_elsewhere(quotation: QuotationElsewhere) -> dict[str, Any]:
    speaker = quotation.speaker
    return {
        "text": quotation.words,
        "speaker": speaker.name if speaker else None,
        "role": (speaker.role or None) if speaker else None,
        "section": None,
        "confirmed": False,
    }


def _entry(entry: FAQEntry) -> dict[str, str | None]:
    return {"question": entry.question, "answer": None if entry.is_open else "\n".join(_paragraphs(entry.answer))}
