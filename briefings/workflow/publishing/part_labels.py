"""The name of a part of a briefing, for the beginning of a refusal."""

from briefings.content import ComparedPart, FAQEntry, FigureBlock, QuoteBlock, SectionBlock
from briefings.content.facts import FACTS


def part_label(part: ComparedPart) -> str:
    """The part, named with the words of `mine`, else of `theirs`, else of `base`."""
    match next(value for value in (part.mine, part.theirs, part.base) if value is not None):
        case SectionBlock(heading=heading):
            return f"The section “{heading}”" if heading else "The section without a heading"
        case QuoteBlock(words=words):
            return f"The quote “{words}”"
        case FigureBlock(alt=alt, caption=caption):
            return f"The picture “{alt or caption}”" if alt or caption else "The picture without a description"
        case FAQEntry(question=question):
            return f"The question “{question}”"
        case _:
            return FACTS[part.address].subject
