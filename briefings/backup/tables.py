"""The tables of a backup, and their rows as lines of JSON that every database takes back."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import chain, islice
from typing import Any
from uuid import UUID

from django.apps import apps
from django.apps.registry import Apps
from django.db import models

from briefings.bulk_insert import insert

LEFT_OUT = {
    "admin.LogEntry": "the audit log is the record",
    "auth.Permission": "each migrate makes them anew",
    "auth.Group_permissions": "each migrate gives the roles theirs",
    "briefings.User_user_permissions": "the policy asks roles alone",
    "contenttypes.ContentType": "each migrate makes them anew",
    "sessions.Session": "a login that has ended since must not come back",
    "briefings.DeskSession": "a login that has ended since must not come back",
    "briefings.PasswordLink": "a link that was used since must not come back",
    "socialaccount.SocialApp": "the provider is named by settings",
    "socialaccount.SocialToken": "nothing is written there",
    "account.EmailConfirmation": "it is of a moment",
    "axes.AccessAttempt": "it is of a moment",
    "axes.AccessAttemptExpiration": "it is of a moment",
    "axes.AccessFailureLog": "it is of a moment",
    "axes.AccessLog": "nothing is written there",
    "taggit.Tag": "topics are ours",
    "taggit.TaggedItem": "uses of topics are ours",
}
"""Models whose rows no backup holds, each with why."""
CONVERTED = {"BinaryField", "DateField", "DateTimeField", "UUIDField"}
"""Types of fields whose values are another in JSON than in Python."""
AT_ONCE = 1000
"""So many rows are held at a time."""


def kept_models(registry: Apps = apps) -> list[type[models.Model]]:
    """The models whose rows a backup holds, those that link two of them included: of this release, or another's."""
    found = (model for model in registry.get_models(include_auto_created=True) if not model._meta.proxy)
    return sorted((model for model in found if model._meta.label not in LEFT_OUT), key=lambda model: model._meta.label)


def lines(model: type[models.Model]) -> Iterator[bytes]:
    """The names of the columns, and then each row by its primary key: a list of JSON a line."""
    columns = [field.attname for field in model._meta.concrete_fields]
    rows = model._base_manager.order_by("pk").values_list(*columns)
    for values in chain([columns], rows.iterator(chunk_size=AT_ONCE)):
        text = json.dumps(values, default=_plain, ensure_ascii=False, separators=(",", ":"))
        yield text.encode() + b"\n"


def load(model: type[models.Model], lines: Iterable[bytes]) -> Iterator[int]:
    """Insert the rows of these lines as they are, and yield how many were inserted each time.

    `model` may be of an earlier release. Raises ValueError for a line that is no row of it.
    """
    remaining = iter(lines)
    names = json.loads(next(remaining, b"null"))
    fields = {field.attname: field for field in model._meta.concrete_fields}
    if sorted(names or []) != sorted(fields):
        raise ValueError(f"these are not the columns of {model._meta.label}")
    read = [(names.index(name), _reader(field)) for name, field in fields.items()]
    while batch := list(islice(remaining, AT_ONCE)):
        rows = map(json.loads, batch)
        insert(model.from_db(None, list(fields), [of_json(row[place]) for place, of_json in read]) for row in rows)
        yield len(batch)


def _reader(field: models.Field) -> Callable[[Any], Any]:
    """What makes of a value of JSON that of the field."""
    return field.to_python if field.get_internal_type() in CONVERTED else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return b64encode(value).decode()
