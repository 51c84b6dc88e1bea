"""The worker's rounds: until it is told to stop, it sends what is due, and says that it is at work."""

import logging
import signal
import threading
import time
from datetime import timedelta

from django.db import DatabaseError, InterfaceError, close_old_connections, connections
from django.utils import timezone

from briefings.deliveries import sending
from briefings.health import WORKER
from briefings.models import WorkerTask
from briefings.worker import housekeeping
from briefings.worker.task_runs import run_due

LOG = logging.getLogger("briefings")
PAUSE = 2.0
"""Seconds between two rounds."""
PAUSE_OF_OUTAGE = 10.0
AT_ONCE = 20
SAYS_SO_EVERY = 30.0
"""Seconds."""
LOOKS_FOR_TASKS_EVERY = timedelta(minutes=1)


def work_once() -> None:
    """One round, with whatever tasks are due."""
    WorkerTask.objects.update_or_create(name=WORKER, defaults={"ended_at": timezone.now()})
    _send()
    run_due(housekeeping.tasks())


def work(*, stop: threading.Event) -> None:
    """Rounds until `stop` is set; what is being sent then is finished. A database that is away is waited for.

    Tasks run in a thread beside it, for a backup takes minutes; one that runs at the end is begun again by the next
    worker.
    """
    threading.Thread(target=_keep_house, kwargs={"stop": stop}, name="housekeeping", daemon=True).start()
    said = None
    while not stop.is_set():
        pause = PAUSE
        try:
            close_old_connections()
            # By a clock that nobody puts back.
            if said is None or time.monotonic() - said >= SAYS_SO_EVERY:
                WorkerTask.objects.update_or_create(name=WORKER, defaults={"ended_at": timezone.now()})
                said = time.monotonic()
            _send(stop)
        except (DatabaseError, InterfaceError):
            LOG.log(logging.WARNING, "The worker cannot reach the database, and tries again.")
            pause = PAUSE_OF_OUTAGE
        stop.wait(pause)


def stop_on_signals() -> threading.Event:
    """What is set when the system or Ctrl-C asks this process to stop."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


def _send(stop: threading.Event | None = None) -> None:
    sending.note_doubts()
    # One by one: whoever is told to stop does so behind the mail that is on its way.
    for _turn in range(AT_ONCE):
        if (stop and stop.is_set()) or not sending.send_due(most=1):
            return


def _keep_house(*, stop: threading.Event) -> None:
    """Runs tasks when they are due. A fault of ours in one ends the worker, which is started again, and seen."""
    try:
        while not stop.is_set():
            _keep_house_once()
            stop.wait(LOOKS_FOR_TASKS_EVERY.total_seconds())
    finally:
        stop.set()


def _keep_house_once() -> None:
    try:
        run_due(housekeeping.tasks())
    except (DatabaseError, InterfaceError):
        LOG.log(logging.WARNING, "The worker’s tasks cannot reach the database, and are tried again.")
    finally:
        connections.close_all()
