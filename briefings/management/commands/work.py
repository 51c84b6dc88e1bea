"""`manage.py work`: what is done beside the server."""

import os
from argparse import ArgumentParser
from typing import Any

from briefings.management.english import EnglishCommand
from briefings.worker import loop

NICE = 10
"""Readers and editors go first, where a processor has to choose."""


class Command(EnglishCommand):
    help = "Send what people are told, and keep the house: backups, ended logins, the trash. Stop it with Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            loop.work_once()
        else:
            os.nice(NICE)
            loop.work(stop=loop.stop_on_signals())
