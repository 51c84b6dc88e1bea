"""Two who act at once, each with a connection of their own: the log stays one chain."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from briefings import workflow, working_copy
from briefings.log import chain, verify_log
from briefings.models import Draft, Edition, LogHead
from briefings.models.read_rows import LOG_ROWS
from briefings.workflow import Refused
from briefings.workflow.publishing import call_off
from tests.workflow.making import LATER, make_draft, save

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act returned or was refused with; whatever else it raised is raised here."""
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            gate.wait(timeout=10)
            return act()
        except (Refused, working_copy.Stale) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts, timeout=60))


def assert_whole() -> None:
    seqs = sorted(seq for model in LOG_ROWS for seq in model.objects.values_list("seq", flat=True))
    assert seqs == list(range(1, LogHead.objects.get().seq + 1))
    assert verify_log().problems == []


def test_two_who_publish_the_same_draft_at_once_publish_it_once():
    briefing = make_draft().briefing

    outcomes = at_once(*[lambda: workflow.publish(briefing, by=None)] * 2)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Edition", "Refused"]
    assert Edition.objects.get().kind == "first"
    assert_whole()


def test_editions_of_different_briefings_published_at_once_are_one_chain():
    briefings = [make_draft(headline=f"Headline {n}").briefing for n in range(4)]

    outcomes = at_once(*[lambda briefing=briefing: workflow.publish(briefing, by=None) for briefing in briefings])

    assert [type(outcome).__name__ for outcome in outcomes] == ["Edition"] * 4
    assert_whole()


def test_two_with_one_headline_published_at_once_get_two_addresses():
    briefings = [make_draft().briefing for _ in range(2)]

    outcomes = at_once(*[lambda briefing=briefing: workflow.publish(briefing, by=None) for briefing in briefings])

    addresses = {edition.summary.slug for edition in Edition.objects.all()}
    assert addresses == {"allies-pledge-guarantees", "allies-pledge-guarantees-2"}, outcomes
    assert_whole()


def test_withdrawing_and_publishing_at_once_leave_one_live_edition():
    briefing = make_draft().briefing
    workflow.publish(briefing, by=None)
    save(briefing, lede="Thirty-four states met in Paris.")

    at_once(
        lambda: workflow.withdraw(briefing, by=None, notice="It was not so."),
        lambda: workflow.publish(briefing, by=None, change="minor"),
    )

    assert Edition.objects.live().count() == 1
    assert Edition.objects.live().get().kind == "withdrawn"
    assert_whole()


def test_calling_off_twice_at_once_calls_off_once():
    edition = workflow.publish(make_draft().briefing, by=None, live_from=LATER)

    outcomes = at_once(*[lambda: workflow.call_off(edition, by=None)] * 2)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["CallOff", "Refused"]
    assert_whole()


def test_a_save_and_publishing_at_once_publish_one_version_whole():
    draft = make_draft()
    content = working_copy.read(draft)
    both = content.model_copy(update={"headline": "New", "lede": "New"})

    at_once(
        lambda: working_copy.write(Draft.objects.get(), both, expected=1, by=None),
        lambda: workflow.publish(draft.briefing, by=None),
    )

    summary = Edition.objects.get().summary
    assert (summary.headline, summary.lede) in {(content.headline, content.lede), ("New", "New")}
    assert_whole()


def test_two_who_issue_the_scheduled_edition_again_at_once_issue_it_once():
    briefing = make_draft().briefing
    workflow.publish(briefing, by=None)
    workflow.publish(briefing, by=None, live_from=LATER, change="major", note="Adds the vote.")
    save(briefing, lede="Thirty-four states met in Paris.")
    again = {"change": "minor", "scheduled": workflow.Scheduled.REISSUE}

    outcomes = at_once(*[lambda: workflow.publish(briefing, by=None, **again)] * 2)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Edition", "Refused"]
    assert Edition.objects.not_called_off().filter(live_from=LATER).count() == 1
    assert_whole()


def test_a_save_and_an_approval_at_once_approve_nothing_that_nobody_has_read():
    draft = make_draft()
    content = working_copy.read(draft).model_copy(update={"lede": "New."})

    _, approval = at_once(
        lambda: working_copy.write(Draft.objects.get(), content, expected=1, by=None),
        lambda: workflow.approve(draft.briefing, by=None, expected=1),
    )

    saved = Draft.objects.get()
    assert (saved.version, saved.state) == (2, "draft")
    assert saved.approved_version == (None if isinstance(approval, Refused) else 1)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="there one act waits for the other before it begins")
def test_what_goes_live_while_somebody_waits_to_call_it_off_stays(monkeypatch):
    monkeypatch.setattr(call_off, "TOO_NEAR", timedelta())
    live_from = timezone.now() + timedelta(seconds=1.5)
    edition = workflow.publish(make_draft().briefing, by=None, live_from=live_from)
    is_held = threading.Event()

    def hold_the_log() -> None:
        with transaction.atomic():
            chain.lock_head()
            is_held.set()
            wait_until(live_from)

    def call_it_off() -> object:
        is_held.wait(timeout=10)
        return workflow.call_off(edition, by=None)

    _held, outcome = at_once(hold_the_log, call_it_off)

    assert "This edition is live" in str(outcome)
    assert Edition.objects.live().get() == edition
    assert_whole()


def wait_until(moment: datetime) -> None:
    while timezone.now() <= moment:
        time.sleep(0.05)
