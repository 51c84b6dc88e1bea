import shlex
import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import DatabaseError
from django.utils import timezone

from briefings.backup import OfLaterRelease, back_up
from briefings.backup.rotation import name_at, new_file
from briefings.management.progress import bar
from briefings.workflow.erasure.orders import FILE


class Command(BaseCommand):
    help = "Bring the database to this release: back it up, check, migrate, verify. Then restart the site."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--backup", type=Path, metavar="FILE", help="the backup's file (else one in BACKUP_DIR)")

    def handle(self, *args: Any, backup: Path | None, **options: Any) -> None:
        path = backup or settings.BACKUP_DIR / name_at(timezone.now())
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with new_file(path) as stream:
                back_up(stream, progress=bar(sys.stderr))
        except (OfLaterRelease, OSError, DatabaseError) as problem:
            raise CommandError(f"There is no backup, so nothing was changed: {problem}") from problem
        self.stdout.write(f"Backed up in {path}.")
        with ExitStack() as failing:
            failing.callback(self.stderr.write, _way_back(path))
            call_command("check", fail_level="WARNING", stdout=self.stdout)
            call_command("migrate", verbosity=0, stdout=self.stdout)
            call_command("check", databases=["default"], stdout=self.stdout)
            call_command("verify_log", stdout=self.stdout)
            failing.pop_all()
        self.stdout.write("The database is of this release. Restart the site.")


def _way_back(path: Path) -> str:
    erasures = settings.BACKUP_DIR / FILE
    known = f"--erasures {shlex.quote(str(erasures))}" if erasures.exists() else "--no-erasures"
    return (
        "The upgrade stopped. To go back: stop the site, install the release from before, name an empty DATA_DIR (and "
        "an empty database, where DATABASE_URL names one), and run:\n"
        f"  manage.py restore {shlex.quote(str(path))} {known}"
    )
