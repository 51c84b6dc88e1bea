"""Empties the test database although the log's triggers refuse it: they are off for that moment."""

from django.core.management.commands import flush
from django.db import connections

from briefings.log import guards


class Command(flush.Command):
    def handle(self, **options: object) -> None:
        connection = connections[options["database"]]
        guards.remove(connection)
        try:
            super().handle(**options)
        finally:
            guards.install(connection)
