"""The health of the database: whether it is migrated and guarded as this release needs it."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from briefings.log import guards


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
        return "the database wants migrating"
    if guards.missing(connection):
        return "the publish log is not guarded"
    return ""
