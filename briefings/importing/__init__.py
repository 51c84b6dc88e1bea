"""A draft in plain text becomes one `BriefingContent`, and no word is lost.

A pipeline of pure steps, each in its own file: reading (bytes to text) → cleaning → lines → structure (headline, lede,
sections, FAQ) → fitting (within the limits of content) → marks and sentences → people → attribution → quotations →
building (the content). Word lists are data, in `words/`.
"""

from briefings.importing.findings import Finding, Term
from briefings.importing.guesses import accept_guesses
from briefings.importing.imported import Imported, QuotationElsewhere
from briefings.importing.json_object import as_json
from briefings.importing.reading import Unreadable, read
from briefings.importing.understanding import understand

__all__ = [
    "Finding",
    "Imported",
    "QuotationElsewhere",
    "Term",
    "Unreadable",
    "accept_guesses",
    "as_json",
    "read",
    "understand",
]
