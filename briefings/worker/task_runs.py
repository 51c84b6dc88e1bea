"""Tasks that come again: of several workers one does what is due, and it is on record when it was done last."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.management import CommandError
from django.db import DatabaseError, models
from django.db.models import Case, F, Q, When
from django.utils import timezone

from briefings.models import WorkerTask

LOG = logging.getLogger("briefings")
AGAIN_AFTER = timedelta(hours=1)
"""After so long a task is begun anew that failed, or of which nothing was heard any more."""
NIGHT = timedelta(hours=3)
"""Nightly tasks are due from three o'clock on, in the newsroom's zone."""


@dataclass(frozen=True)
class Task:
    """`due_since` gives the moment since which a run is due: one that ended before it is not of today."""

    name: str
    run: Callable[[], object]
    due_since: Callable[[datetime], datetime]


def nightly(now: datetime) -> datetime:
    """The last three o'clock. A worker that was not up then makes up for it."""
    local = timezone.localtime(now)
    tonight = local.replace(hour=0, minute=0, second=0, microsecond=0) + NIGHT
    return tonight if tonight <= local else tonight - timedelta(days=1)


def run_due(tasks: tuple[Task, ...], *, now: datetime | None = None) -> list[str]:
    """Run those of `tasks` that are due and that no other worker does. Returns their names. One that fails is put on
    record, and leaves the others to run.
    """
    return [task.name for task in tasks if _is_begun(task, now or timezone.now()) and _ran(task)]


def _is_begun(task: Task, now: datetime) -> bool:
    """Whether this worker is the one to do it: the first that says so."""
    WorkerTask.objects.get_or_create(name=task.name)
    # What lies ahead was written by a clock that was wrong: waiting for it, nothing would be done for days or years.
    ahead = now + AGAIN_AFTER
    is_due = Q(ended_at=None) | Q(ended_at__lt=task.due_since(now)) | Q(ended_at__gt=ahead)
    is_idle = Q(began_at=None) | Q(ended_at__gte=F("began_at"))
    is_free = is_idle | Q(began_at__lt=now - AGAIN_AFTER) | Q(began_at__gt=ahead)
    # An end that lies ahead is forgotten with it: to the next worker this run would else be over before it is.
    ended_at = Case(When(ended_at__gt=ahead, then=None), default=F("ended_at"))
    rows = WorkerTask.objects.filter(is_due & is_free, name=task.name)
    return bool(rows.update(began_at=now, ended_at=ended_at))


def _ran(task: Task) -> bool:
    row: models.QuerySet = WorkerTask.objects.filter(name=task.name)
    try:
        task.run()
    except (OSError, DatabaseError, CommandError) as problem:
        LOG.exception("The worker could not do its task “%s”.", task.name)
        row.update(error=f"{type(problem).__name__}: {problem}"[:400])
    else:
        row.update(ended_at=timezone.now(), error="")
    return True
