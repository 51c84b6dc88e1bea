"""Raw SQL as somebody with the database's password would type it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from briefings.log import guards

only_on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="there is no such statement elsewhere")
only_on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="there is no such statement elsewhere"
)


def run(sql: str, *values: Any) -> int:
    """Run one statement; the number of rows it touched. `%s` stands for a value."""
    with connection.cursor() as cursor:
        cursor.execute(sql, [_value(value) for value in values])
        return cursor.rowcount


def assert_has_statistics(database: Any) -> None:
    """Assert that PostgreSQL knows how many summaries of editions there are."""
    with database.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM briefings_publishedsummary")
        (rows,) = cursor.fetchone()
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'briefings_publishedsummary'")
        assert cursor.fetchone() == (rows,)


def refuses(sql: str, *values: Any, because: str = "log: ") -> None:
    """Assert that the database itself refuses the statement, and says that it is the log."""
    with pytest.raises(IntegrityError, match=because), transaction.atomic():
        run(sql, *values)


def columns(row: models.Model) -> dict[str, Any]:
    """Column and value, as the row stands in the database."""
    fresh = type(row).objects.get(pk=row.pk)
    return {
        field.column: field.get_db_prep_save(getattr(fresh, field.attname), connection)
        for field in row._meta.local_fields
    }


def replace(row: models.Model, **differences: Any) -> tuple[str, list[Any]]:
    """`REPLACE INTO` with the row as it stands, but for the differences."""
    values = columns(row) | differences
    names, marks = ", ".join(values), ", ".join(["%s"] * len(values))
    return f"REPLACE INTO {row._meta.db_table} ({names}) VALUES ({marks})", list(values.values())


@contextmanager
def unguarded() -> Iterator[None]:
    """The log as a forger with every right makes it: no trigger and no foreign key holds. For tests with `forgery`."""
    if connection.vendor == "postgresql":
        run("SET LOCAL session_replication_role = replica")
        yield
        run("SET LOCAL session_replication_role = DEFAULT")
    else:  # foreign keys are asked when the transaction ends
        guards.remove(connection)
        yield
        guards.install(connection)


def _value(value: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
