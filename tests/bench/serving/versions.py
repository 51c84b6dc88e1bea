"""`python -m tests.bench.serving.versions`: something public changes with each line that is read, of no page.

It says when it is ready, and when it is done each time.
"""

import sys

import django


def main() -> None:
    django.setup()
    from django.db import transaction

    from briefings.workflow import public_acts

    _say("ready")
    for _ in sys.stdin:
        with transaction.atomic():
            public_acts.record("rebuilt", by=None)
        _say("done")


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
