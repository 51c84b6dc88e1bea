from typing import Any

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate, pre_migrate


class BriefingsConfig(AppConfig):
    name = "briefings"
    verbose_name = "Briefings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from briefings.checks import cards_can_be_drawn, log_is_guarded, proxy_is_told

        register(log_is_guarded, Tags.database)
        register(proxy_is_told, Tags.security, deploy=True)
        register(cards_can_be_drawn, Tags.compatibility, deploy=True)
        pre_migrate.connect(_before_migrate, sender=self)
        post_migrate.connect(_after_migrate, sender=self)


def _before_migrate(*, using: str, plan: list[Any], **given: Any) -> None:
    """Take the log's guards off SQLite where migrations are to run: it lets no table be rebuilt that a guard of
    another one names.
    """
    from django.db import connections

    from briefings.log import guards

    if plan and connections[using].vendor == "sqlite":
        guards.remove(connections[using])


def _after_migrate(*, using: str, **given: Any) -> None:
    """Put the log's guards back, which a table rebuild may have dropped, bring the roles up to date, and make the rows
    that a migration left to be made.
    """
    from django.db import DEFAULT_DB_ALIAS, connections

    from briefings import roles, workflow
    from briefings.log import guards

    guards.install(connections[using])
    roles.sync(using=using)
    # A `flush` gives no plan; a `migrate` to an earlier release leaves tables that today's code does not know.
    if "plan" in given and using == DEFAULT_DB_ALIAS and _is_of_this_release(connections[using]):
        workflow.make_missing_rows()


def _is_of_this_release(connection: Any) -> bool:
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
