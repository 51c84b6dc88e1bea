"""Takes one safety after another out of a copy of the code, and lists those that no test misses.

`python -m tests.removals [--workers 1|2] [NAME…]`: all of them, or those whose names begin so. The exit code is 0
where at most 5 in 100 survive.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from time import monotonic

from tests.removals.removal import Misfit, Removal, listed
from tests.removals.trial import Outcome, Tree, Verdict

ROOT = Path(__file__).resolve().parents[2]
MOST_SURVIVORS = 5
"""In 100."""
SLOWEST = 10


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.removals")
    parser.add_argument("names", nargs="*", metavar="NAME", help="those whose names begin so; without any, all")
    parser.add_argument("--workers", type=int, choices=(1, 2), default=2)
    asked = parser.parse_args(arguments)
    begun = monotonic()
    try:
        wanted = _wanted(listed(), asked.names)
        for removal in wanted:
            removal.applied((ROOT / removal.path).read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory(prefix="removals-") as folder:
            trees = [Tree(Path(folder, str(number))).filled(ROOT, _files()) for number in range(asked.workers)]
            verdicts = confirmed(list(_told(tried(wanted, trees))), trees[0])
    except Misfit as misfit:
        parser.error(str(misfit))
    return _summed_up(verdicts, seconds=monotonic() - begun)


def tried(removals: list[Removal], trees: list[Tree]) -> Iterator[Verdict]:
    """The verdicts, as they come."""
    free: SimpleQueue[Tree] = SimpleQueue()
    for tree in trees:
        free.put(tree)

    def judged(removal: Removal) -> Verdict:
        tree = free.get()
        try:
            return tree.judged(removal)
        finally:
            free.put(tree)

    workers = ThreadPoolExecutor(max_workers=len(trees))
    try:
        for trial in as_completed([workers.submit(judged, removal) for removal in removals]):
            yield trial.result()
    finally:
        workers.shutdown(cancel_futures=True)


def confirmed(verdicts: list[Verdict], tree: Tree) -> list[Verdict]:
    """The verdicts, but for those by a test that fails with nothing removed as well."""
    _say("\nThe tests that noticed, with nothing removed ...")
    noticed = {one.detail for one in verdicts if one.outcome == Outcome.CAUGHT and "::" in one.detail}
    failing = tree.failing(noticed) if noticed else set()
    sentence = "It fails with nothing removed as well"
    return [
        replace(one, outcome=Outcome.UNJUDGED, detail=f"{sentence}: {one.detail}") if one.detail in failing else one
        for one in verdicts
    ]


def _wanted(removals: list[Removal], names: list[str]) -> list[Removal]:
    if unknown := [name for name in names if not any(removal.name.startswith(name) for removal in removals)]:
        raise Misfit(f"No removal has a name that begins so: {', '.join(unknown)}.")
    return [removal for removal in removals if not names or removal.name.startswith(tuple(names))]


def _files() -> list[str]:
    """Every file that is in the repository or could be."""
    command = ("git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [name for name in names if name and (ROOT / name).is_file()]


def _told(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    for verdict in verdicts:
        _say(f"{verdict.outcome:10} {verdict.seconds:6.1f} s  {verdict.removal.name}  ({verdict.detail})")
        yield verdict


def _summed_up(verdicts: list[Verdict], *, seconds: float) -> int:
    by_outcome = {outcome: [one for one in verdicts if one.outcome == outcome] for outcome in Outcome}
    survivors, unjudged = by_outcome[Outcome.SURVIVED], by_outcome[Outcome.UNJUDGED]
    _say(f"\nThe slowest {SLOWEST}:")
    for one in sorted(verdicts, key=lambda one: -one.seconds)[:SLOWEST]:
        _say(f"{one.seconds:8.1f} s  {one.removal.name}")
    for one in (*survivors, *unjudged):
        _say(f"\n{one.outcome}: {one.removal.name}, in {one.removal.path}. {one.removal.harm}\n  {one.detail}")
    _say(
        f"\n{len(verdicts)} removals: {len(by_outcome[Outcome.CAUGHT])} caught, {len(survivors)} survived, "
        f"{len(unjudged)} not judged; {seconds:.0f} seconds."
    )
    return 1 if unjudged or len(survivors) * 100 > MOST_SURVIVORS * len(verdicts) else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
