"""Installing the guards, removing them (in tests only), and listing those that are missing."""

from django.db.backends.base.base import BaseDatabaseWrapper

from briefings.log.guards import postgresql, sqlite
from briefings.log.guards.tables import GUARDED, Guarded


def install(connection: BaseDatabaseWrapper) -> None:
    """Install every guard, replacing those that exist. Idempotent; does nothing before the tables exist."""
    with connection.cursor() as cursor:
        tables = _present(connection)
        if connection.vendor == "postgresql":
            cursor.execute(postgresql.CREATE_FUNCTION)
            cursor.execute(postgresql.CREATE_ERASURE_FUNCTION)
        for guarded in tables:
            for name, sql in _statements(connection, guarded):
                cursor.execute(_drop(connection, name, guarded.table))
                cursor.execute(sql)
        if connection.vendor == "postgresql":
            present = {guarded.table for guarded in tables}
            for table, name, sql in postgresql.constraints():
                if table in present:
                    cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
                    cursor.execute(sql)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Remove the triggers, for a test run's flush."""
    with connection.cursor() as cursor:
        for guarded in _present(connection):
            for name, _ in _statements(connection, guarded):
                cursor.execute(_drop(connection, name, guarded.table))


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the guards that are missing; just "the log's tables" where not all tables exist."""
    present = _present(connection)
    if len(present) < len(GUARDED):
        return ["the log's tables"]
    wanted = [name for guarded in present for name, _ in _statements(connection, guarded)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            wanted += [name for _, name, _ in postgresql.constraints()]
            cursor.execute(
                "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' "
                "UNION SELECT conname FROM pg_constraint WHERE contype = 'x'"
            )
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        existing = {name for (name,) in cursor.fetchall()}
    return [name for name in wanted if name not in existing]


def _present(connection: BaseDatabaseWrapper) -> list[Guarded]:
    tables = set(connection.introspection.table_names())
    return [guarded for guarded in GUARDED if guarded.table in tables]


def _statements(connection: BaseDatabaseWrapper, guarded: Guarded) -> list[tuple[str, str]]:
    dialect = postgresql if connection.vendor == "postgresql" else sqlite
    return list(dialect.statements(guarded))


def _drop(connection: BaseDatabaseWrapper, name: str, table: str) -> str:
    return f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if connection.vendor == "postgresql" else "")
