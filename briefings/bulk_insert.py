"""Inserting many rows at once: COPY on PostgreSQL, one prepared statement for all on SQLite.

`bulk_create` puts a statement together for every few hundred values. Here what is given is written as it is: no row
learns its automatic key, and no `auto_now` puts another moment into it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial
from operator import attrgetter
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

_AS_IT_IS = (models.CharField, models.TextField, models.IntegerField, models.BooleanField)
_AS_IT_IS_ON_POSTGRESQL = (*_AS_IT_IS, models.DateField, models.UUIDField)


def insert(rows: Iterable[models.Model]) -> None:
    """Insert rows of any models. Those of one model all have a key, or none has: then the database gives it."""
    by_model: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row)
    for model, those in by_model.items():
        columns, values = _columns(model, has_key=those[0].pk is not None, vendor=connection.vendor)
        table, names = connection.ops.quote_name(model._meta.db_table), ", ".join(columns)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                    for row in those:
                        copy.write_row(values(row))
            else:
                places = ", ".join(["%s"] * len(columns))
                cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", map(values, those))


def reset_sequences(*given: type[models.Model]) -> None:
    """After rows with keys of one's own: let the database give higher ones."""
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), list(given)):
            cursor.execute(sql)


def gather_statistics() -> None:
    """After many rows. PostgreSQL plans by statistics and gathers them by itself, a minute later or so; SQLite plans
    as well without any.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


@cache
def _columns(
    model: type[models.Model], *, has_key: bool, vendor: str
) -> tuple[list[str], Callable[[models.Model], list[Any]]]:
    """The columns of a model, and what gives a row's values for them."""
    fields = [field for field in model._meta.concrete_fields if has_key or not field.primary_key]
    read = attrgetter(*(field.attname for field in fields))
    kept = _AS_IT_IS_ON_POSTGRESQL if vendor == "postgresql" else _AS_IT_IS
    kinds = [field.target_field if field.is_relation else field for field in fields]
    changing = [(place, _prepare(kind)) for place, kind in enumerate(kinds) if not isinstance(kind, kept)]

    def values(row: models.Model) -> list[Any]:
        found = list(read(row))
        for place, prepare in changing:
            found[place] = prepare(found[place])
        return found

    return [connection.ops.quote_name(field.column) for field in fields], values


def _prepare(field: models.Field) -> Callable[[Any], Any]:
    """What makes a value of the field one for the database."""
    if isinstance(field, models.JSONField | models.BinaryField):
        return partial(field.get_db_prep_save, connection=connection)
    return _remembering(type(field), connection.vendor)


@cache
def _remembering(kind: type[models.Field], vendor: str) -> Callable[[Any], Any]:
    """The same moments and ids come again and again."""
    return lru_cache(10_000)(partial(kind().get_db_prep_save, connection=connection))
