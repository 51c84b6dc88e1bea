"""`python -m tests.bench.serving.writer COUNT EVERY`: an editor who publishes, in a process of its own.

It says when it is ready, and begins with the first line that it reads. One briefing is published COUNT times, every
EVERY seconds. At the end it says when each was acknowledged, in seconds of the machine's clock that only goes forward.
"""

import json
import sys
import time
from typing import Any

import django

SLUG = "published-again-and-again"


def main(count: int, every: float) -> None:
    django.setup()
    from briefings import workflow
    from briefings.models import Briefing
    from tests.making import make_draft

    def publish(number: int, **more: Any) -> Briefing:
        headline = f"Headline {number} of many"
        briefing = make_draft(slug=SLUG, headline=headline, **more).briefing
        workflow.publish(briefing, by=None, change="minor" if more else None)
        return briefing

    before = Briefing.objects.filter(slugs__slug=SLUG).first()
    briefing = publish(0, briefing=before) if before else publish(0)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    begun, acknowledged = time.perf_counter(), []
    for number in range(1, count + 1):
        time.sleep(max(begun + number * every - time.perf_counter(), 0))
        publish(number, briefing=briefing)
        acknowledged.append(time.perf_counter())
    sys.stdout.write(json.dumps(acknowledged))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
