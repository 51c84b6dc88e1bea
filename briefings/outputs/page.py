"""A briefing's page in its order: lede, blocks, questions, sources. Every part carries its key as its anchor."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.safestring import SafeString

from briefings.content import BriefingContent, QuoteBlock, SectionBlock, SourceNote
from briefings.content.richtext import plain_text
from briefings.outputs import wording
from briefings.outputs.facts import TopicFacts
from briefings.outputs.marking import Said
from briefings.outputs.printable import printable

_SHORT = 80
_MARKS = {"“": "”", "„": "“", "«": "»", "»": "«", '"': '"', "‘": "’", "‹": "›"}


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """Who said which words. `located`: the words are marked in the text, and `#key` leads there.

    `words` have no quotation marks around them: the page puts them there; `short` is the same cut at a word.
    """

    key: str
    words: str
    short: str
    name: str
    role: str = ""
    said_on: date | None = None
    translated_from: str = ""
    source: SourceNote | None = None
    located: bool = True


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
        return QuotePart(key=block.key, attribution=_attribution(block, sources, located=True))
    length = len(plain_text(block.body))
    placed = [(quote, _places(quote, length)) for quote in content.quotes if quote.section == block.key]
    return SectionPart(
        key=block.key,
        heading=block.heading,
        body=printable(
            block.body,
            [
                Said(key=quote.key, places=places, speaker=_speaker(quote), cite=_cite(quote, sources))
                for quote, places in placed
            ],
        ),
        attributions=tuple(
            _attribution(quote, sources, located=bool(places))
            for quote, places in sorted(placed, key=lambda pair: pair[1] or ((length, length),))
        ),
    )


def _places(quote: QuoteBlock, length: int) -> tuple[tuple[int, int], ...]:
    """The quotation's spans that lie in a text of `length` code points; empty unless all of them do."""
    places = tuple(
        (span.start, span.end)
        for span in quote.spans
        if span.start is not None and span.end is not None and 0 <= span.start < span.end <= length
    )
    return places if len(places) == len(quote.spans) else ()


def _speaker(quote: QuoteBlock) -> str:
    return ", ".join(filter(None, [quote.person.name if quote.person else "", quote.role]))


def _cite(quote: QuoteBlock, sources: dict[str, SourceNote]) -> str:
    source = sources.get(quote.source or "")
    return source.url if source else ""


def _attribution(quote: QuoteBlock, sources: dict[str, SourceNote], *, located: bool) -> Attribution:
    words = _bare(quote.words)
    return Attribution(
        key=quote.key,
        words=words,
        short=_shortened(words),
        name=quote.person.name if quote.person else "",
        role=quote.role,
        said_on=date.fromisoformat(quote.said_on) if quote.said_on else None,
        translated_from=wording.language_name(quote.translated_from) if quote.translated_from else "",
        source=sources.get(quote.source or ""),
        located=located,
    )


def _bare(words: str) -> str:
    """`words` without the quotation marks around them and without a comma that belongs to the sentence outside."""
    words = words.strip()
    if len(words) > 1 and _MARKS.get(words[0]) == words[-1]:
        inner = words[1:-1].strip()
        if words[0] not in inner and words[-1] not in inner:
            words = inner
    return words.rstrip(",،、 ") or words


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    if len(words) <= _SHORT:
        return words
    space = words.rfind(" ", _SHORT // 2, _SHORT)
    return words[: space if space > 0 else _SHORT].rstrip(" ,;:–—") + "…"
