"""What importing a draft gives."""

from dataclasses import dataclass

from briefings.content import BriefingContent
from briefings.importing.findings import Finding, Term
from briefings.importing.left_out import LeftOut
from briefings.importing.placed import PlacedLine, PlacedWords
from briefings.importing.speech.named import Named


@dataclass(frozen=True, kw_only=True)
class QuotationElsewhere:
    """A quotation in the lede, a heading or the FAQ, where content has no place for it. `key`: of the part, if any."""

    words: str
    speaker: Named | None
    is_sure: bool
    line: int
    column: int
    key: str | None = None


@dataclass(frozen=True, kw_only=True)
class Imported:
    """A draft as understood.

    Every word of the draft stands in `content`, in `labels` (what only said what follows, such as the FAQ's own
    heading, the numbers of a list, a byline, “To be confirmed”), in `unplaced`, or in `left_out`, which the draft
    does not show; what was taken out because it cannot be published is named in `findings`. `parts` and `marks` say
    of each line and of all words in marks what they were taken for, and where. `embargo`: until when nothing may be
    published, in the words of the draft; empty where it says nothing of that.
    """

    content: BriefingContent
    findings: tuple[Finding, ...] = ()
    terms: tuple[Term, ...] = ()
    embargo: str = ""
    elsewhere: tuple[QuotationElsewhere, ...] = ()
    labels: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    parts: tuple[PlacedLine, ...] = ()
    marks: tuple[PlacedWords, ...] = ()
