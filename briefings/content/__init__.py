"""One whole briefing as a value, without Django and without I/O.

Everything that makes, stores, compares or shows a briefing uses `BriefingContent`. This package imports nothing else of
the project.
"""

from briefings.content.briefing import (
    BriefingContent,
    Change,
    Correction,
    FAQEntry,
    FigureBlock,
    QuoteBlock,
    SectionBlock,
    Span,
)
from briefings.content.canonical import canonical_bytes, content_hash, from_canonical
from briefings.content.keys import is_key, new_key
from briefings.content.names import PUBLIC_KINDS, ImageName, PersonKind, PersonName, SourceNote, TopicName
from briefings.content.public_values import PageRecord, PersonRecord, SiteRecord, TopicRecord
from briefings.content.quote_location import locate
from briefings.content.refusals import ContentRefused
from briefings.content.text_merge import ComparedPart, Merged, compare, merge

__all__ = [
    "PUBLIC_KINDS",
    "BriefingContent",
    "Change",
    "ComparedPart",
    "ContentRefused",
    "Correction",
    "FAQEntry",
    "FigureBlock",
    "ImageName",
    "Merged",
    "PageRecord",
    "PersonKind",
    "PersonName",
    "PersonRecord",
    "QuoteBlock",
    "SectionBlock",
    "SiteRecord",
    "SourceNote",
    "Span",
    "TopicName",
    "TopicRecord",
    "canonical_bytes",
    "compare",
    "content_hash",
    "from_canonical",
    "is_key",
    "locate",
    "merge",
    "new_key",
]
