"""What becomes of each briefing, and when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from briefings.gate import NOTICES

A_DAY = 45
"""How many briefings are published on a day of a large site."""
FEW_DAYS = 400
"""A smaller site has so many days, or as many as it has briefings."""
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ENDS = (("withdrawn", 97, 40), ("removed", 193, 90), ("merged", 131, 60))
"""Each end, and of which briefings: those with that remainder, so that small sites have all of them, too."""
IMPORTED = (89, 10)
NO_END_YET = 10
"""So many briefings stay at first: there is something to merge others into."""
BACK_AGAIN = (2 * 97, 40)
COMING = (157, 17)
"""Which have a change that is still to come."""
_MORE_EDITIONS = (55, 20, 11, 7, 4, 3)  # of a hundred briefings, how many have one edition, two and so on
_CHANGES = {"minor": 45, "major": 35, "correction": 20}


@dataclass(frozen=True)
class Step:
    """An edition of the briefing with that `number`: recorded at a moment, live from the same or a later one."""

    recorded_at: datetime
    number: int
    kind: str
    begins: datetime
    is_last: bool = False

    @property
    def is_scheduled(self) -> bool:
        return self.begins > self.recorded_at


def histories(numbers: range, *, seed: int, until: datetime) -> list[Step]:
    """The editions of all these briefings, in the order in which they were recorded.

    They are spread over the days before `until`; a few are scheduled for the days after it.
    """
    days = max(len(numbers) / A_DAY, min(len(numbers), FEW_DAYS))
    found: list[Step] = []
    for place, number in enumerate(numbers):
        rng = Random(f"{seed} {number} history")
        start = until - timedelta(days=days * (1 - place / len(numbers))) + rng.random() * HOUR
        if is_first_to_come(number) and place > len(numbers) * 0.95:
            begins = until + rng.randint(6, 200) * HOUR
            found.append(Step(min(start, until - HOUR), number, "first", begins, is_last=True))
        else:
            found += _history(number, rng, start=min(start, until - MINUTE), until=until, may_end=place >= NO_END_YET)
    return sorted(found, key=lambda step: (step.recorded_at, step.number))


def stays_live(number: int) -> bool:
    """Whether a briefing is published at its turn and never ends: others may be merged into it."""
    return not is_first_to_come(number) and not any(number % every == remainder for _, every, remainder in ENDS)


def is_first_to_come(number: int) -> bool:
    """Whether a briefing near the end is still to be published."""
    return number % 50 == 49


def _history(number: int, rng: Random, *, start: datetime, until: datetime, may_end: bool) -> list[Step]:
    kind = "imported" if number % IMPORTED[0] == IMPORTED[1] else "first"
    found, moment = [Step(start, number, kind, start)], start
    for kind in _changes(number, rng, may_end=may_end):
        moment += rng.choice((1, 3, 8, 20, 48, 200, 900)) * HOUR * (0.5 + rng.random())
        if moment >= until:
            break
        found.append(Step(moment, number, kind, moment))
    if number % COMING[0] == COMING[1] and len(found) < len(_MORE_EDITIONS) and found[-1].kind not in NOTICES:
        recorded_at = found[-1].recorded_at + MINUTE / 2
        found.append(Step(recorded_at, number, "major", until + rng.randint(6, 200) * HOUR))
    found[-1] = Step(found[-1].recorded_at, number, found[-1].kind, found[-1].begins, is_last=True)
    return found


def _changes(number: int, rng: Random, *, may_end: bool) -> list[str]:
    more = rng.choices(range(len(_MORE_EDITIONS)), weights=_MORE_EDITIONS)[0]
    changes = rng.choices(list(_CHANGES), weights=list(_CHANGES.values()), k=more)
    ends = [kind for kind, every, remainder in ENDS if number % every == remainder] if may_end else []
    if not ends:
        return changes
    return [*changes[:3], ends[0], *(["major"] if number % BACK_AGAIN[0] == BACK_AGAIN[1] else [])]
