"""`python -m tests.bench.searching [--sizes 20000]`: tables in Markdown, printed and written to `.cache/bench`.

Sites are those of `tests.bench.serving`, made where there are none; DATABASE_URL as there.
"""

import json
import os
from collections.abc import Iterator
from statistics import median

from tests.bench.serving import report
from tests.bench.serving.progress import say
from tests.bench.serving.sites import Site, copied, site

MOST_CPU = {20_000: 50.0, 200_000: 150.0}
MOST_MORE = 5.0
MOST_OF_TEXT = 40.0


def _queries(one: Site) -> str:
    found: dict[str, list[float]] = json.loads(one.run("-m", "tests.bench.searching.asking"))
    most = next((most for size, most in MOST_CPU.items() if one.size <= size), MOST_CPU[200_000])
    rows = [
        [name, f"{median(took):.1f} ms", report.against(median(took), most), f"{min(took):.1f}", f"{max(took):.1f}"]
        for name, took in found.items()
    ]
    return report.table(("query", "CPU, median", "asked for", "least", "most"), rows)


def _publications(one: Site, *, server_url: str) -> str:
    pairs = json.loads(copied(one, server_url=server_url).run("-m", "tests.bench.searching.publishing"))
    more = median(with_row - without for with_row, without in pairs)
    with_rows, without = (median(column) for column in zip(*pairs, strict=True))
    return (
        f"A publication: {with_rows:.1f} ms of CPU with the search's row, {without:.1f} without it, medians of "
        f"{len(pairs)}; the median of what it takes more is {more:.1f} ms, {report.against(more, MOST_MORE)}."
    )


def _sizes(one: Site) -> str:
    size = json.loads(one.run("-m", "tests.bench.searching.sizes"))
    share = 100 * size["index"] / size["stored"]
    return (
        f"The index: {size['index'] / 1e6:.0f} MB beside {size['stored'] / 1e6:.0f} MB of text, of which "
        f"{size['live'] / 1e6:.0f} are live: {share:.0f} %, {report.against(share, MOST_OF_TEXT)}."
    )


def _written(sizes: list[int], *, server_url: str) -> Iterator[str]:
    yield report.head("PostgreSQL" if server_url else "SQLite", title="What the search costs")
    for size in sizes:
        say(f"the site of {size:,} briefings")
        one = site(size, server_url=server_url)
        yield f"## {size:,} briefings\n\n{_queries(one)}\n"
        yield f"{_sizes(one)}\n"
        yield f"{_publications(one, server_url=server_url)}\n\nLoad of the last minute: {os.getloadavg()[0]:.1f}.\n"


if __name__ == "__main__":
    report.write("searching", _written)
