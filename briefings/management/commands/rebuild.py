from typing import Any

from django.core.management.base import BaseCommand

from briefings.workflow import rebuild


class Command(BaseCommand):
    help = "Make every read row anew from the publish log."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Rebuilt the read rows of {rebuild()} editions.")
