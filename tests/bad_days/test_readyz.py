"""What `/readyz` tells, and what it keeps to itself."""

import os
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import connection, connections
from django.utils import timezone

from briefings import health
from briefings.models import PublicRecord, WorkerTask
from tests.bad_days.test_outages import stop
from tests.making import HOUR, NOON, make_edition

WELL = (
    "ready\ndatabase: answers\nmigrations: complete\nguards: complete\nwritable: yes\ndisk: has room\n"
    "clock: not behind the log\nnext moment: known\nworker: at work\n"
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def ready(client, monkeypatch):
    """Asks; the disk of this machine has room, and a worker was seen."""
    WorkerTask.objects.create(name=health.WORKER, ended_at=timezone.now())
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_bavail=health.ROOM, f_frsize=1))

    def ask():
        answer = client.get("/readyz")
        return answer.status_code, answer.content.decode()

    return ask


def test_all_is_well(ready):
    assert ready() == (200, WELL)


def test_it_tells_nothing_of_what_is_scheduled(ready):
    before = ready()
    make_edition("quokka", live_from=NOON)

    assert ready() == before


def test_a_database_that_is_away_is_not_ready(ready, monkeypatch):
    with monkeypatch.context() as meanwhile:
        stop(meanwhile)
        told = ready()

    assert told == (503, "not ready: the database does not answer\ndatabase: does not answer\ndisk: has room\n")


def test_a_database_that_wants_migrating_is_not_ready(ready):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'faq'")

    status, told = ready()

    assert status == 503
    assert told.startswith("not ready: the database wants migrating\n")
    assert "migrations: missing\n" in told


def test_a_full_disk_is_said_and_readers_are_served(ready, monkeypatch):
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_bavail=health.ROOM - 1, f_frsize=1))

    assert ready() == (200, WELL.replace("disk: has room", "disk: nearly full"))


def test_a_folder_that_takes_nothing_is_said_and_readers_are_served(ready, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)

    assert ready() == (200, WELL.replace("writable: yes", "writable: no"))


def test_a_database_that_takes_nothing_is_said(ready, monkeypatch):
    if connection.vendor == "sqlite":
        file = os.fspath(connections["default"].settings_dict["NAME"])
        monkeypatch.setattr(os, "access", lambda path, _: os.fspath(path) != file)
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL transaction_read_only = on")

    assert ready() == (200, WELL.replace("writable: yes", "writable: no"))


def test_a_clock_behind_the_log_is_said(ready, monkeypatch):
    make_edition("quokka")
    assert ready() == (200, WELL)
    behind = timezone.now() - HOUR
    WorkerTask.objects.update(ended_at=behind)
    monkeypatch.setattr(timezone, "now", lambda: behind)

    assert ready() == (200, WELL.replace("clock: not behind", "clock: behind"))


def test_a_worker_that_was_not_seen_for_minutes_is_said_and_readers_are_served(ready):
    WorkerTask.objects.update(ended_at=timezone.now() - timedelta(minutes=6))

    assert ready() == (200, WELL.replace("worker: at work", "worker: not seen"))


def test_clocks_that_differ_a_little_are_right():
    make_edition("quokka")
    newest = PublicRecord.objects.latest("seq").recorded_at

    assert health.log_is_ahead_by(newest - health.CLOCKS_DIFFER) is None
    assert health.log_is_ahead_by(newest - timedelta(minutes=1)) == timedelta(minutes=1)
