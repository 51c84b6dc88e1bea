"""Read rows of questions: since when each is open or answered, worked out from one edition to the next.

A question that an edition leaves out, or whose text was erased in it, goes on as it last stood where it comes back.
After the end of a briefing all begin anew: what was before it nobody may read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from briefings.content import BriefingContent
from briefings.gate import NOTICES
from briefings.models import Edition
from briefings.workflow.publishing.edition_dates import Dates
from faq.models import PublishedQuestion


@dataclass(frozen=True)
class Standing:
    """How a question of an edition stands with readers: the columns of `PublishedQuestion` of these names."""

    is_open: bool
    opened: datetime | None
    answered: datetime | None
    moved: datetime


Standings = Mapping[str, Standing]
"""Those of the questions of one edition, by their keys."""
STANDING = tuple(Standing.__annotations__)
"""The columns that say how a question stands."""


def standings_of(
    editions: Iterable[Edition],
    are_open: Mapping[int, Mapping[str, bool]],
    dates: Mapping[int, Dates],
) -> dict[int, Standings]:
    """By `seq`, how the questions of a briefing's `editions` stand, oldest first.

    `are_open` says of each question that an edition shows whether it is open.
    """
    standings: dict[int, Standings] = {}
    latest: Standings = {}
    for edition in editions:
        standings[edition.seq] = standings_after(latest, are_open[edition.seq], edition, dates[edition.seq])
        latest = {} if edition.kind in NOTICES else {**latest, **standings[edition.seq]}
    return standings


def since_the_last_end(editions: Sequence[Edition]) -> list[Edition]:
    """Those of the `editions` (oldest first) whose questions go on."""
    ends = [place for place, edition in enumerate(editions, start=1) if edition.kind in NOTICES]
    return list(editions[ends[-1] :] if ends else editions)


def standings_after(before: Standings, are_open: Mapping[str, bool], edition: Edition, dates: Dates) -> Standings:
    """How the questions of one edition stand, by how each stood last `before` it."""
    began = dates.first_published if edition.kind == Edition.Kind.IMPORTED else edition.live_from
    return {
        key: _next(before.get(key), is_open=is_open, began=began, moved=dates.updated)
        for key, is_open in are_open.items()
    }


def _next(before: Standing | None, *, is_open: bool, began: datetime, moved: datetime) -> Standing:
    if before and before.is_open == is_open:
        return before
    if is_open:
        return Standing(is_open=True, opened=began, answered=None, moved=moved)
    return Standing(is_open=False, opened=before.opened if before else None, answered=began, moved=moved)


def standing_of(row: PublishedQuestion) -> Standing:
    return Standing(**{name: getattr(row, name) for name in STANDING})


def which_are_open(content: BriefingContent | None) -> dict[str, bool]:
    """By the key of each question, whether it is open."""
    return {entry.key: entry.is_open for entry in content.faq} if content else {}


def question_rows(content: BriefingContent, standings: Standings, **listed: object) -> list[PublishedQuestion]:
    """The rows of an edition's questions, not saved; `listed` are the columns that every listed row has."""
    return [
        PublishedQuestion(
            **listed,
            position=position,
            key=entry.key,
            question=entry.question,
            answer="" if entry.is_open else entry.answer,
            open_wording=entry.open_wording if entry.is_open else "",
            first_topic=content.topics[0].id if content.topics else None,
            **vars(standings[entry.key]),
        )
        for position, entry in enumerate(content.faq)
    ]
