"""System checks: a log that can be rewritten is refused; a proxy told wrongly and a missing library are said."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import connections

from briefings import cards
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


def proxy_is_told(app_configs: Any = None, **_: Any) -> list[CheckMessage]:
    """briefings.W001 and W002: TRUSTED_PROXY does not go with SITE_URL. `serve` itself speaks no TLS."""
    is_secure = urlsplit(settings.SITE_URL).scheme == "https"
    if is_secure and not settings.TRUSTED_PROXY:
        return [
            Warning(
                "SITE_URL is https and TRUSTED_PROXY is off: to the site every request is plain http, and comes from "
                "the proxy. Pages are computed anew each time, browsers are not told to stay with https, and 50 "
                "failed logins of anybody close the desk for all.",
                hint="Set TRUSTED_PROXY=on where every request passes a proxy of yours.",
                id="briefings.W001",
            )
        ]
    if settings.TRUSTED_PROXY and not is_secure:
        return [
            Warning(
                "TRUSTED_PROXY is on and SITE_URL is http: where no proxy stands before the site, whoever guesses "
                "passwords sends another address with each guess, and is never stopped.",
                hint="Set TRUSTED_PROXY=off, or let every request pass a proxy and nothing else reach the site's port.",
                id="briefings.W002",
            )
        ]
    return []


def cards_can_be_drawn(app_configs: Any = None, **_: Any) -> list[CheckMessage]:
    """briefings.W003: what sets lines of Arabic and Hebrew is not on this machine, so no share card is drawn."""
    if cards.sets_every_script():
        return []
    return [
        Warning(
            "FriBidi is not on this machine: briefings have no share cards.",
            hint="Install it (on Debian: apt-get install libfribidi0) and start the site again.",
            id="briefings.W003",
        )
    ]
