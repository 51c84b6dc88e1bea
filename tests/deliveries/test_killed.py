"""A worker killed with -9 at any moment: no mail is lost, and none goes out twice without being shown as in doubt."""

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.deliveries import sending
from briefings.models import Delivery
from tests.front_door.test_two_processes import database_url
from tests.making import make_draft

pytestmark = pytest.mark.django_db(transaction=True)
State = Delivery.State
MAILS = 3


@pytest.fixture
def waiting(person, server) -> None:
    """Edda is asked by mail to review three texts."""
    person("edda")
    wanda = person("wanda", "writer")
    for number in range(MAILS):
        workflow.submit(make_draft(f"wombat {number}", by=wanda).briefing, by=wanda)
    Delivery.objects.exclude(channel="mail").delete()


def started(port: int, *, kill: str, at: int) -> subprocess.Popen:
    environment = os.environ | {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    environment.pop("MIGRATED_SQLITE", None)
    command = [sys.executable, "-m", "tests.deliveries.killed_worker", str(port), kill, str(at)]
    return subprocess.Popen(command, env=environment)


def next_worker() -> None:
    """Another worker, after the time in which a mail server has to answer."""
    Delivery.objects.filter(marked_at__isnull=False).update(
        marked_at=timezone.now() - sending.IN_DOUBT_AFTER - timedelta(seconds=1)
    )
    sending.note_doubts()
    sending.send_due(most=99)


def assert_nothing_lost_or_doubled(server) -> None:
    states = dict(Delivery.objects.values_list("uuid", "state"))
    arrived = [str(mail["Message-ID"]).strip("<>").partition("@")[0] for mail in server.mails]
    assert len(arrived) == len(set(arrived))
    assert len(states) == MAILS
    for uuid, state in states.items():
        assert state in (State.SENT, State.IN_DOUBT)
        assert state != State.SENT or str(uuid) in arrived


def test_killed_while_the_mail_server_has_the_mail_it_is_in_doubt_and_the_others_go_out(waiting, server):
    workers = []

    def kill() -> None:
        if len(server.mails) == 1:
            workers[0].kill()
            workers[0].wait()

    server.on_mail = kill
    workers.append(started(server.port, kill="never", at=0))
    assert workers[0].wait(timeout=60) == -signal.SIGKILL

    assert Delivery.objects.filter(state=State.SENDING).count() == 1
    next_worker()

    assert sorted(Delivery.objects.values_list("state", flat=True)) == ["in doubt", "sent", "sent"]
    assert_nothing_lost_or_doubled(server)


@pytest.mark.slow
@pytest.mark.parametrize("kill", ["before", "after"])
def test_killed_at_each_commit_nothing_is_lost_and_nothing_goes_out_twice(waiting, server, kill):
    at = 0
    while True:
        at += 1
        Delivery.objects.update(state=State.WAITING, attempts=0, marked_at=None, next_at=timezone.now())
        server.mails.clear()

        code = started(server.port, kill=kill, at=at).wait(timeout=60)
        assert Delivery.objects.filter(state=State.SENDING).count() <= 1
        next_worker()

        assert_nothing_lost_or_doubled(server)
        if code == 0:
            break
        assert code == -signal.SIGKILL

    # A round looks for doubts once each time that it looks for mails, marks each mail, and confirms it.
    assert at > 2 * MAILS
