"""Words in a column that finds the rows that hold them, in either database, without any extension."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler

_MERGE = (
    "INSERT INTO briefings_publishedwords (briefings_publishedwords) VALUES ('optimize')",
    "INSERT INTO briefings_draftwords (briefings_draftwords) VALUES ('optimize')",
)
Compiled = tuple[str, list[Any]]


class WordsField(models.Field):
    """Words in order with spaces between, none of them twice: a text for FTS5, a tsvector for PostgreSQL."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def from_db_value(self, value: str | None, expression: Any, connection: BaseDatabaseWrapper) -> str | None:
        if value is None or connection.vendor != "postgresql":
            return value
        return " ".join(sorted(word[1:-1] for word in value.split()))  # each comes in quotes


@WordsField.register_lookup
class HoldsAny(models.Lookup):
    """Whether at least one of some words and marks stands in the column. They hold no sign of a query language: no word
    of any text does (`search_words.folding.words`), and marks are ours.
    """

    lookup_name = "holds_any"
    prepare_rhs = False

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Compiled:
        # FTS5 names a column of its own like its table, which stands for the whole row.
        table, row = self.lhs.target.model._meta.db_table, self.lhs.alias
        column = f"{compiler.quote_name_unless_alias(row)}.{connection.ops.quote_name(table)}"
        return f"{column} MATCH %s", [_either(self.rhs, sign=" OR ", quote='"')]

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Compiled:
        column, values = self.process_lhs(compiler, connection)
        return f"{column} @@ %s::tsquery", [*values, _either(self.rhs, sign=" | ", quote="'")]


def forget_deleted_words() -> None:
    """FTS5 keeps the words of deleted rows until it has merged all that it holds."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for sql in _MERGE:
                cursor.execute(sql)


def _either(words: Sequence[str], *, sign: str, quote: str) -> str:
    return sign.join(f"{quote}{word}{quote}" for word in words)
