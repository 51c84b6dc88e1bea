"""`python -m tests.bench.serving [--sizes 200,20000] [--only hits,uncached,memory,editing,desk]`.

Sites are made below `.cache/bench` where there are none, which takes minutes, and kept there. DATABASE_URL names any
database of a PostgreSQL server on which databases may be made; without it they are SQLite. The last size is the one
that is edited, and compared with constant bytes. The tables are printed, and written to `.cache/bench`.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable

from tests.bench.serving import editing, hits, memory, report, uncached
from tests.bench.serving.progress import say
from tests.bench.serving.servers import running
from tests.bench.serving.sites import FOLDER, Site, copied, site


def _of_hits(sites: list[Site], *, server_url: str) -> str:
    return report.of_hits(hits.measured(sites))


def _of_uncached(sites: list[Site], *, server_url: str) -> str:
    return report.of_uncached(uncached.measured(sites), smallest=sites[0].size)


def _of_memory(sites: list[Site], *, server_url: str) -> str:
    return report.of_memory({one.size: memory.measured(one) for one in sites})


def _of_editing(sites: list[Site], *, server_url: str) -> str:
    written = copied(sites[-1], server_url=server_url)
    return report.of_editing(editing.beside(written), editing.staleness(written))


def _of_desk(sites: list[Site], *, server_url: str) -> str:
    written = copied(sites[-1], server_url=server_url)
    say(f"the desk at {written.size:,}")
    with running(written) as server:
        return report.of_desk(json.loads(written.run("-m", "tests.bench.serving.desk", str(server.port))))


PARTS: dict[str, Callable[..., str]] = {
    "hits": _of_hits,
    "uncached": _of_uncached,
    "memory": _of_memory,
    "editing": _of_editing,
    "desk": _of_desk,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.serving")
    parser.add_argument("--sizes", default="200,20000", help="how many briefings, the smallest first")
    parser.add_argument("--only", default=",".join(PARTS), help=f"of {', '.join(PARTS)}")
    given = parser.parse_args()
    server_url = os.environ.get("DATABASE_URL", "")
    machine = report.Machine(load=os.getloadavg()[0])
    sites = []
    for size in sorted(int(size) for size in given.sizes.split(",")):
        say(f"the site of {size:,} briefings")
        sites.append(site(size, server_url=server_url))
    tables = [PARTS[part](sites, server_url=server_url) for part in given.only.split(",")]
    database = "PostgreSQL" if server_url else "SQLite"
    text = "\n\n".join([machine.head(database), *tables]) + "\n"
    (FOLDER / f"serving-{database.lower()}.md").write_text(text)
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
