"""The health of the site: whether its database is as this release needs it, what it can write, and by which clock."""

import os
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Subquery
from django.utils import timezone

from briefings.log import guards
from briefings.models import Edition, Erasure, LogHead, PublicRecord, WorkerTask

UNMIGRATED = "the database wants migrating"
UNGUARDED = "the publish log is not guarded"
ROOM = 50_000_000
"""Bytes that are free on a disk with room: for a few pictures, and for what the database writes ahead."""
CLOCKS_DIFFER = timedelta(seconds=2)
"""So much the clocks of two machines may differ that write the same log."""

WORKER = "seen"
"""The name under which a worker says that it is at work."""
WORKER_IS_MISSED_AFTER = timedelta(minutes=5)


def is_of_another_release() -> bool:
    """Whether the database was made by migrations that this release does not have. Raises DatabaseError."""
    loader = MigrationExecutor(connection).loader
    return any(
        app in ("briefings", "faq") and (app, name) not in loader.disk_migrations
        for app, name in loader.applied_migrations
    )


def database_problem() -> str:
    """What the database lacks, in words; empty where it is migrated and guarded. Raises DatabaseError."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return UNMIGRATED
    if guards.missing(connection):
        return UNGUARDED
    return ""


def is_writable() -> bool:
    """Whether the data folder and the database take what is written. Writes nothing. Raises DatabaseError."""
    return os.access(settings.DATA_DIR, os.W_OK) and _database_is_writable()


def has_room() -> bool:
    """Whether the disk of the data folder has room. A PostgreSQL server has a disk of its own, which it watches."""
    try:
        disk = os.statvfs(settings.DATA_DIR)
    except OSError:
        return False
    return disk.f_bavail * disk.f_frsize >= ROOM


def log_is_ahead_by(now: datetime | None = None) -> timedelta | None:
    """How far the newest link of the log lies ahead of `now` (the machine's clock unless given); None where it does
    not. Where it does, that clock is wrong, or was.

    A link that calls something off is not asked for: strangers may not read it. One query. Raises DatabaseError.
    """
    now = now or timezone.now()
    newest = [
        Subquery(model.objects.order_by("-seq").values("recorded_at")[:1]) for model in (Edition, PublicRecord, Erasure)
    ]
    moments = LogHead.objects.values_list(*newest).first() or ()
    ahead = max((moment - now for moment in moments if moment), default=timedelta(0))
    return ahead if ahead > CLOCKS_DIFFER else None


def worker_is_seen(now: datetime | None = None) -> bool:
    """Whether a worker said in the last minutes that it is at work. One query. Raises DatabaseError."""
    now = now or timezone.now()
    about_now = (now - WORKER_IS_MISSED_AFTER, now + WORKER_IS_MISSED_AFTER)  # a clock that was wrong saw it later
    return WorkerTask.objects.filter(name=WORKER, ended_at__range=about_now).exists()


def _database_is_writable() -> bool:
    if connection.vendor == "sqlite":
        return os.access(connection.settings_dict["NAME"], os.W_OK)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('transaction_read_only')")
        return cursor.fetchone() == ("off",)
