"""What the quotation marks of some consecutive paragraphs hold."""

from dataclasses import dataclass

from briefings.importing.speech.marks import Marked
from briefings.importing.speech.named import Named
from briefings.messages import Message


@dataclass(frozen=True)
class QuotationSpan:
    """One span of a quotation: from `start` to `end` in the paragraph `line` (an index)."""

    line: int
    start: int
    end: int
    text: str


def span_of(text: str, line: int, mark: Marked) -> QuotationSpan:
    """The words in marks, without the punctuation of the sentence around: a last comma, the full stop of a part."""
    words = text[mark.start : mark.end]
    start = mark.start + len(words) - len(words.lstrip())
    words = words.strip().removesuffix(",").removesuffix("،").rstrip()
    if words[:1].islower() and words.endswith(".") and not words.endswith(".."):
        words = words[:-1].rstrip()
    return QuotationSpan(line, start, start + len(words), words)


@dataclass(frozen=True)
class Quotation:
    """Words of somebody: one span, or several where the attribution or a new paragraph splits them.

    `is_sure`: the speaker is certain. `reason`: how the speaker was found. Of words in marks that are no quotation,
    `speaker` is whose they would be, and `is_sure` says that they are a name, or that an editor decided so.
    """

    spans: tuple[QuotationSpan, ...]
    speaker: Named | None = None
    is_sure: bool = False
    reason: str = Message("Nobody is named")

    @property
    def words(self) -> str:
        return " … ".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Passage:
    """What the marks of some paragraphs hold. `lone_marks`: lines and offsets of lone marks; `overfull`: lines unread.

    `is_cut`: there are more quotations than were asked for, and the rest was not read.
    """

    quotations: tuple[Quotation, ...] = ()
    terms: tuple[Quotation, ...] = ()
    lone_marks: tuple[tuple[int, int], ...] = ()
    overfull: tuple[int, ...] = ()
    is_cut: bool = False
