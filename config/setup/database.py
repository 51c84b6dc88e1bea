"""The site's database before anything is written to it. Needs the settings."""

from importlib import import_module

from django.conf import settings
from django.db import DatabaseError, connection

from config.setup.environment_file import CannotUse


def check() -> None:
    """Raise CannotUse where the database does not answer, or is not one of this release."""
    try:
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection.ensure_connection()
        is_newer = import_module("briefings.health").is_of_another_release()
    except OSError as refusal:
        raise CannotUse(
            f"{settings.DATA_DIR} cannot be used: {refusal.strerror}. Choose another DATA_DIR."
        ) from refusal
    except DatabaseError as refusal:
        raise CannotUse(f"The database does not answer: {str(refusal).strip()}") from refusal
    if is_newer:
        raise CannotUse("The database was made by another release, and this one cannot read it. Use that release.")


def proxy_warnings() -> list[str]:
    """What `manage.py check --deploy` says of TRUSTED_PROXY."""
    return [f"{found.msg} {found.hint}" for found in import_module("briefings.checks").proxy_is_told()]
