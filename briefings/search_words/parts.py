"""What of a briefing is searched, part by part, in the order of the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefings.content import PUBLIC_KINDS, BriefingContent, QuoteBlock
from briefings.content.richtext import plain_text

Kind = Literal["lede", "section", "quote", "question"]


@dataclass(frozen=True)
class Part:
    """Words with the name that stands over them or by them; `key` is the anchor on the page, "" for its top."""

    kind: Kind
    key: str
    name: str
    text: str


def parts(content: BriefingContent) -> Iterator[Part]:
    """Every searched part, without the headline."""
    yield Part("lede", "", content.dateline, content.lede)
    for block in content.blocks:
        if block.type == "section":
            yield Part("section", block.key, block.heading, plain_text(block.body))
        elif block.type == "quote":
            yield Part("quote", _anchor(block), _attribution(block), block.words)
    for entry in content.faq:
        answer = plain_text(entry.answer).strip() or entry.open_wording
        yield Part("question", entry.key, entry.question, answer)


def _anchor(quote: QuoteBlock) -> str:
    """That of the quotation; where its words are not found in the text of its section, that of the section."""
    is_found = quote.section is None or quote.spans[0].start is not None
    return quote.key if is_found else quote.section or ""


def _attribution(quote: QuoteBlock) -> str:
    """The speaker with the role held then. Whoever is private is found by no name but where a text says it."""
    if quote.person is None or quote.person.kind not in PUBLIC_KINDS:
        return ""
    return ", ".join(filter(None, (quote.person.name, quote.role)))
