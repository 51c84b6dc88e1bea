"""Content -> what the writing page's forms begin with."""

from collections.abc import Mapping
from typing import Any

from briefings.admin.briefings.confirmation import mark_of
from briefings.admin.briefings.forms import BETWEEN_SPANS
from briefings.admin.briefings.translated_briefing import address_of
from briefings.content import BriefingContent, FAQEntry, FigureBlock, QuoteBlock, SectionBlock, SourceNote
from briefings.content.facts import to_columns

STEP = 10
PREFIXES = ("section", "quote", "figure", "question", "source")


def facts(content: BriefingContent) -> dict[str, Any]:
    """The values of the facts form."""
    return {
        **to_columns(content),
        "topics": ", ".join(topic.name for topic in content.topics),
        "authors": ", ".join(author.name for author in content.authors),
        "translation_of": address_of(content.translation_of),
    }


def parts(content: BriefingContent, excerpts: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    """The values of the parts' forms, by prefix. `excerpts` are the words kept of sources, by hash."""
    made: dict[str, list[dict[str, Any]]] = {prefix: [] for prefix in PREFIXES}
    for place, block in enumerate(content.blocks, start=1):
        values = {"key": block.key, "region": "body", "ordering": place * STEP}
        if isinstance(block, SectionBlock):
            made["section"].append(values | {"heading": block.heading, "body": block.body})
        elif isinstance(block, FigureBlock):
            made["figure"].append(values | _figure(block))
        else:
            made["quote"].append(values | _quote(block))
    for place, entry in enumerate(content.faq, start=1):
        made["question"].append({"key": entry.key, "region": "faq", "ordering": place * STEP} | _question(entry))
    made["source"] = [_source(source, excerpts) for source in content.sources]
    return made


def _quote(block: QuoteBlock) -> dict[str, Any]:
    return {
        "words": f"\n{BETWEEN_SPANS}\n".join(span.text for span in block.spans),
        "placement": "text" if block.section else "apart",
        "section": block.section or "",
        "speaker": block.person.name if block.person else "",
        "person": (block.person.id or "") if block.person else "",
        "kind": block.person.kind if block.person else "private",
        "role": block.role,
        "confirmed": mark_of(block) if block.confirmed else "",
        "said_on": block.said_on or "",
        "translated_from": block.translated_from or "",
        "source": block.source or "",
    }


def _figure(block: FigureBlock) -> dict[str, Any]:
    return {
        "image": block.image.id if block.image else "",
        "alt": block.alt,
        "decorative": block.decorative,
        "caption": block.caption,
    }


def _question(entry: FAQEntry) -> dict[str, Any]:
    return {
        "question": entry.question,
        "answer": entry.answer,
        "open": entry.open,
        "open_wording": entry.open_wording,
    }


def _source(source: SourceNote, excerpts: Mapping[str, str]) -> dict[str, Any]:
    return {
        "uuid": source.id or "",
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "read_on": source.read_on or "",
        "excerpt": excerpts.get(source.excerpt_sha256 or "", ""),
    }
