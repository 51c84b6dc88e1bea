import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date, datetime
from datetime import time as time_of_day
from functools import partial
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from briefings.demo.load import HoldsRealBriefings, make
from briefings.management.english import EnglishCommand
from briefings.management.progress import bar


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("Say how many, as in 2000.")
    return int(text)


class Command(EnglishCommand):
    help = (
        "Add N invented briefings with their histories, for load tests. The same seed and day give the same log. "
        "A site that holds real briefings is refused."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", type=_number, metavar="N", help="how many briefings")
        parser.add_argument("--seed", type=int, default=1, help="another seed gives other briefings (1)")
        parser.add_argument(
            "--until",
            type=date.fromisoformat,
            metavar="DAY",
            help="they are published before this day begins, and a few are scheduled for the days after (today)",
        )

    def handle(self, *args: Any, number: int, seed: int, until: date | None, **options: Any) -> None:
        midnight = datetime.combine(until or timezone.localdate(), time_of_day(), timezone.get_current_timezone())
        began, show = time.monotonic(), bar(sys.stderr)
        try:
            editions = make(number, seed=seed, until=midnight, progress=partial(show, total=number))
        except HoldsRealBriefings as refusal:
            raise CommandError(str(refusal)) from refusal
        rate = number / (time.monotonic() - began)
        self.stdout.write(f"Made {number:,} briefings with {editions:,} editions, {rate:,.0f} a second.")
