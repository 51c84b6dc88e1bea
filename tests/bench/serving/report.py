"""The figures as tables in Markdown, each with what is asked for, and the machine at their head."""

import argparse
import os
import platform
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from statistics import median

from tests.bench.serving import editing, hits, uncached
from tests.bench.serving.load import Answers
from tests.bench.serving.memory import Memory
from tests.bench.serving.sites import FOLDER, ROOT

MOST_CPU = {"briefing": 6.0, "feed": 15.0}
MOST_CPU_OF_LISTS = 10.0
MOST_GROWTH = 1.2
MOST_OF_CONSTANT = 1.35


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    lines = [[*heads]] + [[str(cell) for cell in row] for row in rows]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def against(figure: float, most: float) -> str:
    """Whether a figure is as asked for."""
    return f"≤ {most:g}: {'yes' if figure <= most else '**no**'}"


def head(database: str, *, title: str = "What serving costs") -> str:
    """The machine, and how much else it does as the run begins."""
    model = next(line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name"))
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / 1024 / 1024
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    return "\n".join(
        [
            f"# {title}\n",
            f"{time.strftime('%Y-%m-%d %H:%M')}, commit {commit.stdout.strip() or 'unknown'}, {database}.",
            f"{os.cpu_count()} × {model.partition(': ')[2]}, {memory:.0f} GiB, Linux {platform.release()}; "
            f"Python {platform.python_version()}, Django {version('django')}, Granian {version('granian')}, "
            f"SQLite {sqlite3.sqlite_version}. Load as it begins: {os.getloadavg()[0]:.1f}.",
            "One worker; medians of rounds in which all are asked in turn; ratios are medians of the rounds' own.\n",
        ]
    )


def write(subject: str, written: Callable[..., Iterator[str]]) -> None:
    """Print what is `written` of sites of the sizes asked for, and keep it: `python -m tests.bench.SUBJECT`."""
    parser = argparse.ArgumentParser(prog=f"python -m tests.bench.{subject}")
    parser.add_argument("--sizes", default="20000", help="how many briefings")
    sizes = sorted(int(size) for size in parser.parse_args().sizes.split(","))
    server_url = os.environ.get("DATABASE_URL", "")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{subject}-{'postgresql' if server_url else 'sqlite'}.md").open("w") as file:
        for text in written(sizes, server_url=server_url):
            for out in (file, sys.stdout):
                out.write(f"{text}\n")
                out.flush()


def _typical(rounds: list[Answers], name: str, *, times: float) -> float:
    return median(getattr(answers, name) for answers in rounds) * times


def of_hits(figures: hits.Figures) -> str:
    rows = [
        [
            page,
            name,
            f"{_typical(rounds, 'cpu_each', times=1e6):.0f} µs",
            f"{(ratio := hits.ratio(by_name, name, to=hits.CONSTANT)):.2f} ×",
            against(ratio, MOST_OF_CONSTANT) if name.startswith(f"{hits.DOOR},") else "",
            f"{_typical(rounds, 'rate', times=1):,.0f}",
            f"{_typical(rounds, 'p50', times=1e3):.2f} ms",
            f"{_typical(rounds, 'p99', times=1e3):.2f} ms",
        ]
        for page, by_name in figures.items()
        for name, rounds in by_name.items()
        if rounds
    ]
    heads = ("page", "from", "CPU a request", "against constant bytes", "asked for", "requests a second", "p50", "p99")
    return "## What the door keeps\n\n" + table(heads, rows)


def of_uncached(figures: uncached.Figures, smallest: int) -> str:
    rows = []
    for (page, asking, size), rounds in figures.items():
        cpu = _typical(rounds, "cpu_each", times=1e3)
        growth = uncached.growth(figures, page, asking=asking, size=size, since=smallest)
        rows.append(
            [
                *(page, asking, f"{size:,}", f"{cpu:.1f} ms", against(cpu, MOST_CPU.get(page, MOST_CPU_OF_LISTS))),
                *(f"{growth:.2f} ×", against(growth, MOST_GROWTH) if size > smallest else ""),
                *(f"{_typical(rounds, 'rate', times=1):,.0f}", f"{_typical(rounds, 'p50', times=1e3):.1f} ms"),
                f"{_typical(rounds, 'p99', times=1e3):.1f} ms",
            ]
        )
    heads = ("page", "asked", "briefings", "CPU a request", "asked for", f"against {smallest:,}", "asked for")
    return "## What is computed\n\n" + table((*heads, "requests a second", "p50", "p99"), rows)


def of_memory(memories: dict[int, Memory]) -> str:
    rows = [
        [
            f"{size:,}",
            f"{memory.started:.0f} MiB",
            f"{memory.full:.0f} MiB",
            against(memory.full, 120),
            memory.addresses,
        ]
        for size, memory in memories.items()
    ]
    heads = ("briefings", "PSS as it starts", "PSS with its door full", "asked for", "addresses asked")
    return "## A worker's memory\n\n" + table(heads, rows)


def of_editing(all_beside: list[editing.Beside], staleness: editing.Staleness) -> str:
    rows = [
        [
            *(
                beside.rate,
                beside.skew,
                f"{beside.hit_rate:.0%}",
                f"≥ 80 %: {'yes' if beside.hit_rate >= 0.8 else '**no**'}",
            ),
            *(f"{beside.answers.p50 * 1e3:.1f} ms", f"{beside.answers.p99 * 1e3:.0f} ms"),
            *(against(beside.answers.p99 * 1e3, 50), f"{beside.computed.total() / len(beside.computed):.3f}"),
            *(max(beside.computed.values()), dict(beside.answers.statuses)),
        ]
        for beside in all_beside
    ]
    heads = ("readers a second", "skew", "hit rate", "asked for", "p50", "p99", "asked for")
    counts = ("computings a page and version", "most", "statuses")
    stale = (
        f"Stale answers after the editor has the acknowledgement, 2 workers: **{staleness.stale}** of "
        f"{staleness.answers:,}, {staleness.published} editions published."
    )
    return f"## One publish a second beside readers\n\n{table((*heads, *counts), rows)}\n\n{stale}"


def of_desk(seconds: dict[str, list[tuple[float, float]]]) -> str:
    """`seconds` are pairs: what the editor waited, and what the worker computed."""
    rows = []
    for (name, most), found in zip((("save", 25), ("save and publish", 40)), seconds.values(), strict=True):
        walls, computed = [wall * 1e3 for wall, _ in found], [cpu * 1e3 for _, cpu in found]
        wall = median(walls)
        rows.append([name, f"{wall:.0f} ms", against(wall, most), f"{max(walls):.0f} ms", f"{median(computed):.0f} ms"])
    return "## The desk\n\n" + table(("act", "wall, median", "asked for", "slowest", "of that computed"), rows)
