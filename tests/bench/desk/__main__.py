"""`python -m tests.bench.desk [--sizes 20000]`: a table in Markdown, printed and written to `.cache/bench`.

The sites are copies of those of `tests.bench.serving`, with work on their desk; DATABASE_URL as there.
"""

import json
import os
from collections.abc import Iterator
from statistics import median

from tests.bench.serving import report
from tests.bench.serving.progress import say
from tests.bench.serving.sites import Site, copied, site

MOST_CPU = 60.0
HEADS = ("page", "CPU, median", "asked for", "least", "most", "queries", "bytes")


def rows(one: Site) -> list[list[object]]:
    """A row for each page of that site."""
    found = json.loads(one.run("-m", "tests.bench.desk.asking"))
    return [
        [
            name,
            f"{median(page['took']):.1f} ms",
            "" if name.startswith("Django") else report.against(median(page["took"]), MOST_CPU),
            f"{min(page['took']):.1f}",
            f"{max(page['took']):.1f}",
            page["queries"],
            f"{page['bytes']:,}",
        ]
        for name, page in found.items()
    ]


def _written(sizes: list[int], *, server_url: str) -> Iterator[str]:
    yield report.head("PostgreSQL" if server_url else "SQLite", title="What the desk costs")
    for size in sizes:
        say(f"the site of {size:,} briefings")
        one = copied(site(size, server_url=server_url), server_url=server_url)
        one.run("-m", "tests.bench.desk.busy")
        yield f"## {size:,} briefings\n\n{report.table(HEADS, rows(one))}\n"
        yield f"Load of the last minute: {os.getloadavg()[0]:.1f}.\n"


if __name__ == "__main__":
    report.write("desk", _written)
