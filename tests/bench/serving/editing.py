"""Readers while an editor publishes: one publish a second beside many readers, and answers after each publish."""

import json
import random
import re
import subprocess
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate, cycle

from tests.bench.serving.hits import FACTORY
from tests.bench.serving.load import COMPRESSED, Answers, ask, request
from tests.bench.serving.progress import say
from tests.bench.serving.servers import running
from tests.bench.serving.sites import FOLDER, ROOT, Site
from tests.bench.serving.writer import SLUG

COUNTED = "tests.bench.serving.applications:counted"
ADDRESSES = 500
SECONDS = 20
READERS = ((300, 1.5), (100, 1.5), (100, 1.0))
"""How many a second, and how skewed: of the n-th address, one in n to this power."""
CONNECTIONS = 200
MANY = 10_000
PUBLISHED = 80
EVERY = 0.25
NUMBER = re.compile(rb"Headline (\d+) of many")
READ_AT_ONCE = ("/", f"/briefings/{SLUG}/", f"/briefings/{SLUG}/history/")


@dataclass
class Beside:
    """Readers beside an editor: what they got, and how often each page was computed for each version."""

    rate: int
    skew: float
    answers: Answers
    computed: Counter[str]

    @property
    def hit_rate(self) -> float:
        return 1 - self.computed.total() / len(self.answers.latencies)


@contextmanager
def _writing(site: Site, *, count: int, every: float) -> Iterator[subprocess.Popen]:
    """An editor who publishes, from now on."""
    command = [sys.executable, "-m", "tests.bench.serving.writer", str(count), str(every)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=site.environment(), **pipes) as writer:
        writer.stdout.readline()  # ready
        writer.stdin.write("begin\n")
        writer.stdin.flush()
        yield writer


def beside(site: Site) -> list[Beside]:
    """One worker, one publish a second, readers of 500 addresses; `site` is written to."""
    kinds = site.sample
    paths = [path for kind in ("home", "feed", "topic", "others", "person", "author") for path in kinds[kind]]
    paths = [path for path in paths if path != "/sitemap.xml"]
    lines = [request(path, **COMPRESSED) for path in (paths + kinds["briefing"])[:ADDRESSES]]
    found, work = [], FOLDER / "work"
    with running(site, application=COUNTED, environment=FACTORY | {"BENCH_WORK": str(work)}) as server:
        ask(server, lines[:100])
        for rate, skew in READERS:
            say(f"editing beside: {rate} readers a second, skewed by {skew}, for {SECONDS} seconds")
            weights = list(accumulate((n + 1) ** -skew for n in range(len(lines))))
            chosen = random.Random(1).choices(lines, cum_weights=weights, k=SECONDS * rate)
            with _writing(site, count=SECONDS, every=1.0):
                work.write_text("")
                answers = ask(server, chosen, connections=CONNECTIONS, rate=rate)
                found.append(Beside(rate, skew, answers, Counter(work.read_text().splitlines())))
    return found


@dataclass
class Staleness:
    """How many answers there were, how many editions were published meanwhile, and how many answers knew less than
    the editor did when they were asked for."""

    answers: int
    published: int
    stale: int


def staleness(site: Site) -> Staleness:
    """Two workers, and an editor who publishes four times a second; `site` is written to."""
    say(f"stale answers: {MANY:,} from two workers")
    seen: list[tuple[float, int]] = []

    def note(begun: float, answer: bytes) -> None:
        seen.append((begun, int(NUMBER.search(answer)[1])))

    with running(site, workers=2) as server, _writing(site, count=PUBLISHED, every=EVERY) as writer:
        lines = cycle([request(path) for path in READ_AT_ONCE])
        ask(server, _until(writer, lines), connections=8, rate=MANY / (PUBLISHED * EVERY), on_answer=note)
        acknowledged = json.loads(writer.stdout.read())
    stale = sum(number < bisect_right(acknowledged, begun) for begun, number in seen)
    return Staleness(len(seen), len(acknowledged), stale)


def _until(writer: subprocess.Popen, lines: Iterator[bytes]) -> Iterator[bytes]:
    """Requests until the editor has ended, and there were many."""
    asked = 0
    while asked < MANY or writer.poll() is None:
        asked += 1
        yield next(lines)
