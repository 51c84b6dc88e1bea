import sys
from argparse import ArgumentParser, ArgumentTypeError
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from briefings.backup import OfLaterRelease, back_up
from briefings.backup.rotation import name_at, new_file, rotate
from briefings.management.progress import bar

STANDARD_OUTPUT = "-"


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("Say how many backups stay, as in 14.")
    return int(text)


class Command(BaseCommand):
    help = "Write the database and the pictures into one file, while the site runs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("to", nargs="?", metavar="TO", help="a folder, a new file, or - (else BACKUP_DIR)")
        parser.add_argument("--keep", type=_number, metavar="N", help="delete all but the newest N in the folder")

    def handle(self, *args: Any, to: str | None, keep: int | None, **options: Any) -> None:
        try:
            path = _path(to)
            if keep and (to == STANDARD_OUTPUT or path.parent != _folder(to)):
                raise CommandError("--keep is for a folder of backups.")
            with _opened(to, path) as stream:
                made = back_up(stream, progress=bar(sys.stderr))
        except (OfLaterRelease, OSError, DatabaseError) as problem:
            raise CommandError(f"There is no backup: {problem}") from problem
        for sentence in made.problems:
            self.stderr.write(sentence)
        held = made.manifest
        where = "" if to == STANDARD_OUTPUT else f" in {path}, {path.stat().st_size / 1e6:,.1f} MB"
        say = self.stderr.write if to == STANDARD_OUTPUT else self.stdout.write
        say(f"Backed up {sum(held.rows.values()):,} rows and {held.pictures:,} pictures{where}.")
        say(f"The log has {held.log_rows:,} rows and ends in {held.log_ends}: note this hash somewhere else.")
        if keep and (gone := rotate(path.parent, keep=keep)):
            say(f"Older backups that went: {len(gone)}.")


def _folder(to: str | None) -> Path:
    return settings.BACKUP_DIR if to is None else Path(to)


def _path(to: str | None) -> Path:
    """The file to be written: where a folder is named, or nothing, a new one in it."""
    folder = _folder(to)
    if to is None:
        folder.mkdir(parents=True, exist_ok=True)
    return folder / name_at(timezone.now()) if folder.is_dir() else folder


def _opened(to: str | None, path: Path) -> AbstractContextManager[BinaryIO]:
    if to != STANDARD_OUTPUT:
        return new_file(path)
    if sys.stdout.isatty():
        raise OSError("standard output is a terminal. Name a file, or send it on by a pipe.")
    return nullcontext(sys.stdout.buffer)
