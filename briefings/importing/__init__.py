"""A draft from any tool becomes one `BriefingContent`, and no word is lost.

A pipeline of pure steps. `formats`: bytes to lines, each with the style that its format gives it. `structure`: what
each line is (headline, lede, heading, question …), then the outline of the briefing. `content_limits`: within the
limits of content. `speech`: marks → sentences → mentions → cues → attribution → quotations. `assembly`: the content,
with a finding and a place for every guess. Word lists are data, in `words/`; what an editor decided goes in at the
front.
"""

from briefings.importing.decisions import NO_DECISIONS, Decisions, MarkDecision
from briefings.importing.embargo import ReadEmbargo, read_embargo
from briefings.importing.findings import Finding, Term
from briefings.importing.guesses import accept_guesses
from briefings.importing.imported import Imported, QuotationElsewhere
from briefings.importing.json_object import as_json
from briefings.importing.left_out import LeftOut
from briefings.importing.lines import Hiding, Line
from briefings.importing.placed import PlacedLine, PlacedWords
from briefings.importing.reading import EncodingReading, Reading, Unreadable, read, read_text, readings_of
from briefings.importing.structure.cuts import own_cuts
from briefings.importing.understanding import understand

__all__ = [
    "NO_DECISIONS",
    "Decisions",
    "EncodingReading",
    "Finding",
    "Hiding",
    "Imported",
    "LeftOut",
    "Line",
    "MarkDecision",
    "PlacedLine",
    "PlacedWords",
    "QuotationElsewhere",
    "ReadEmbargo",
    "Reading",
    "Term",
    "Unreadable",
    "accept_guesses",
    "as_json",
    "own_cuts",
    "read",
    "read_embargo",
    "read_text",
    "readings_of",
    "understand",
]
