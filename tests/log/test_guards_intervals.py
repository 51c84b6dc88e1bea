"""Only `live_until` moves, from empty or from the future; no two rows of one briefing are live at one time."""

import time

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from briefings.models import Edition, PublicRecord
from tests.log import sql
from tests.workflow.making import DAY, LATER, make_draft

EDITION = "UPDATE briefings_edition SET live_until = %s WHERE seq = %s"
OVERLAP = r"live at one time|briefings_(edition|publicrecord)_apart"
STANDING = "UPDATE briefings_publicrecord SET live_until = %s WHERE seq = %s"


def test_an_end_in_the_past_moves_no_more(log):
    for moment in (None, LATER, log.past.live_from, timezone.now()):
        sql.refuses(EDITION, moment, log.past.pk)


def test_an_end_in_the_future_moves(log):
    assert log.live.live_until == LATER

    for moment in (
        LATER - DAY,
        timezone.now(),
    ):
        assert sql.run(EDITION, moment + DAY, log.live.pk) == 1


def test_an_open_end_is_set(log):
    assert sql.run(EDITION, LATER + DAY, log.scheduled.pk) == 1
    assert sql.run(EDITION, LATER, log.scheduled.pk) == 1  # called off


def test_an_end_is_never_before_its_beginning(log):
    with pytest.raises(IntegrityError), transaction.atomic():
        sql.run(EDITION, LATER - DAY, log.scheduled.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        sql.run(EDITION, log.live.live_from - DAY, log.live.pk)


def test_an_end_does_not_move_into_the_interval_that_follows(log):
    for moment in (LATER + DAY, None):
        with pytest.raises(IntegrityError, match=OVERLAP), transaction.atomic():
            sql.run(EDITION, moment, log.live.pk)


@pytest.mark.parametrize(("after", "days"), [(-2.5, 1), (-1.5, 0.1), (-10, 20_000), (-0.5, None), (-2.5, 0.2)])
def test_no_two_editions_of_a_briefing_overlap(log, after, days):
    start = timezone.now() + after * DAY
    until = None if days is None else start + days * DAY
    values = sql.columns(log.past) | {"seq": 999, "row_hash": "e" * 64, "live_from": start, "live_until": until}

    with pytest.raises(IntegrityError, match=OVERLAP), transaction.atomic():
        _insert(Edition, values)


def test_editions_of_two_briefings_are_live_at_one_time(log):
    other = {"seq": 999, "row_hash": "e" * 64, "briefing_id": make_draft().briefing.pk}

    _insert(Edition, sql.columns(log.live) | other)
    assert Edition.objects.live().count() == 2


def test_an_edition_that_was_called_off_takes_no_room(log):
    values = sql.columns(log.live) | {"seq": 999, "row_hash": "e" * 64, "live_until": log.live.live_from}

    _insert(Edition, values)


def test_an_edition_may_end_at_the_moment_at_which_the_next_begins(log):
    start = log.past.live_from
    values = sql.columns(log.past) | {"seq": 999, "row_hash": "e" * 64, "live_from": start - DAY, "live_until": start}

    _insert(Edition, values)


def test_an_edition_of_the_far_future_overlaps_too(log):
    start = LATER.replace(year=9998)
    values = sql.columns(log.past) | {"seq": 999, "row_hash": "e" * 64, "live_from": start, "live_until": None}

    with pytest.raises(IntegrityError, match=OVERLAP), transaction.atomic():
        _insert(Edition, values)


def test_standing_rows_of_one_subject_keep_apart_and_their_end_moves_once(log):
    row = PublicRecord.objects.first()
    other = sql.columns(row) | {"seq": 999, "row_hash": "e" * 64, "live_from": timezone.now()}

    with pytest.raises(IntegrityError, match=OVERLAP), transaction.atomic():
        _insert(PublicRecord, other)
    assert sql.run(STANDING, timezone.now(), row.pk) == 1
    time.sleep(0.01)  # the end has passed by SQLite's clock of milliseconds, too
    sql.refuses(STANDING, None, row.pk)


def _insert(model, values):
    marks = ", ".join(["%s"] * len(values))
    return sql.run(f"INSERT INTO {model._meta.db_table} ({', '.join(values)}) VALUES ({marks})", *values.values())
