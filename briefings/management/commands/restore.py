import sys
from argparse import ArgumentParser
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from briefings.backup import Damaged, NotEmpty, OfLaterRelease, restore
from briefings.management.english import EnglishCommand
from briefings.management.progress import bar
from briefings.pictures import NotKept
from briefings.workflow import Refused
from briefings.workflow.erasure import orders

STANDARD_INPUT = "-"


class Command(EnglishCommand):
    help = "Restore a backup into an empty database and an empty DATA_DIR. Nothing is written over."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", metavar="FROM", help="a backup's file, or -")
        known = parser.add_mutually_exclusive_group()
        known.add_argument("--erasures", type=Path, metavar="FILE", help="the file of erasures (beside FROM)")
        known.add_argument("--no-erasures", action="store_true", help="nothing was ever erased by order")

    def handle(self, *args: Any, source: str, erasures: Path | None, no_erasures: bool, **options: Any) -> None:
        known = [] if no_erasures else _orders(source, erasures)
        try:
            settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
            with _opened(source) as stream:
                restored = restore(stream, erasures=known, progress=bar(sys.stderr))
        except (NotEmpty, OfLaterRelease, Damaged, NotKept, OSError, DatabaseError) as problem:
            raise CommandError(f"Nothing was restored. {problem}") from problem
        except Refused as problem:
            raise CommandError(f"The site is restored, and holds a text that was erased. {problem}") from problem
        says = restored.manifest
        self.stdout.write(
            f"Restored {sum(says.rows.values()):,} rows and {says.pictures:,} pictures of {says.made}, "
            f"backed up by release {says.release}."
        )
        for sentence in restored.erased:
            self.stdout.write(sentence)
        call_command("verify_log", expect=says.log_ends if says.log_rows else None, stdout=self.stdout)
        if restored.links:
            self.stdout.write(f"Links to drafts that were open have ended: {restored.links}. Make anew what goes on.")
        self.stdout.write("Everybody logs in again.")


def _orders(source: str, named: Path | None) -> list[orders.Order]:
    """The erasures in the file that was named, or in the one beside the backup."""
    path = named or (Path(source).parent / orders.FILE if source != STANDARD_INPUT else None)
    if path is None or not path.exists():
        raise CommandError(
            f"The file of erasures is missing{f': {path}' if path else ''}. It lies in BACKUP_DIR, and says what must "
            "not come back. Name it by --erasures; where nothing was ever erased by order, say --no-erasures."
        )
    try:
        return orders.read(path)
    except ValueError as problem:
        raise CommandError(str(problem)) from problem


def _opened(source: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if source == STANDARD_INPUT else Path(source).open("rb")
