from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.db import connection

from briefings.management.english import EnglishCommand
from briefings.models import Briefing
from briefings.pictures import NotDiscarded
from briefings.workflow import Refused, erase


class Command(EnglishCommand):
    help = "Erase the text of one edition by order; its date and the ground remain."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="a slug of the briefing, today's or a former one")
        parser.add_argument("--edition", type=int, required=True, metavar="N", help="its public number")
        parser.add_argument("--reason", required=True, help="the order or the ground; it remains on record")

    def handle(self, *args: Any, slug: str, edition: int, reason: str, **options: Any) -> None:
        briefing = Briefing.objects.filter(slugs=slug).first()
        if briefing is None:
            raise CommandError(f"No briefing has the address “{slug}”.")
        try:
            erased = erase(briefing, number=edition, reason=reason, by=None)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        except NotDiscarded as refusal:
            raise CommandError(f"The text is erased. {refusal} Then run `manage.py sweep_pictures`.") from refusal
        self._leave_no_copy()
        self.stdout.write(f"Erased edition {edition} of “{slug}”: {erased.texts} stored texts are gone.")
        if erased.pictures:
            self.stdout.write(f"Pictures that nothing else shows, gone as well with their files: {erased.pictures}.")
        if erased.originals:
            self.stdout.write(f"Pasted drafts that held it, gone as well: {erased.originals}.")
        for sentence in erased.remaining:
            self.stdout.write(sentence)
        self.stdout.write("Backups made before still hold the text. Replace them.")

    def _leave_no_copy(self) -> None:
        """Remove the words from SQLite's write-ahead log and free pages too."""
        if connection.vendor != "sqlite" or connection.in_atomic_block:
            return
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (is_busy, *_) = cursor.fetchone()
        if is_busy:
            self.stderr.write("The site was being read: copies may be in its -wal file until it is restarted.")
