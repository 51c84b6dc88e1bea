"""What keeps a database from doing its work, and passes: no answer, a lock held too long, nothing can be written."""

import sqlite3
from enum import Enum

from django.db import DatabaseError, InterfaceError, OperationalError

_PRIMARY_CODE = 0xFF
"""SQLite's codes say more in their higher bits."""


class Outage(Enum):
    AWAY = "the database does not answer"
    LOCKED = "the database is locked"
    UNWRITABLE = "the database cannot be written to"


_SQLITE = {
    sqlite3.SQLITE_BUSY: Outage.LOCKED,
    sqlite3.SQLITE_LOCKED: Outage.LOCKED,
    sqlite3.SQLITE_READONLY: Outage.UNWRITABLE,
    sqlite3.SQLITE_FULL: Outage.UNWRITABLE,
    sqlite3.SQLITE_IOERR: Outage.UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: Outage.AWAY,
}
_POSTGRESQL = {  # by SQLSTATE
    "55P03": Outage.LOCKED,  # lock_timeout
    "40P01": Outage.LOCKED,  # deadlock
    "25006": Outage.UNWRITABLE,  # a read-only server
    "53100": Outage.UNWRITABLE,  # its disk is full
    "58030": Outage.UNWRITABLE,  # its disk fails
}


def outage_of(error: BaseException | None) -> Outage | None:
    """Which outage `error` comes from; None for a fault of ours."""
    if not isinstance(error, DatabaseError | InterfaceError):
        return None
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error):
        return _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & _PRIMARY_CODE)
    known = _POSTGRESQL.get(getattr(cause, "sqlstate", None) or "")
    return known or (Outage.AWAY if isinstance(error, OperationalError | InterfaceError) else None)
