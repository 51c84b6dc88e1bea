from typing import Any

from briefings.management.english import EnglishCommand
from briefings.workflow import rebuild


class Command(EnglishCommand):
    help = "Make every read row anew from the publish log."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Rebuilt the read rows of {rebuild()} editions.")
