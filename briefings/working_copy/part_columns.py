"""Parts of content -> the columns of their rows, for a draft that is written and for many that are made at once."""

from datetime import date
from typing import Any

from briefings.content import FAQEntry, FigureBlock, QuoteBlock, SectionBlock, SourceNote
from briefings.models import Image, Person, Source

Columns = dict[str, Any]


def section_columns(section: SectionBlock, *, ordering: int) -> Columns:
    return {"ordering": ordering, "heading": section.heading, "body": section.body}


def quote_columns(quote: QuoteBlock, *, ordering: int, person: Person | None, source: Source | None) -> Columns:
    return {
        "ordering": ordering,
        "spans": [span.text for span in quote.spans],
        "section_key": quote.section or "",
        "person": person,
        "role": quote.role,
        "confirmed": quote.confirmed,
        "said_on": _day(quote.said_on),
        "source": source,
        "translated_from": quote.translated_from or "",
    }


def figure_columns(figure: FigureBlock, *, ordering: int, image: Image | None) -> Columns:
    return {
        "ordering": ordering,
        "image": image,
        "alt": figure.alt,
        "decorative": figure.decorative,
        "caption": figure.caption,
    }


def question_columns(entry: FAQEntry, *, ordering: int) -> Columns:
    return {
        "ordering": ordering,
        "question": entry.question,
        "answer": entry.answer,
        "open": entry.open,
        "open_wording": entry.open_wording,
    }


def source_columns(source: SourceNote, *, ordering: int, excerpt: str) -> Columns:
    return {
        "ordering": ordering,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "read_on": _day(source.read_on),
        "excerpt": excerpt,
        "excerpt_sha256": source.excerpt_sha256 or "",
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
