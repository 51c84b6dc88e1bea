"""`manage.py work`: what is done beside the server."""

from argparse import ArgumentParser
from typing import Any

from briefings.management.english import EnglishCommand
from briefings.worker import loop


class Command(EnglishCommand):
    help = "Send what people are told, and keep the house: backups, ended logins, the trash. Stop it with Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            loop.work_once()
        else:
            loop.work(stop=loop.stop_on_signals())
