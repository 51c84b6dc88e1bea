from typing import Any

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class BriefingsConfig(AppConfig):
    name = "briefings"
    verbose_name = "Briefings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from briefings.checks import cards_can_be_drawn, log_is_guarded, proxy_is_told

        register(log_is_guarded, Tags.database)
        register(proxy_is_told, Tags.security, deploy=True)
        register(cards_can_be_drawn, Tags.compatibility, deploy=True)
        post_migrate.connect(_after_migrate, sender=self)


def _after_migrate(*, using: str, **_: Any) -> None:
    """Put the log's guards back, which a table rebuild may have dropped, and bring the roles up to date."""
    from django.db import connections

    from briefings import roles
    from briefings.log import guards

    guards.install(connections[using])
    roles.sync(using=using)
