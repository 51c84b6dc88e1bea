"""Every row that somebody at the desk could change: compared with what it was, and brought back."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import transaction
from django.db.models import Model

from briefings.models import AuditEntry


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done within is taken back at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def everything() -> dict[type[Model], list[tuple]]:
    """Every row of ours, of users with their groups and sessions, and of the log that Django's admin would write."""
    # The record comes first: most of what changes anything changes that.
    models = [AuditEntry, *map(apps.get_model, ("sessions.Session", "admin.LogEntry"))]
    for app in ("briefings", "faq", "auth", "taggit", "mfa", "socialaccount"):
        models += apps.get_app_config(app).get_models(include_auto_created=True)
    return {model: _rows(model) for model in models}


def is_as(before: dict[type[Model], list[tuple]]) -> bool:
    """Whether everything is as it was then; the first table that differs says no."""
    return all(_rows(model) == rows for model, rows in before.items())


def _rows(model: type[Model]) -> list[tuple]:
    return list(model._base_manager.order_by("pk").values_list())
