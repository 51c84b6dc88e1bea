"""Empties the test database although the log's triggers refuse it: they are off for that moment.

Only tables that hold rows are emptied, and what `migrate` filled stays as it is: nothing need be filled again.
"""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.commands import flush
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from briefings.log import guards

FILLED = {model._meta.db_table for model in (ContentType, Permission, Group, Group.permissions.through)}
# What refuses to delete: the guards alone, or every trigger, foreign keys' among them.
OFF = {
    "sqlite": "DROP TRIGGER IF EXISTS {table}_no_delete",
    "postgresql": "SET LOCAL session_replication_role = replica",
}


class Command(flush.Command):
    def handle(self, **options: object) -> None:
        connection = connections[options["database"]]
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            for table in _held(connection):
                cursor.execute(OFF[connection.vendor].format(table=table))
                cursor.execute(f"DELETE FROM {table}")
            if guards.missing(connection):
                guards.install(connection)


def _held(connection: BaseDatabaseWrapper) -> list[str]:
    """The tables that hold rows which tests made."""
    tables = set(connection.introspection.django_table_names(only_existing=True, include_views=False)) - FILLED
    asked = (f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table})" for table in sorted(tables))
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        return [table for (table,) in cursor.fetchall()]
