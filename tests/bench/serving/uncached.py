"""What each page costs when it is computed, by sizes: the door is off, and all sites are asked in turn."""

from contextlib import ExitStack
from itertools import cycle, islice
from statistics import median

from tests.bench.serving.hits import OFF
from tests.bench.serving.load import COMPRESSED, Answers, ask, request
from tests.bench.serving.progress import say
from tests.bench.serving.servers import running
from tests.bench.serving.sites import Site

ROUNDS = 5
BRIEFINGS = 40
"""Of which each is asked for once in a round, for their lengths differ."""
TIMES = 15
PAGES = {"briefing": BRIEFINGS, "home": 1, "topic": 1, "person": 1, "author": 1, "corrections": 1, "feed": 1}
"""How many addresses of a kind."""
AS_THE_DOOR = "as the door asks"
AS_A_BROWSER = "as a browser asks"
HEADERS = {AS_THE_DOOR: {}, AS_A_BROWSER: COMPRESSED}

Figures = dict[tuple[str, str, int], list[Answers]]
"""Rounds by page, asking and size."""


def measured(sites: list[Site]) -> Figures:
    figures: Figures = {}
    with ExitStack() as stack:
        servers = {site: stack.enter_context(running(site, environment=OFF)) for site in sites}
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
    return figures


def growth(figures: Figures, page: str, *, asking: str, size: int, since: int) -> float:
    """How many times the CPU of a small site, by rounds."""
    large, small = figures[page, asking, size], figures[page, asking, since]
    return median(one.cpu_each / other.cpu_each for one, other in zip(large, small, strict=True))
