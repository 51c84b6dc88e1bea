"""The name of a part of a briefing, for the beginning of a refusal."""

from django.utils.translation import gettext as _

from briefings.content import ComparedPart, FAQEntry, FigureBlock, QuoteBlock, SectionBlock
from briefings.content.facts import FACTS
from briefings.desk_words import said


def part_label(part: ComparedPart) -> str:
    """The part, named with the words of `mine`, else of `theirs`, else of `base`."""
    match next(value for value in (part.mine, part.theirs, part.base) if value is not None):
        case SectionBlock(heading=heading):
            return (
                _("The section “%(heading)s”") % {"heading": heading} if heading else _("The section without a heading")
            )
        case QuoteBlock(words=words):
            return _("The quote “%(words)s”") % {"words": words}
        case FigureBlock(alt=alt, caption=caption):
            return (
                _("The picture “%(name)s”") % {"name": alt or caption}
                if alt or caption
                else _("The picture without a description")
            )
        case FAQEntry(question=question):
            return _("The question “%(question)s”") % {"question": question}
        case _:
            return said(FACTS[part.address].subject)
