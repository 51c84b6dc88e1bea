from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from briefings.management.english import EnglishCommand
from briefings.models import User
from briefings.staff import NotDone, reset_second_factor


class Command(EnglishCommand):
    help = (
        "Take the second factor of a member of staff away, on record, and log them out everywhere. "
        "For the last site admin: others are reset on the desk."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        user = User.objects.filter(username__iexact=name).first()
        if user is None:
            raise CommandError(f"Nobody here is called “{name}”.")
        try:
            reset_second_factor(user, by=None)
        except NotDone as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"{user.get_username()} has no second factor any more, and sets up another at the next login."
        )
