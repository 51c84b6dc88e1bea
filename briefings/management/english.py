"""Commands speak English, whatever language the site has: their output is for whoever runs it, and for programs."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import override

from briefings.desk_language import ENGLISH


class EnglishCommand(BaseCommand):
    def execute(self, *args: Any, **options: Any) -> Any:
        with override(ENGLISH):
            return super().execute(*args, **options)
