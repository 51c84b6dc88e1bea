"""What was understood, where it stands in the draft and how sure it is: what a review screen shows."""

from dataclasses import dataclass

from briefings.importing.decisions import MarkKind, Role
from briefings.importing.lines import Line


@dataclass(frozen=True, kw_only=True)
class PlacedLine:
    """A line of the draft and what it was taken for. `key`: the part it went into, None where that has none.

    `is_sure`: the draft says so itself (a style, a mark) or an editor decided; else it is a guess. `reason`: why, in a
    few words for an editor.
    """

    line: Line
    role: Role
    is_sure: bool
    reason: str
    key: str | None = None


@dataclass(frozen=True, kw_only=True)
class PlacedWords:
    """Words in quotation marks, from `start` to `end` in the text of the line at `address`, without their marks.

    `place` is how `Decisions` names them: where they stood in the line that they were read in.

    `quotation` counts the quotations of the draft from 1; the spans of a split quotation share it, and a decision is
    about the first of them. It is None for a term (words in marks that are no quotation), whose `speaker` and `role`
    are those that it would have as a quotation. `speaker` is empty where nobody was found. `is_sure`: the speaker is
    stated in full beside the words, or an editor confirmed. `reason`: how the speaker was found, for an editor. `key`:
    of the quote in the content; None in the lede, a heading or the FAQ.
    """

    place: str
    address: str
    start: int
    end: int
    kind: MarkKind
    is_sure: bool
    reason: str
    quotation: int | None = None
    speaker: str = ""
    role: str = ""
    key: str | None = None
