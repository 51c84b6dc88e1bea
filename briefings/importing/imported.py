"""What importing a draft gives."""

from dataclasses import dataclass

from briefings.content import BriefingContent
from briefings.importing.cast import Named
from briefings.importing.findings import Finding, Term


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

    Every word of the draft stands in `content`, in `labels` (lines that only said what follows, such as the FAQ's own
    heading) or in `unplaced`; what was taken out because it cannot be published is named in `findings`.
    """

    content: BriefingContent
    findings: tuple[Finding, ...] = ()
    terms: tuple[Term, ...] = ()
    elsewhere: tuple[QuotationElsewhere, ...] = ()
    labels: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
