from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from briefings import clock
from briefings.explanation import explain
from briefings.management.english import EnglishCommand


class Command(EnglishCommand):
    help = "Say what readers get at an address, and why. It tells of what is hidden, too."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("url", help="an address of this site, whole or as a path")
        parser.add_argument("--at", metavar="T", help="a moment of the site's zone, as in 2026-11-29T14:03")

    def handle(self, *args: Any, url: str, at: str | None, **options: Any) -> None:
        explanation = explain(url, _moment(at) if at else clock.moment())
        self.stdout.write("\n".join([f"{explanation.status} {explanation.path}", *explanation.sentences]))


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"--at is “{text}”. Write a moment like 2026-11-29T14:03.") from error
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
