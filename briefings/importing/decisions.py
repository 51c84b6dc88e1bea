"""What an editor decided about a draft while looking at how it was understood.

Everything is named by its place in the draft as read: a line by its `address` (“12”, or “12.340” for what was cut off
line 12 at offset 340), words in quotation marks by the line's address and the offset of their first character
(“12:57”). So decisions hold however often the draft is read again, and say nothing about another draft.
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from briefings.content.value import Value

Role = Literal[
    "headline",
    "dateline",
    "byline",
    "lede",
    "heading",
    "text",
    "question",
    "answer",
    "label",
    "source",
    "unplaced",
]
"""What a line is in the briefing. A label only says what follows: the FAQ's own heading, “Sources”."""

MarkKind = Literal["quotation", "term", "plain"]


class MarkDecision(Value):
    """What words in marks are and, of a quotation, who spoke. `confirmed`: the editor vouches for the speaker."""

    kind: MarkKind = "quotation"
    speaker: str = ""
    role: str = ""
    confirmed: bool = False


class Decisions(Value):
    """`cuts`: places before which a line is cut in two. `joins`: addresses of lines that continue the line before.

    A role for a line that the draft hides takes the line in. `left_out_seen`: the fingerprint (`left_out`) of the
    list of such lines that somebody has seen. `encoding`: how the bytes of the file are read, where somebody chose it.
    """

    roles: Mapping[str, Role] = Field(default_factory=dict)
    marks: Mapping[str, MarkDecision] = Field(default_factory=dict)
    cuts: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    left_out_seen: str = ""
    encoding: str = ""


NO_DECISIONS = Decisions()
