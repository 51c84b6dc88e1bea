from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from briefings import workflow
from briefings.log import verify_log
from briefings.management.english import EnglishCommand
from briefings.picture_health import damaged_pictures


class Command(EnglishCommand):
    help = "Say whether the publish log was changed, cut or erased, and whether read rows and pictures are right."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--expect", metavar="HASH", help="a link noted earlier, which has to be in the log still")

    def handle(self, *args: Any, expect: str | None, **options: Any) -> None:
        verdict = verify_log(expect=expect)
        for sentence in verdict.erased:
            self.stdout.write(sentence)
        problems = verdict.problems or list(workflow.stale_read_rows())
        problems += damaged_pictures()
        if problems:
            raise CommandError("\n".join(problems))
        self.stdout.write(f"The log is whole: {verdict.rows} rows, ending in {verdict.last_hash}.")
