"""The tables as of some migrations: those that a database has, or those that a backup says."""

from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

Migrations = dict[str, str]
"""The newest migration of each app."""


class OfLaterRelease(Exception):
    """Raised where this release does not know a migration. Its text says so to whoever runs the site."""


def applied() -> Migrations:
    """What the database has. Raises OfLaterRelease."""
    loader = MigrationExecutor(connection).loader
    done = set(loader.applied_migrations)
    _refuse_unknown(done - loader.graph.nodes.keys())
    return {
        app: name
        for app, name in done
        if not any(child.key in done and child.key[0] == app for child in loader.graph.node_map[app, name].children)
    }


def migrate(wanted: Migrations) -> None:
    """Bring the database to these migrations, forwards or backwards. Raises OfLaterRelease."""
    executor = MigrationExecutor(connection)
    _refuse_unknown(set(wanted.items()) - executor.loader.graph.nodes.keys())
    executor.migrate(list(wanted.items()))


def models(wanted: Migrations) -> Apps:
    """The models as of these migrations."""
    return MigrationExecutor(connection).loader.project_state(list(wanted.items())).apps


def _refuse_unknown(names: set[tuple[str, str]]) -> None:
    if names:
        unknown = ", ".join(sorted(f"{app} {name}" for app, name in names))
        raise OfLaterRelease(f"This release does not know {unknown}. Install the one that made it, or a later one.")
