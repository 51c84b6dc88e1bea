"""`python -m tests.bench.importing`: how long a draft takes to be read and understood, and how that grows.

Each kind of draft is timed at 25, 100 and 400 KB, in seconds of this process, the least of three rounds. Growth is the
ratio for four times the text; asked for are at most 5, and less than a second for 100 KB. Then come drafts as large as
any that are taken, once each: less than ten seconds, or a refusal.
"""

import itertools
import sys
import time
import uuid

from briefings.importing import Unreadable, read, read_text, understand
from tests.bench.drafts import AT_THE_CAPS, KINDS
from tests.importing.formats.hostile import CASES

SIZES = (25_000, 100_000, 400_000)


def _once(data: bytes) -> tuple[float, str]:
    start = time.process_time()
    told = ""
    try:
        understand(read(data), briefing_id=str(uuid.uuid4()))
    except Unreadable as refusal:
        told = str(refusal)
    return time.process_time() - start, told


def _seconds(data: bytes) -> float:
    return min(_once(data)[0] for _ in range(3))


def _reading(draft: str, name: str) -> float:
    start = time.process_time()
    read_text(draft, format=name)
    return time.process_time() - start


def _hostile() -> None:
    """Reading alone, of what is hostile: the five that grow most from 25 KB to 100 KB."""
    found = []
    for name, piece in CASES:
        short, long = (piece * (size // len(piece)) for size in SIZES[:2])
        seconds = [min(_reading(draft, name) for _ in range(2)) for draft in (short, long)]
        found.append((seconds[1] / max(seconds[0], 0.001), seconds[1], f"{name} {piece[:12]!r}"))
    for growth, seconds, kind in sorted(found, reverse=True)[:5]:
        sys.stdout.write(f"{kind:33}{seconds:9.3f}{'':9}   × {growth:.1f}\n")


def main() -> None:
    sys.stdout.write(f"{'':24}" + "".join(f"{size // 1000:>6} KB" for size in SIZES) + "   growth\n")
    for name, make in KINDS.items():
        seconds = [_seconds(make(size)) for size in SIZES]
        growth = max(later / max(earlier, 0.001) for earlier, later in itertools.pairwise(seconds))
        sys.stdout.write(f"{name:24}" + "".join(f"{second:9.3f}" for second in seconds) + f"   × {growth:.1f}\n")
    _hostile()
    for name, make in AT_THE_CAPS.items():
        seconds, told = _once(make())
        sys.stdout.write(f"{name:33}{seconds:9.3f}   {told}\n")


if __name__ == "__main__":
    main()
