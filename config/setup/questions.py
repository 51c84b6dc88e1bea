"""What `manage.py setup` asks, and what it suggests where nothing is said yet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import environ

from config.checked import ON
from config.setup.environment_file import is_one_line

BASE_DIR = Path(__file__).resolve().parents[2]
SQLITE = "sqlite"
"""What is typed to go back from a database server to the file in the data folder."""
OTHER_SETTINGS = (
    *("SECRET_KEY", "ALLOWED_HOSTS", "SECOND_PERSON", "REVIEWER_CORRECTIONS", "EMAIL_URL", "WEBSUB_HUB"),
    *("MAIL_FROM", "BACKUPS_KEPT", "TRASH_DAYS", "FRONT_DOOR_BYTES", "CDN_SECONDS", "DEBUG"),
    *("SECOND_FACTOR", "LOGIN_BY", "OIDC_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"),
)
"""Settings that nobody is asked for: taken from the environment and from the file."""

Values = Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """One setting. `suggested` is told from the answers before it; `shown` is how the value in force is shown."""

    name: str
    words: str
    suggested: Callable[[Values], str]
    shown: Callable[[str], str] = str


def _database_shown(value: str) -> str:
    """Without its password, and without whatever else the address may hold."""
    if not value:
        return SQLITE
    try:
        parts = environ.Env.db_url_config(value)
        return f"as it is: {parts['NAME']} at {parts['HOST'] or 'this machine'}"
    except (environ.ImproperlyConfigured, ValueError, KeyError):
        return "as it is"


def _proxy_suggested(values: Values) -> str:
    """The site itself speaks no TLS: where its address is https, something before it does."""
    return "on" if values.get("SITE_URL", "").startswith("https:") else "off"


QUESTIONS = (
    Question("SITE_NAME", "Name of the publication", lambda _: "Briefings"),
    Question("SITE_URL", "Its public address, such as https://news.example", lambda _: ""),
    Question("SITE_LANGUAGE", "Language of the pages around the briefings, such as en or de", lambda _: "en"),
    Question("TIME_ZONE", "The newsroom's time zone, such as Europe/Berlin", lambda _: "UTC"),
    Question("DATA_DIR", "Folder of the pictures and of SQLite's file", lambda _: str(BASE_DIR / "data")),
    Question(
        "DATABASE_URL",
        f"Database: {SQLITE}, or postgres://user:password@host:5432/name",
        lambda _: "",
        shown=_database_shown,
    ),
    Question("BACKUP_DIR", "Folder of the backups", lambda values: str(BASE_DIR / values["DATA_DIR"] / "backups")),
    Question(
        "TRUSTED_PROXY",
        "Does every request pass a proxy of yours, which sets X-Forwarded-Proto and X-Forwarded-For (on or off)",
        _proxy_suggested,
    ),
)


def answer(question: Question, typed: str, *, known: Values) -> str:
    """The setting after somebody typed something; after nothing, what is in force or is suggested."""
    typed = typed.strip()
    if question.name == "DATABASE_URL" and typed.lower() == SQLITE:
        return ""
    return typed or in_force(question, known=known)


def in_force(question: Question, *, known: Values) -> str:
    return known[question.name] if question.name in known else question.suggested(known)


def hosts(values: Values, *, former_address: str) -> str:
    """ALLOWED_HOSTS with the host of the address, in place of the one that it had before."""
    present = _host(values.get("SITE_URL", ""))
    named = [host.strip() for host in values.get("ALLOWED_HOSTS", "").split(",")]
    return ",".join([present, *(host for host in named if host not in ("", present, _host(former_address)))])


def problems(values: Values) -> list[str]:
    """What the settings would allow, and a site for readers or its file does not."""
    wrong = [f"{name} is not one line of text." for name, value in values.items() if not is_one_line(value)]
    if not values.get("SITE_URL"):
        wrong.append("SITE_URL is missing. Set it to the site's public address, such as https://news.example.")
    if values.get("DEBUG", "").lower() in ON:
        wrong.append("DEBUG is on, which shows strangers the site's insides. Take it out of the environment.")
    return wrong


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return f"[{host}]" if ":" in host else host
