"""Makers for the tests of the importer: drafts, and what came of them."""

import uuid
from collections import Counter
from pathlib import Path

from hypothesis import strategies as st

from briefings.content.richtext import plain_text
from briefings.importing import Imported, as_json, read_text, understand

SAMPLE = (Path(__file__).parent.parent / "drafts" / "coalition.txt").read_bytes()

PROSE = "The allies met in Paris on Monday, and they talked for a long time about what comes next."
INTRODUCTION = f"Allies meet in Paris\n{PROSE}\nWhat was said\n"

_LETTERS = st.characters(categories=["Lu", "Ll", "Lo", "Nd"])
_TOKENS = """Emmanuel Macron, French President said “we “quoted” ‘single’ it’s "straight" « mot » & <b> &amp; → e\u0301
    https://example.org/?a=b&c Steve Witkoff (and) minister according to: — …"""
_WORDS = st.text(_LETTERS, min_size=1, max_size=9) | st.sampled_from(_TOKENS.split())
_LINE_ENDS = st.sampled_from(["", ".", ".", "?", "!", ":", "”", ".”", ",", "…"])
_TEXTS = st.builds(lambda words, end: " ".join(words) + end, st.lists(_WORDS, min_size=1, max_size=40), _LINE_ENDS)
_FIXED = st.sampled_from(
    ["", "FAQ", "Frequently Asked Questions", "Q&A", "What happens next?", "Yes", "- a point in a list", "1. First"]
)
DRAFTS = st.lists(_TEXTS | _FIXED, max_size=25).map("\n".join)


def understood(text: str, *, format: str | None = None, **arguments: object) -> Imported:
    """What `text` says, under an id of its own."""
    return understand(read_text(text, format=format), briefing_id=str(uuid.uuid4()), **arguments)


def quotes_of(sentence: str) -> list[tuple[str, str | None, str | None, bool]]:
    """Words, speaker, role and whether confirmed, of each quotation in a section that holds `sentence`."""
    printed = as_json(understood(INTRODUCTION + sentence))
    return [(quote["text"], quote["speaker"], quote["role"], quote["confirmed"]) for quote in printed["quotes"]]


def terms_of(sentence: str) -> list[str]:
    """The names and terms in marks of a section that holds `sentence`."""
    return [term.words for term in understood(INTRODUCTION + sentence).terms]


def codes_of(imported: Imported) -> list[str]:
    return [finding.code for finding in imported.findings]


def texts_of(imported: Imported) -> list[str]:
    """Every place of the result in which words of the draft may stand, what is left out among them."""
    content = imported.content
    texts = [content.headline, content.dateline, content.lede, *imported.labels, *imported.unplaced]
    texts += [left_out.words for left_out in imported.left_out]
    texts += [source.title for source in content.sources]
    for section in content.sections:
        texts += [section.heading, plain_text(section.body)]
    for entry in content.faq:
        texts += [entry.question, plain_text(entry.answer)]
    return texts


def tokens_of(imported: Imported) -> Counter[str]:
    """How often each token between white space stands in the result."""
    return Counter(token for text in texts_of(imported) for token in text.split())
