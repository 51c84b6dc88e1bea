"""A briefing's page in its order: lede, blocks, questions, sources. Every part carries its key as its anchor."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.safestring import SafeString

from briefings.content import BriefingContent, QuoteBlock, SectionBlock, SourceNote
from briefings.content.richtext import plain_text
from briefings.outputs import wording
from briefings.outputs.attributions import Attribution, attribution_of, places_of, speaker_of
from briefings.outputs.facts import TopicFacts
from briefings.outputs.marking import Said
from briefings.outputs.printable import printable


@dataclass(frozen=True, kw_only=True)
class SectionPart:
    key: str
    heading: str
    body: SafeString
    attributions: tuple[Attribution, ...] = ()
    kind: Literal["section"] = "section"


@dataclass(frozen=True, kw_only=True)
class QuotePart:
    """A quotation that is set off from the text."""

    key: str
    attribution: Attribution
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, kw_only=True)
class QuestionPart:
    """A question with its answer, or with what is said plainly while there is none (`open_wording`)."""

    key: str
    question: str
    answer: SafeString
    open_wording: str = ""


@dataclass(frozen=True, kw_only=True)
class PageParts:
    """Everything of a briefing that its page prints, in reading order."""

    language: str
    direction: str
    headline: str
    description: str
    dateline: str
    byline: str
    lede: tuple[str, ...]
    blocks: tuple[SectionPart | QuotePart, ...]
    questions: tuple[QuestionPart, ...]
    topics: tuple[TopicFacts, ...]
    sources: tuple[SourceNote, ...]


def parts(content: BriefingContent, *, as_of: date) -> PageParts:
    """The page's parts; `as_of` is the day (or moment) of the edition, for questions that were open then."""
    sources = {source.id: source for source in content.sources if source.id}
    sections = {section.key for section in content.sections}
    return PageParts(
        language=content.language,
        direction=wording.direction(content.language),
        headline=content.headline,
        description=" ".join(content.lede.split()),
        dateline=content.dateline,
        byline=wording.byline(author.name for author in content.authors),
        lede=tuple(line for line in content.lede.split("\n") if line.strip()),
        blocks=tuple(
            _block(block, content, sources)
            for block in content.blocks
            if not (isinstance(block, QuoteBlock) and block.section in sections)
        ),
        questions=tuple(
            QuestionPart(
                key=entry.key,
                question=entry.question,
                answer=printable("" if entry.is_open else entry.answer),
                open_wording=wording.open_question(entry.open_wording, as_of=as_of) if entry.is_open else "",
            )
            for entry in content.faq
        ),
        topics=tuple(TopicFacts(name=topic.name, path=f"/topics/{topic.slug}/") for topic in content.topics),
        sources=content.sources,
    )


def _block(
    block: SectionBlock | QuoteBlock, content: BriefingContent, sources: dict[str, SourceNote]
) -> SectionPart | QuotePart:
    if isinstance(block, QuoteBlock):
        return QuotePart(key=block.key, attribution=attribution_of(block, sources, located=True))
    length = len(plain_text(block.body))
    placed = [(quote, places_of(quote, length)) for quote in content.quotes if quote.section == block.key]
    return SectionPart(
        key=block.key,
        heading=block.heading,
        body=printable(
            block.body,
            [Said(key=quote.key, places=places, speaker=speaker_of(quote)) for quote, places in placed],
        ),
        attributions=tuple(
            attribution_of(quote, sources, located=bool(places))
            for quote, places in sorted(placed, key=lambda pair: pair[1] or ((length, length),))
        ),
    )
