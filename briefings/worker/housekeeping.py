"""What keeps the house, by itself: a backup each night, pictures swept, what has ended forgotten, the trash emptied."""

import logging
from datetime import timedelta
from importlib import import_module
from io import StringIO

from axes.models import AccessAttempt
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from briefings import workflow
from briefings.models import Delivery
from briefings.worker.task_runs import Task, nightly

LOG = logging.getLogger("briefings")
DELIVERIES_KEPT = timedelta(days=90)
"""So long it can be looked up whether somebody was told."""
ENDED = (Delivery.State.SENT, Delivery.State.FAILED, Delivery.State.GIVEN_UP)


def tasks() -> tuple[Task, ...]:
    """The tasks of this site, in the order in which they run: the backup before anything goes."""
    backup = (Task("backup", _back_up, nightly),) if settings.BACKS_UP else ()
    trash = (Task("trash", _empty_trash, nightly),) if settings.TRASH_DAYS else ()
    return (
        *backup,
        Task("pictures", _sweep_pictures, nightly),
        Task("logins", _forget_logins, nightly),
        Task("deliveries", _forget_deliveries, nightly),
        *trash,
    )


def _back_up() -> None:
    said = StringIO()
    call_command("backup", keep=settings.BACKUPS_KEPT or None, stderr=said, stdout=said)
    LOG.info("%s", said.getvalue().strip())


def _sweep_pictures() -> None:
    call_command("sweep_pictures", stdout=StringIO())


def _forget_logins() -> None:
    """Sessions that have ended, and failed logins that count no more."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - settings.AXES_COOLOFF_TIME).delete()


def _forget_deliveries() -> None:
    past = timezone.now() - DELIVERIES_KEPT
    Delivery.objects.filter(state__in=ENDED, created_at__lt=past).delete()


def _empty_trash() -> None:
    workflow.empty_trash(before=timezone.now() - timedelta(days=settings.TRASH_DAYS))
