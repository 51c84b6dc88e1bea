"""The wordings of a text: what somebody wrote in it, cut into lines, wherever they stand."""

from collections.abc import Iterator

from briefings.content.briefing import BriefingContent, FAQEntry, FigureBlock, QuoteBlock, SectionBlock
from briefings.content.richtext import plain_text


def wordings(content: BriefingContent) -> frozenset[str]:
    """Headline, lede, each paragraph, question and so on: what is the same where a part is restored or copied."""
    return frozenset(line for text in _texts(content) for one in text.split("\n") if (line := " ".join(one.split())))


def _texts(content: BriefingContent) -> Iterator[str]:
    yield from (content.headline, content.lede, content.dateline)
    for part in content.parts.values():
        match part:
            case SectionBlock():
                yield from (part.heading, plain_text(part.body))
            case QuoteBlock():
                yield from (*(span.text for span in part.spans), part.role)
            case FigureBlock():
                yield from (part.alt, part.caption)
            case FAQEntry():
                yield from (part.question, plain_text(part.answer), part.open_wording)
