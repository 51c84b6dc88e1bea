"""The object that `import_briefing --dry-run --json` prints."""

from typing import Any

from briefings.content import FAQEntry, QuoteBlock
from briefings.content.richtext import plain_text
from briefings.importing.imported import Imported, QuotationElsewhere


def as_json(imported: Imported) -> dict[str, Any]:
    """The draft as understood, in str, bool, None, lists and dicts; plain text in every string.

    The stable keys are headline, lede, sections, quotes, faq and warnings. Quotations of the lede and the FAQ stand
    after those of the sections, their `section` is None.
    """
    content = imported.content
    headings = {section.key: section.heading or None for section in content.sections}
    return {
        "headline": content.headline or None,
        "lede": content.lede or None,
        "sections": [
            {"heading": section.heading or None, "paragraphs": _paragraphs(section.body)}
            for section in content.sections
        ],
        "quotes": [_quote(quote, headings) for quote in content.quotes]
        + [_quote_elsewhere(quotation) for quotation in imported.elsewhere],
        "faq": [_entry(entry) for entry in content.faq],
        "warnings": [finding.sentence for finding in imported.findings],
        "language": content.language,
        "dateline": content.dateline or None,
        "byline": [author.name for author in content.authors],
        "sources": [{"title": source.title, "url": source.url or None} for source in content.sources],
        "terms": [{"text": term.words, "line": term.line} for term in imported.terms],
        "labels": list(imported.labels),
        "unplaced": list(imported.unplaced),
    }


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
