"""`python -m tests.bench.searching.asking`: asks the site of this process, in turn, and prints milliseconds as JSON.

They are of a processor: of this process, which computes the page, and of the database's, where it has one. Nothing is
kept between two requests but what any worker keeps, as the stems of words that it has met.
"""

import json
import os
import sys
import time
from collections.abc import Callable

import django

ROUNDS = 9
WARMING = 1


def main() -> None:
    django.setup()
    from django.db import connection
    from django.test import Client
    from django.utils import timezone

    from tests.bench.searching.sample import sampled

    cpu, at, client = clock(), timezone.now(), Client(HTTP_HOST=os.environ["ALLOWED_HOSTS"])
    found: dict[str, list[float]] = {}
    asked = sampled()
    for number in range(ROUNDS + WARMING):
        for name, path in asked.items():
            begun = cpu()
            answer = client.get(path, **{"briefings.at": at})
            took = (cpu() - begun) * 1000
            if answer.status_code != 200:
                raise RuntimeError(f"{name}: {answer.status_code}")
            if number >= WARMING:
                found.setdefault(name, []).append(took)
    connection.close()
    sys.stdout.write(json.dumps(found))


def clock() -> Callable[[], float]:
    """Seconds that this process and, on PostgreSQL, the one that answers it have computed."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return time.process_time
    from tests.bench.serving.servers import cpu_of

    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")  # no further process helps it
        cursor.execute("SELECT pg_backend_pid()")
        backend = str(cursor.fetchone()[0])
    return lambda: time.process_time() + cpu_of([backend])


if __name__ == "__main__":
    main()
