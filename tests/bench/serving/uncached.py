"""What each page costs when it is computed, by sizes, all sites asked in turn: with the door off, and with it on after
something else was published.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import cycle, islice
from statistics import median

from tests.bench.serving.hits import OFF
from tests.bench.serving.load import COMPRESSED, Answers, ask, request
from tests.bench.serving.progress import say
from tests.bench.serving.servers import Server, running
from tests.bench.serving.sites import ROOT, Site

ROUNDS = 5
BRIEFINGS = 40
"""Of which each is asked for once in a round, for their lengths differ."""
TIMES = 15
PAGES = {"briefing": BRIEFINGS, "home": 1, "topic": 1, "person": 1, "author": 1, "corrections": 1, "feed": 1}
"""How many addresses of a kind."""
AS_THE_DOOR = "as the door asks"
AS_A_BROWSER = "as a browser asks"
HEADERS = {AS_THE_DOOR: {}, AS_A_BROWSER: COMPRESSED}
AFTER_A_PUBLICATION = "door on, just after a publication"

Figures = dict[tuple[str, str, int], list[Answers]]
"""Rounds by page, asking and size."""


def measured(sites: list[Site]) -> Figures:
    figures: Figures = {}
    with ExitStack() as stack:
        servers = {site: stack.enter_context(running(site, environment=OFF)) for site in sites}
        kept = {site: stack.enter_context(running(site)) for site in sites}
        publications = {site: stack.enter_context(_publishing(site)) for site in sites}
        for number in range(ROUNDS + 1):
            say(f"what is computed: round {number} of {ROUNDS}")
            for page, count in PAGES.items():
                for asking, headers in HEADERS.items():
                    for site, server in servers.items():
                        lines = [request(path, **headers) for path in site.sample[page][:count]]
                        lines = islice(cycle(lines), max(count, TIMES))
                        answers = ask(server, lines, connections=1).all_with("200")
                        if number:  # the first warms up
                            figures.setdefault((page, asking, site.size), []).append(answers)
                for site, server in kept.items():
                    answers = _after_publications(server, site.sample[page][:count], publications[site])
                    if number:
                        figures.setdefault((page, AFTER_A_PUBLICATION, site.size), []).append(answers)
    return figures


@contextmanager
def _publishing(site: Site) -> Iterator[subprocess.Popen]:
    command = [sys.executable, "-m", "tests.bench.serving.versions"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=site.environment(), **pipes) as publisher:
        publisher.stdout.readline()
        yield publisher
        publisher.stdin.close()


def _after_publications(server: Server, paths: list[str], publisher: subprocess.Popen) -> Answers:
    """All of several paths after one publication, one path after each of many."""
    total = Answers()
    for _ in range(1 if len(paths) > 1 else TIMES):
        publisher.stdin.write("publish\n")
        publisher.stdin.flush()
        publisher.stdout.readline()
        total += ask(server, [request(path, **COMPRESSED) for path in paths], connections=1).all_with("200")
    return total


def growth(figures: Figures, page: str, *, asking: str, size: int, since: int) -> float:
    """How many times the CPU of a small site, by rounds."""
    large, small = figures[page, asking, size], figures[page, asking, since]
    return median(one.cpu_each / other.cpu_each for one, other in zip(large, small, strict=True))
