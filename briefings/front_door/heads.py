"""The head of the log, read by a connection of the door's own: what says whether kept answers are still right."""

import os
import select
import sqlite3
import time
from collections.abc import Callable
from threading import Lock
from typing import Any, Protocol
from urllib.parse import quote

import psycopg
from django.db import connection
from psycopg.pq import ExecStatus

SELECT = "SELECT seq, hash, site_version FROM briefings_loghead"
WAIT = 1  # second at most for an answer of the database, which takes some millionths
CONNECT_WAIT = 2  # seconds, the shortest that PostgreSQL's library knows
BACK_OFF = 1.0  # second after an opening that failed
FAILURES = (sqlite3.Error, psycopg.Error, OSError)

Head = tuple[Any, Any]
"""The database's file as (device, inode), None on PostgreSQL; and the row of the head, if there is one yet."""


class Connection(Protocol):
    def head(self) -> Head: ...

    def close(self) -> None: ...


class SQLiteFile:
    """A read-only connection to the site's file. Once another file stands in its place, asking it fails."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._path = os.fspath(settings["NAME"])
        # Asked before it is opened: of a file that is replaced in between, the next look at it tells.
        self._file = self._standing()
        address = f"file:{quote(self._path)}?mode=ro"
        self._connection = sqlite3.connect(
            address, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False
        )
        self._cursor = self._connection.cursor()

    def head(self) -> Head:
        if self._standing() != self._file:
            raise FileNotFoundError(self._path)
        # All rows of the one: a read that is not read to its end would go on showing what was there when it began.
        return self._file, self._cursor.execute(SELECT).fetchall()

    def close(self) -> None:
        self._connection.close()

    def _standing(self) -> tuple[int, int]:
        found = os.stat(self._path)
        return found.st_dev, found.st_ino


class PostgresSession:
    """A read-only session. It speaks to the library below psycopg: that takes half the time, and a wait has an end."""

    def __init__(self, parameters: dict[str, Any]) -> None:
        bounds = {"connect_timeout": CONNECT_WAIT, "tcp_user_timeout": CONNECT_WAIT * 1000}
        self._connection = psycopg.connect(**parameters | bounds, autocommit=True)
        self._connection.execute("SET default_transaction_read_only = on")
        self._connection.execute(f"SET statement_timeout = {WAIT * 1000}")
        self._session = self._connection.pgconn
        self._session.prepare(b"head", SELECT.encode())
        self._session.nonblocking = 1
        self._answers = select.poll()
        self._answers.register(self._session.socket, select.POLLIN)

    def head(self) -> Head:
        self._session.send_query_prepared(b"head", None)
        result = self._result()
        while self._result():
            pass
        if result is None or result.status != ExecStatus.TUPLES_OK:
            raise psycopg.OperationalError("The head of the log cannot be read.")
        return None, [result.get_value(0, column) for column in range(3)] if result.ntuples else []

    def close(self) -> None:
        self._connection.close()

    def _result(self) -> Any:
        while self._session.flush() or self._session.is_busy():
            if not self._answers.poll(WAIT * 1000):
                raise psycopg.OperationalError("The database does not answer.")
            self._session.consume_input()
        return self._session.get_result()


def site_connection() -> Connection:
    """A new connection to the database that Django's default connection names."""
    if connection.vendor == "sqlite":
        return SQLiteFile(connection.settings_dict)
    return PostgresSession(connection.get_connection_params())


class HeadReader:
    """Reads the head by one connection, whichever thread asks. What fails is opened anew: at once, then each second."""

    def __init__(self, opened: Callable[[], Connection] = site_connection) -> None:
        self._opened = opened
        self._lock = Lock()
        self._connection: Connection | None = None
        self._next_opening = 0.0

    def peek(self) -> Head | None:
        """The head, by the connection that is open. None where none is, or it fails: nothing is waited for."""
        with self._lock:
            return self._asked()

    def read(self) -> Head | None:
        """The head; opens the connection where it has to. None where that cannot be done now."""
        with self._lock:
            head = self._asked()
            if head is not None or time.monotonic() < self._next_opening:
                return head
            self._next_opening = time.monotonic() + BACK_OFF
        # Outside the lock: whoever peeks meanwhile does not wait for a server that is gone.
        try:
            opened = self._opened()
        except FAILURES:
            return None
        with self._lock:
            self._connection = opened
            head = self._asked()
            if head is not None:
                self._next_opening = 0.0
            return head

    def close(self) -> None:
        with self._lock:
            if self._connection:
                self._connection.close()
            self._connection = None
            self._next_opening = 0.0

    def _asked(self) -> Head | None:
        if self._connection is None:
            return None
        try:
            return self._connection.head()
        except FAILURES:
            self._connection.close()
            self._connection = None
            return None
