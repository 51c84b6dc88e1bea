"""What the quotation marks of some consecutive paragraphs hold."""

from dataclasses import dataclass

from briefings.importing.speech.named import Named


@dataclass(frozen=True)
class Spoken:
    """One span of a quotation: from `start` to `end` in the paragraph `line` (an index)."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Quotation:
    """Words of somebody: one span, or several where the attribution or a new paragraph splits them.

    `is_sure`: the speaker is certain. `reason`: how the speaker was found. Of words in marks
    that are none, `speaker` is whose they would be, and `is_sure` says that they are a name, or that an editor decided.
    """

    spans: tuple[Spoken, ...]
    speaker: Named | None = None
    is_sure: bool = False
    reason: str = "Nobody is named"

    @property
    def words(self) -> str:
        return " … ".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Passage:
    """What the marks of some paragraphs hold. `alone`: lines and offsets of lone marks; `overfull`: lines unread.

    `is_cut`: there are more quotations than were asked for, and the rest was not read.
    """

    quotations: tuple[Quotation, ...] = ()
    terms: tuple[Quotation, ...] = ()
    alone: tuple[tuple[int, int], ...] = ()
    overfull: tuple[int, ...] = ()
    is_cut: bool = False
