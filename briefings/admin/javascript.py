"""The words of the desk's scripts, in the language of the desk."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.views.i18n import JavaScriptCatalog


class ScriptWords(JavaScriptCatalog):
    """Ours, those of Django's scripts, and those of the rich text editor."""

    packages: list[str] = ["django.contrib.admin", "django_prose_editor"]

    def get_paths(self, packages: Iterable[str]) -> list[str | Path]:
        return [*settings.LOCALE_PATHS, *super().get_paths(packages)]
