"""Queries that are built once, because Django takes longer to build their SQL than the database takes to answer."""

from collections import namedtuple
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models


class Given(models.Value):
    """A parameter of a prepared query: the argument `name` of `Prepared.rows` takes its place."""

    def __init__(self, name: str, output_field: models.Field) -> None:
        super().__init__(None, output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list]:
        return "%s", [self]


@dataclass(frozen=True)
class _Built:
    query: Any
    sql: str
    params: tuple
    columns: list
    row: type


class Prepared:
    """The query that `build` makes. Its rows are of the type `row`, or named tuples of its columns and annotations.

    It is built once for each kind of database; its `Given` parameters are filled in each time.
    """

    def __init__(self, build: Callable[[], models.QuerySet], *, row: type | None = None) -> None:
        self._build, self._row = build, row
        self._built: dict[str, _Built] = {}

    def rows(self, **given: Any) -> list[Any]:
        """The rows for the values in `given`, which are named as the query's `Given` are. One query."""
        connection = connections[DEFAULT_DB_ALIAS]
        built = self._built.get(connection.vendor) or self._built.setdefault(connection.vendor, self._put(connection))
        with connection.cursor() as cursor:
            cursor.execute(built.sql, [_bound(param, given, connection) for param in built.params])
            raw_rows = cursor.fetchall()
        compiler = built.query.get_compiler(connection=connection)
        converted = compiler.apply_converters(raw_rows, compiler.get_converters(built.columns))
        return [built.row(*values) for values in converted]

    def _put(self, connection: Any) -> _Built:
        query = self._build().query
        compiler = query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        columns = [column for column, _sql, _alias in compiler.select]
        names = [alias or column.target.attname for column, _sql, alias in compiler.select]
        return _Built(query, sql, tuple(params), columns, self._row or namedtuple("Row", names))


def _bound(param: Any, given: dict[str, Any], connection: Any) -> Any:
    if not isinstance(param, Given):
        return param
    return param.output_field.get_db_prep_value(given[param.name], connection)
