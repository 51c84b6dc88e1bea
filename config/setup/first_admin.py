"""The first of the staff. Everything here needs the settings, and asks Django for its models only then."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection
from django.utils import translation

NAME, PASSWORD = "BRIEFINGS_ADMIN", "BRIEFINGS_PASSWORD"


def named(environ: Mapping[str, str]) -> tuple[str, str]:
    """Name and password as the environment has them, each empty where it has none."""
    return environ.get(NAME, ""), environ.get(PASSWORD, "")


def missing(name: str, password: str) -> list[str]:
    wanted = {NAME: (name, "the first site admin's login"), PASSWORD: (password, "their password")}
    return [f"{variable} is missing. Set it to {words}." for variable, (value, words) in wanted.items() if not value]


def is_wanted() -> bool:
    """Whether nobody can look after the site yet. Raises DatabaseError where the database cannot be asked."""
    models = import_module("briefings.models")
    if models.User._meta.db_table not in connection.introspection.table_names():
        return True
    group = import_module("briefings.roles").ROLES["admin"]
    return not models.User.objects.filter(groups__name=group, is_active=True).exists()


def problems(name: str, password: str) -> list[str]:
    """Why they cannot be added, in sentences."""
    user_model = import_module("briefings.models").User
    validate = import_module("django.contrib.auth.password_validation").validate_password
    user = user_model(username=name)
    with translation.override("en"):  # as everything here is said, whatever the site's language
        wrong = [*_refused(user_model.username_validator, name), *_refused(validate, password, user)]
    return [*wrong, *_taken(name)]


def add(name: str, password: str) -> None:
    import_module("briefings.staff").add_staff(name, role="admin", password=password)


def _refused(check: Callable, *arguments: Any) -> list[str]:
    try:
        check(*arguments)
    except ValidationError as refusal:
        return list(refusal.messages)
    return []


def _taken(name: str) -> list[str]:
    users = import_module("briefings.models").User.objects
    try:
        is_taken = users.filter(username__iexact=name).exists()
    except DatabaseError:  # before the first migration there is nobody
        return []
    return [f"There is a “{name}” already. Choose another name."] if is_taken else []
