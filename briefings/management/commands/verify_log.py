from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from briefings import workflow
from briefings.log import verify_log


class Command(BaseCommand):
    help = "Say whether the publish log was changed, cut or erased, and whether the read rows are what it says."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--expect", metavar="HASH", help="a link noted earlier, which has to be in the log still")

    def handle(self, *args: Any, expect: str | None, **options: Any) -> None:
        verdict = verify_log(expect=expect)
        for sentence in verdict.erased:
            self.stdout.write(sentence)
        if problems := verdict.problems or list(workflow.stale_read_rows()):
            raise CommandError("\n".join(problems))
        self.stdout.write(f"The log is whole: {verdict.rows} rows, ending in {verdict.last_hash}.")
