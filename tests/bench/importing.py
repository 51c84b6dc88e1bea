"""`python -m tests.bench.importing`: how long a draft takes to be read and understood, and how that grows.

Each kind of draft is timed at 25, 100 and 400 KB, in seconds of this process, the least of some rounds, fewer where it
takes long. Growth is the ratio for four times the text; asked for are at most 5, and less than a second for 100 KB.
Then come drafts as large as any that are taken, once each: less than ten seconds, or a refusal.
"""

import itertools
import sys
import time
import uuid
from collections.abc import Callable
from functools import partial

from briefings.importing import Unreadable, read, read_text, understand
from tests.bench.drafts import AT_THE_CAPS, KINDS
from tests.importing.formats.hostile import CASES

SIZES = (25_000, 100_000, 400_000)
_ROUNDS = 3
_ENOUGH = 1.0
"""Seconds after which there are no more rounds."""


def _once(work: Callable[[], object]) -> tuple[float, str]:
    """The seconds that some work takes, and with what sentence it was refused; empty where it was not."""
    start, refusal_text = time.process_time(), ""
    try:
        work()
    except Unreadable as refusal:
        refusal_text = str(refusal)
    return time.process_time() - start, refusal_text


def _seconds(work: Callable[[], object]) -> tuple[float, str]:
    """The least of the rounds, and a refusal."""
    rounds = [_once(work)]
    while len(rounds) < _ROUNDS and sum(seconds for seconds, _ in rounds) < _ENOUGH:
        rounds.append(_once(work))
    return min(rounds)


def _understanding(data: bytes) -> Callable[[], object]:
    return lambda: understand(read(data), briefing_id=str(uuid.uuid4()))


def _hostile() -> None:
    """Reading alone, of what is hostile: the five that grow most from 25 KB to 100 KB."""
    timings = []
    for name, piece in CASES:
        drafts = (piece * (size // len(piece)) for size in SIZES[:2])
        (short, _), (long, refusal_text) = (_seconds(partial(read_text, draft, format=name)) for draft in drafts)
        timings.append((long / max(short, 0.001), long, f"{name} {piece[:12]!r}", refusal_text))
    for growth, seconds, kind, refusal_text in sorted(timings, reverse=True)[:5]:
        sys.stdout.write(f"{kind:33}{seconds:9.3f}{'':9}   × {growth:.1f}   {refusal_text}\n")


def main() -> None:
    sys.stdout.write(f"{'':24}" + "".join(f"{size // 1000:>6} KB" for size in SIZES) + "   growth\n")
    for name, make in KINDS.items():
        seconds = [_seconds(_understanding(make(size)))[0] for size in SIZES]
        growth = max(later / max(earlier, 0.001) for earlier, later in itertools.pairwise(seconds))
        sys.stdout.write(f"{name:24}" + "".join(f"{second:9.3f}" for second in seconds) + f"   × {growth:.1f}\n")
    _hostile()
    for name, make in AT_THE_CAPS.items():
        seconds, refusal_text = _once(_understanding(make()))
        sys.stdout.write(f"{name:33}{seconds:9.3f}   {refusal_text}\n")


if __name__ == "__main__":
    main()
