"""The gate's value: of one briefing at a moment, what has begun, is live, is scheduled, has ended."""

from dataclasses import dataclass
from datetime import datetime

from briefings.gate import Timeline
from tests.making import DAY, HOUR, NOON, TICK


@dataclass(frozen=True)
class Row:
    live_from: datetime
    live_until: datetime | None


FIRST = Row(NOON - DAY, NOON)
SECOND = Row(NOON, NOON + DAY)
LAST = Row(NOON + DAY, None)


def test_what_begins_at_the_moment_has_begun_and_is_live():
    timeline = Timeline.of([FIRST, SECOND, LAST], NOON)

    assert (timeline.begun, timeline.live, timeline.ended) == ((FIRST, SECOND), SECOND, (FIRST,))
    assert (timeline.scheduled, timeline.next) == ((LAST,), LAST)


def test_a_tick_before_the_moment_it_is_scheduled():
    timeline = Timeline.of([FIRST, SECOND, LAST], NOON - TICK)

    assert (timeline.live, timeline.next) == (FIRST, SECOND)


def test_rows_come_in_any_order():
    assert Timeline.of([LAST, FIRST, SECOND], NOON) == Timeline.of([FIRST, SECOND, LAST], NOON)


def test_what_was_called_off_is_in_no_part_of_it():
    called_off = Row(NOON + HOUR, NOON + HOUR)

    assert Timeline.of([FIRST, called_off], NOON + DAY) == Timeline(begun=(FIRST,), scheduled=())
    assert Timeline.of([FIRST, called_off], NOON).scheduled == ()


def test_before_anything_began_nothing_is_live():
    timeline = Timeline.of([LAST], NOON)

    assert (timeline.live, timeline.ended, timeline.next) == (None, (), LAST)
    assert Timeline.of([], NOON).next is None
