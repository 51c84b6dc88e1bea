"""System checks: a database whose log can be rewritten is refused."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from briefings.log import guards


def log_is_guarded(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """briefings.E001: the append-only guards of the publish log are missing (`migrate --skip-checks` installs them)."""
    return [
        Error(
            f"The publish log in the database “{alias}” is not guarded: {', '.join(missing)} missing.",
            hint="Run `python manage.py migrate --skip-checks`: it puts the guards back.",
            id="briefings.E001",
        )
        for alias in databases or ()
        if (missing := guards.missing(connections[alias])) and missing != ["the log's tables"]
    ]
