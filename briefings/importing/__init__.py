"""A draft in plain text becomes one `BriefingContent`, and no word is lost.

A pipeline of pure steps, each in its own file: reading (bytes to text) → cleaning → lines → structure (headline, lede,
sections, FAQ) → fitting (within the limits of content) → marks and sentences → people → attribution → quotations →
building (the content). Word lists are data, in `words/`.
"""

from briefings.importing.decisions import NO_DECISIONS, Decisions, Said
from briefings.importing.findings import Finding, Term
from briefings.importing.guesses import accept_guesses
from briefings.importing.imported import Imported, QuotationElsewhere
from briefings.importing.json_object import as_json
from briefings.importing.lines import Line
from briefings.importing.placed import PlacedLine, PlacedWords
from briefings.importing.reading import Reading, Unreadable, read, read_text
from briefings.importing.understanding import understand

__all__ = [
    "NO_DECISIONS",
    "Decisions",
    "Finding",
    "Imported",
    "Line",
    "PlacedLine",
    "PlacedWords",
    "QuotationElsewhere",
    "Reading",
    "Said",
    "Term",
    "Unreadable",
    "accept_guesses",
    "as_json",
    "read",
    "read_text",
    "understand",
]
