"""Checked values of the environment, with a sentence for each that is wrong."""

import zoneinfo
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

import environ
from django.conf import global_settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

DATABASES = ("sqlite:///", "postgres://", "postgresql://")
MOST_DIGITS = 15
SMTP = "briefings.deliveries.smtp.EmailBackend"
"""In place of Django's."""
ON, OFF = ("1", "on", "true", "yes"), ("0", "off", "false", "no", "")


class Values:
    """Reads values by name from a mapping of strings. Sentences on wrong ones are collected in `problems`."""

    def __init__(self, source: Mapping[str, str]) -> None:
        self._source = source
        self.problems: list[str] = []

    def problem(self, sentence: str) -> None:
        self.problems.append(sentence)

    def get(self, name: str) -> str:
        return self._source.get(name, "").strip()

    def text(self, name: str, *, default: str) -> str:
        return self.get(name) or default

    def switch(self, name: str) -> bool:
        """True or False; False unless set."""
        value = self.get(name).lower()
        if value not in ON + OFF:
            self.problem(f"{name} is “{value}”. Set it to “on” or “off”.")
        return value in ON

    def names(self, name: str) -> list[str]:
        return [part.strip() for part in self.get(name).split(",") if part.strip()]

    def one_of(self, name: str, choices: Sequence[str]) -> str:
        """One of `choices`; the first unless set."""
        value = self.text(name, default=choices[0])
        if value not in choices:
            self.problem(f"{name} is “{value}”. Set it to one of: {', '.join(choices)}.")
        return value

    def number(self, name: str, *, default: int) -> int:
        """A whole number from 0."""
        value = self.text(name, default=str(default))
        if not (value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS):
            self.problem(f"{name} is “{value}”. Set it to a whole number, from 0.")
            return default
        return int(value)

    def address(self, name: str, *, default: str) -> str:
        """An http or https address without a slash at its end."""
        value = self.text(name, default=default).rstrip("/")
        if value and not _is_web_address(value):
            self.problem(f"{name} is “{value}”. Set it to a whole address, such as https://news.example.")
        return value

    def language(self, name: str, *, default: str) -> str:
        value = self.text(name, default=default).lower()
        known = dict(global_settings.LANGUAGES)
        if value not in known and value.split("-")[0] not in known:
            self.problem(f"{name} is “{value}”. Set it to a language code, such as en, en-gb or de.")
        return value

    def time_zone(self, name: str, *, default: str) -> str:
        value = self.text(name, default=default)
        if value not in zoneinfo.available_timezones():
            self.problem(f"{name} is “{value}”. Set it to a time zone's name, such as Europe/Berlin.")
        return value

    def database(self, name: str) -> dict:
        """Django's settings of one database, or {} where none is named."""
        value = self.get(name)
        if not value:
            return {}
        if value.startswith(DATABASES) and (parsed := self._parsed(environ.Env.db_url_config, value)).get("NAME"):
            return parsed
        self.problem(f"{name} is no database address. Set it like postgres://user:password@host:5432/name.")
        return {}

    def email(self, name: str, *, default: str) -> dict:
        service = self._parsed(environ.Env.email_url_config, self.text(name, default=default))
        if not service:
            self.problem(f"{name} names no service that is known. Set it like smtp+tls://user:password@host:587.")
        if service.get("EMAIL_BACKEND") == environ.Env.EMAIL_SCHEMES["smtp"]:
            service["EMAIL_BACKEND"] = SMTP
        return service

    def mail_address(self, name: str) -> str:
        """An address that mail is sent to, or "" where none is named."""
        value = self.get(name)
        try:
            validate_email(value or "nobody@nowhere.example")
        except ValidationError:
            self.problem(f"{name} is “{value}”. Set it to a mail address, such as desk@news.example.")
        return value

    @staticmethod
    def _parsed(parse: Callable, value: str) -> dict:
        try:
            return parse(value)
        except (environ.ImproperlyConfigured, ValueError, KeyError):
            return {}


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
