"""A lock that somebody else holds, for real: SQLite's write lock, on PostgreSQL the row of the log's head."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg
from django.db import connection


@contextmanager
def held() -> Iterator[None]:
    """By a connection of its own, until the block ends."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")
    else:
        parameters = connection.get_connection_params()
        parameters.pop("cursor_factory", None)
        parameters.pop("context", None)
        with psycopg.connect(**parameters) as other:
            other.execute("SELECT * FROM briefings_loghead FOR UPDATE")
            other.execute("SELECT * FROM briefings_draft FOR UPDATE")
            yield
            other.rollback()


def wait_for_locks(milliseconds: int) -> None:
    """How long this test's own connection waits for one."""
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout={milliseconds}" if sqlite else f"SET lock_timeout={milliseconds}")
