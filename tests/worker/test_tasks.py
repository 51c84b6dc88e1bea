"""What the worker does by itself: once a night, once among several workers, and again where it failed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from axes.models import AccessAttempt
from django.core.management import CommandError, call_command
from django.utils import timezone

from briefings import health, workflow
from briefings.models import Delivery, DeskSession, Draft, WorkerTask
from briefings.staff import add_staff
from briefings.worker import housekeeping, task_runs
from briefings.worker.task_runs import Task, nightly, run_due
from tests.making import DAY, HOUR, make_draft

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Runs(list):
    """A task that notes when it ran, and fails as long as it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.problem: Exception | None = None
        self.task = Task("noted", self.run, nightly)

    def run(self) -> None:
        self.append(timezone.now())
        if self.problem:
            raise self.problem

    def due(self, now: datetime) -> bool:
        return bool(run_due((self.task,), now=now))


@pytest.fixture
def runs(monkeypatch) -> Runs:
    made = Runs()
    monkeypatch.setattr(task_runs, "LOG", __import__("logging").getLogger("nobody"))
    return made


def test_a_task_runs_once_a_night(runs):
    assert runs.due(NOW)
    WorkerTask.objects.update(ended_at=NOW)
    assert not runs.due(NOW + HOUR)
    assert not runs.due(NOW + timedelta(hours=14))
    assert runs.due(NOW + timedelta(hours=15, minutes=1))


def test_the_night_is_the_newsrooms():
    with timezone.override(ZoneInfo("Europe/Kyiv")):
        assert nightly(NOW).astimezone(UTC) == NOW.replace(hour=1)
        assert nightly(NOW.replace(hour=0)).astimezone(UTC) == NOW.replace(day=29, hour=1)


def test_of_several_workers_one_does_it(runs):
    WorkerTask.objects.create(name="noted", began_at=NOW)

    assert not runs.due(NOW + timedelta(minutes=5))
    assert runs.due(NOW + timedelta(hours=1, minutes=1))  # nothing was heard of the other


def test_a_clock_that_was_wrong_for_a_while_keeps_nothing_from_being_done(runs):
    WorkerTask.objects.create(name="noted", began_at=NOW + 400 * DAY, ended_at=NOW + 400 * DAY)
    assert runs.due(NOW)

    WorkerTask.objects.update(began_at=NOW + 400 * DAY, ended_at=None)  # and it ended meanwhile
    assert runs.due(NOW)
    WorkerTask.objects.update(began_at=NOW, ended_at=NOW + timedelta(minutes=1))  # another worker's clock
    assert not runs.due(NOW)


def test_of_several_workers_one_does_it_also_after_a_clock_was_wrong(runs):
    WorkerTask.objects.create(name="noted", began_at=NOW + 400 * DAY, ended_at=NOW + 400 * DAY)
    runs.problem = CommandError("still at it")  # no end is on record

    assert runs.due(NOW)
    assert not runs.due(NOW + timedelta(minutes=5))


def test_a_worker_that_was_seen_at_a_moment_to_come_is_missed():
    WorkerTask.objects.create(name=health.WORKER, ended_at=NOW + DAY)

    assert not health.worker_is_seen(NOW)
    assert health.worker_is_seen(NOW + DAY)


def test_a_task_that_fails_is_on_record_is_tried_again_and_holds_up_no_other(runs):
    other = Runs()
    other.task = Task("other", other.run, nightly)
    runs.problem = OSError("the disk is full")

    run_due((runs.task, other.task), now=NOW)

    assert len(other) == 1
    failed = WorkerTask.objects.get(name="noted")
    assert (failed.error, failed.ended_at) == ("OSError: the disk is full", None)
    runs.problem = None
    assert not runs.due(NOW + timedelta(minutes=59))
    assert runs.due(NOW + timedelta(minutes=61))
    failed.refresh_from_db()
    assert failed.error == ""


def test_one_round_says_that_a_worker_is_at_work_and_does_what_is_due(settings):
    assert not health.worker_is_seen()

    call_command("work", "--once")

    assert health.worker_is_seen()
    names = {task.name for task in housekeeping.tasks()}
    assert set(WorkerTask.objects.exclude(ended_at=None).values_list("name", flat=True)) == names | {health.WORKER}


def test_backups_are_made_where_a_folder_was_named_and_the_older_ones_go(settings, tmp_path, monkeypatch):
    assert "backup" not in {task.name for task in housekeeping.tasks()}
    settings.BACKS_UP, settings.BACKUP_DIR, settings.BACKUPS_KEPT = True, tmp_path / "backups", 1
    settings.BACKUP_DIR.mkdir()
    (settings.BACKUP_DIR / "briefings-20260101T031000Z.tar").write_bytes(b"old")
    monkeypatch.setattr(
        "briefings.backup.creation.snapshot", __import__("contextlib").nullcontext
    )  # as this test has one

    run_due(housekeeping.tasks())

    (backup,) = settings.BACKUP_DIR.iterdir()
    assert backup.name > "briefings-20260101T031000Z.tar"


def test_logins_that_have_ended_and_failures_that_count_no_more_are_forgotten():
    for name, ends in (("ended", -DAY), ("open", DAY)):
        DeskSession.objects.create(session_key=name, session_data="", expire_date=timezone.now() + ends)
    for name, ago in (("long ago", DAY), ("now", timedelta(0))):
        attempt = AccessAttempt.objects.create(username=name, failures_since_start=1)
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=timezone.now() - ago)

    run_due(housekeeping.tasks())

    assert list(DeskSession.objects.values_list("session_key", flat=True)) == ["open"]
    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["now"]


def test_what_was_told_long_ago_is_forgotten_and_what_still_waits_is_not():
    user, past = add_staff("mira", role="chief", password="correct horse battery"), timezone.now() - 91 * DAY
    for state in Delivery.State:
        Delivery.objects.create(
            kind="review", channel="mail", to=user, state=state, created_at=past, next_at=timezone.now() + DAY
        )

    run_due(housekeeping.tasks())

    assert set(Delivery.objects.values_list("state", flat=True)) == {"waiting", "sending", "in doubt"}


@pytest.mark.parametrize(("days", "is_left"), [(30, False), (0, True), (40, True)])
def test_the_trash_is_emptied_after_the_days_of_the_setting_or_never(settings, days, is_left):
    settings.TRASH_DAYS = days
    workflow.trash(make_draft().briefing, by=None)
    Draft.objects.update(trashed_at=timezone.now() - 31 * DAY)

    run_due(housekeeping.tasks())

    assert Draft.objects.exists() == is_left
