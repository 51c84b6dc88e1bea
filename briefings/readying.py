"""Whether the database is as this release wants it."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from briefings import guards


def wants_readying() -> str:
    """What the database lacks, in words; empty where it is migrated and guarded. Raises DatabaseError."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return "the database wants migrating"
    if guards.missing(connection):
        return "the publish log is not guarded"
    return ""
