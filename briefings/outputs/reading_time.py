"""How long a briefing takes to read."""

from math import ceil

from briefings.content import BriefingContent
from briefings.content.richtext import plain_text

WORDS = 230
"""So many are read in a minute."""
SIGNS = 500
"""So many of a language that puts no spaces between words."""
WITHOUT_SPACES = ("ja", "zh", "th", "lo", "km", "my")


def reading_minutes(content: BriefingContent) -> int:
    """Minutes, one at least: of lede, sections, quotations that are set off, questions and answers."""
    texts = [content.lede, *(plain_text(section.body) for section in content.sections)]
    texts += [quote.words for quote in content.quotes if not quote.section]
    texts += [f"{entry.question} {plain_text(entry.answer)}" for entry in content.faq]
    text = " ".join(texts)
    if content.language.split("-")[0] in WITHOUT_SPACES:
        return max(1, ceil(len(text) / SIGNS))
    return max(1, ceil(len(text.split()) / WORDS))
