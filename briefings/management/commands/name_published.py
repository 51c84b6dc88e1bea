from typing import Any

from django.core.management.base import BaseCommand

from briefings import workflow


class Command(BaseCommand):
    help = "Give topics and people of what readers got a public name where they have none. Again, it changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Named {workflow.name_published()} topics and people.")
