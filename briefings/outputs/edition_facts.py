"""An edition as readers are told of it, and which of its notes and corrections they see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from briefings.content import Correction
from briefings.outputs.notes import Noted

Kind = Literal["first", "imported", "minor", "major", "correction", "withdrawn", "removed", "merged"]
ENDS = ("withdrawn", "removed", "merged")
"""The kinds that have a notice in place of a text."""


@dataclass(frozen=True, kw_only=True)
class EditionFacts(Noted):
    """One edition: its public number, when it went live, its note and its correction.

    Where `readable` is False nobody may read it at its address, so no link leads there. `before` is the number of the
    edition before it with which readers may compare it, 0 where there is none, and `difference` says what differs from
    that in a sentence, where it was worked out. `erased_on` is set where it was erased.
    """

    number: int
    live_from: datetime
    kind: Kind
    headline: str
    note: str = ""
    correction: Correction | None = None
    before: int = 0
    difference: str = ""
    erased_on: date | None = None
    readable: bool = True


def notices(editions: Iterable[EditionFacts]) -> tuple[EditionFacts, ...]:
    """The editions whose corrections and notes readers see, newest first: every correction, and the newest major note.

    The page and the feeds share this rule, so that a correction never vanishes under a later edition.
    """
    shown: list[EditionFacts] = []
    has_major = False
    for edition in sorted(editions, key=lambda edition: edition.number, reverse=True):
        if edition.correction or (edition.kind == "correction" and edition.note):
            shown.append(edition)
        elif edition.kind == "major" and edition.note and not has_major:
            shown.append(edition)
            has_major = True
    return tuple(shown)
