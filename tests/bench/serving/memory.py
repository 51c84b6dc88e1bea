"""A worker's memory: as it starts, and with its door full."""

from dataclasses import dataclass

from tests.bench.serving.load import COMPRESSED, ask, request
from tests.bench.serving.progress import say
from tests.bench.serving.servers import running
from tests.bench.serving.sites import Site


@dataclass
class Memory:
    """MiB, and how many addresses were asked."""

    started: float
    full: float
    addresses: int


def measured(site: Site) -> Memory:
    """Every page of the sample compressed and as it is, which is more than the door keeps on a large site."""
    paths = [path for kind in site.sample.values() for path in kind]
    say(f"memory at {site.size:,}: {len(paths):,} addresses")
    with running(site) as server:
        started = server.pss()
        for headers in (COMPRESSED, {}):
            ask(server, [request(path, **headers) for path in paths])
        return Memory(started, server.pss(), len(paths))
