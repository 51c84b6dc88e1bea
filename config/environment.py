"""The environment, read once: values are checked, all problems are reported together, and secrets are removed.

The server copies `os.environ` into each request, so secrets are removed from it as soon as they are read.
"""

import os
import sys
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config import checked, secret_key

SECRETS = ("SECRET_KEY", "DATABASE_URL", "EMAIL_URL", "BRIEFINGS_PASSWORD", "OIDC_CLIENT_SECRET")
OIDC = ("OIDC_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
FRONT_DOOR_BYTES = 12_000_000  # of each process; while somebody changes templates, none
LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


class CannotStart(ImproperlyConfigured):
    """Raised with one message that names everything wrong or missing in the environment, and what to do."""


@dataclass(frozen=True)
class Environment:
    """The values of the environment; `database` and `email` are in the form of Django's settings."""

    debug: bool
    data_dir: Path
    backup_dir: Path
    secret_key: str = field(repr=False)
    allowed_hosts: list[str]
    site_url: str
    site_name: str
    site_language: str
    time_zone: str
    second_person: str
    reviewer_corrections: str
    second_factor: str
    login_by: str
    oidc: dict[str, str] = field(repr=False)
    websub_hub: str
    trusted_proxy: bool
    front_door_bytes: int
    cdn_seconds: int
    database: dict = field(repr=False)
    backs_up: bool
    backups_kept: int
    trash_days: int
    email: dict = field(repr=False)
    sends_mail: bool
    mail_from: str
    error_mail: str
    secrets: dict[str, str] = field(repr=False)


def read(environ: MutableMapping[str, str], *, base_dir: Path, keep_secrets: bool) -> Environment:
    """Read `environ`, and remove the secrets from it unless `keep_secrets`.

    `Environment.secrets` holds them by name, for a child process that reads its own settings. Raises CannotStart.
    """
    values = checked.Values(environ)
    debug = values.switch("DEBUG")
    data_dir = base_dir / values.text("DATA_DIR", default="data")
    key = values.get("SECRET_KEY") or secret_key.stored(data_dir)
    hosts = values.names("ALLOWED_HOSTS") or (LOCAL_HOSTS if debug else [])
    if not (key or debug):
        values.problem("SECRET_KEY is missing. Set it to at least 50 random characters and keep it secret.")
    if not hosts:
        values.problem("ALLOWED_HOSTS is missing. Set it to the site's host names, with commas between them.")
    site = {
        "debug": debug,
        "data_dir": data_dir,
        "backup_dir": base_dir / values.text("BACKUP_DIR", default=str(data_dir / "backups")),
        "allowed_hosts": hosts,
        "site_url": values.address("SITE_URL", default="http://localhost:8000"),
        "site_name": values.text("SITE_NAME", default="Briefings"),
        "site_language": values.language("SITE_LANGUAGE", default="en"),
        "time_zone": values.time_zone("TIME_ZONE", default="UTC"),
        "second_person": values.one_of("SECOND_PERSON", ("off", "except-minor", "always")),
        "reviewer_corrections": values.one_of("REVIEWER_CORRECTIONS", ("off", "spelling", "all")),
        "second_factor": values.one_of("SECOND_FACTOR", ("off", "chiefs-and-admins", "everyone")),
        "login_by": values.one_of("LOGIN_BY", ("password", "both", "oidc")),
        "oidc": {
            "server_url": values.address("OIDC_URL", default=""),
            "client_id": values.get("OIDC_CLIENT_ID"),
            "secret": values.get("OIDC_CLIENT_SECRET"),
            "name": values.text("OIDC_NAME", default="OpenID Connect"),
        },
        "websub_hub": values.address("WEBSUB_HUB", default=""),
        "trusted_proxy": values.switch("TRUSTED_PROXY"),
        "front_door_bytes": values.number("FRONT_DOOR_BYTES", default=0 if debug else FRONT_DOOR_BYTES),
        "cdn_seconds": values.number("CDN_SECONDS", default=0),
        "database": values.database("DATABASE_URL"),
        "email": values.email("EMAIL_URL", default="consolemail://"),
        "backs_up": bool(values.get("BACKUP_DIR")),
        "backups_kept": values.number("BACKUPS_KEPT", default=14),
        "trash_days": values.number("TRASH_DAYS", default=30),
        "sends_mail": bool(values.get("EMAIL_URL")),
        "mail_from": values.mail_address("MAIL_FROM"),
        "error_mail": values.mail_address("ERROR_MAIL"),
    }
    if site["error_mail"] and not values.get("EMAIL_URL"):
        values.problem("ERROR_MAIL needs a mail server. Set it together with EMAIL_URL, or not at all.")
    missing = [name for name in OIDC if not values.get(name)]
    if missing and site["login_by"] != "password":
        values.problem(f"LOGIN_BY needs {', '.join(missing)}. Set it together with these, or not at all.")
    secrets = {name: environ[name] for name in SECRETS if name in environ}
    if values.problems:
        raise CannotStart("\n- ".join(["The site cannot start:", *values.problems]))
    if not keep_secrets:
        for name in secrets:
            del environ[name]
    return Environment(**site, secret_key=key or secret_key.make(data_dir), secrets=secrets)


def only_restarts_a_child() -> bool:
    """Whether this is `runserver`'s outer process, which serves nothing and passes its environment to its child."""
    return sys.argv[1:2] == ["runserver"] and "--noreload" not in sys.argv and os.environ.get("RUN_MAIN") != "true"
