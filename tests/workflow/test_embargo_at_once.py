"""An embargo that is set on an original while somebody publishes its translation: one of the two sees the other."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from briefings import workflow
from briefings.models import Draft, Edition
from briefings.workflow import DeskMoments, Embargo
from briefings.workflow.drafts import lock_draft
from tests.workflow.making import DAY, LATER, make_draft
from tests.workflow.test_at_once import assert_whole, at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="there one act waits for the other before it begins"),
]
HOUR = timedelta(hours=1)


@pytest.fixture
def original():
    return make_draft(headline="The original").briefing


@pytest.fixture
def translation(original):
    return make_draft(headline="The translation", language="de", translation_of=str(original.uuid)).briefing


class Meanwhile:
    """Two acts: `first` holds the translation’s lock before and until `second` has come as far as it can."""

    def __init__(self, translation) -> None:
        self.translation = translation
        self.is_held, self.is_done = threading.Event(), threading.Event()

    def first(self, *, before, after) -> object:
        with transaction.atomic():
            lock_draft(self.translation)
            before()
            self.is_held.set()
            while not (self.is_done.is_set() or somebody_waits()):
                time.sleep(0.02)
            return after()

    def second(self, act) -> object:
        assert self.is_held.wait(timeout=10)
        try:
            return act()
        finally:
            self.is_done.set()


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' LIMIT 1"
        )
        return cursor.fetchone() is not None


def put_under_embargo(original) -> list[str]:
    wanted = DeskMoments(embargo=Embargo(LATER, "NATO"))
    return workflow.set_moments(original, by=None, opened=DeskMoments(), wanted=wanted)


def test_a_translation_that_is_being_scheduled_is_seen_and_called_off(original, translation):
    meanwhile = Meanwhile(translation)

    def schedule() -> None:
        workflow.publish(translation, by=None, live_from=timezone.now() + HOUR)

    _scheduled, told = at_once(
        lambda: meanwhile.first(before=schedule, after=lambda: None),
        lambda: meanwhile.second(lambda: put_under_embargo(original)),
    )

    assert "The translation “The translation”, scheduled for" in told[0]
    assert not Edition.objects.scheduled().exists()
    assert_whole()


def test_whoever_holds_the_translation_and_wants_the_log_is_not_waited_for_in_a_circle(original, translation):
    soon = timezone.now() + HOUR
    workflow.publish(original, by=None, live_from=soon)
    edition = workflow.publish(translation, by=None, live_from=soon + DAY)
    meanwhile = Meanwhile(translation)

    _called_off, told = at_once(
        lambda: meanwhile.first(before=lambda: None, after=lambda: workflow.call_off(edition, by=None)),
        lambda: meanwhile.second(lambda: put_under_embargo(original)),
    )

    assert len(told) == 1
    assert Draft.objects.get(briefing=original).embargo_until == LATER
    assert not Edition.objects.scheduled().exists()
    assert_whole()
