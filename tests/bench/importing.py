"""`python -m tests.bench.importing`: how long a draft takes to be read and understood, and how that grows.

Each kind of draft is timed at 25, 100 and 400 KB, in seconds of this process, the least of three rounds. Growth is the
ratio for four times the text; asked for are at most 5, and less than a second for 100 KB.
"""

import itertools
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from briefings.importing import read, read_text, understand
from tests.importing.formats.hostile import CASES

SAMPLE = (Path(__file__).parent.parent / "drafts" / "coalition.txt").read_text(encoding="utf-8")
SIZES = (25_000, 100_000, 400_000)
_SOUNDS = [f"{a}{b}{c}".capitalize() for a, b, c in itertools.product("bdfgklmn", "aeiou", "rslnt")]
KINDS: dict[str, Callable[[int], bytes]] = {
    "the sample, repeated": lambda size: _repeated(SAMPLE, size),
    "one quotation a line": lambda size: _repeated("A said “a b c”.\n", size),
    "many quotations a line": lambda size: _repeated("Ab Cd said “aa bb” and " * 90 + ".\n", size),
    "names and commas": lambda size: _repeated("Ab Cd, ", size),
    "ever new bodies": lambda size: _bodies(size),
    "opening marks": lambda size: _repeated("“", size),
    "straight marks": lambda size: _repeated('"', size),
    "apostrophes": lambda size: _repeated("s’ a‘", size),
    "initials": lambda size: _repeated("A. ", size),
    "one word": lambda size: _repeated("a", size),
    "questions": lambda size: _repeated("A b?\n", size),
    "questions and answers": lambda size: b"FAQ\n" + _repeated("A b?\nIt is.\n", size),
    "open quotations": lambda size: _repeated("“A b c.\n\n", size),
    "direction marks": lambda size: _repeated("\u202ea\n", size),
    "markdown": lambda size: _repeated("## A heading\n\nSome **bold** and [a link](https://example.org/).\n\n", size),
    "html": lambda size: b"<!doctype html>" + _repeated("<p>Some <b>bold</b> words “a b”, said Ann Lee.</p>", size),
    "nested html": lambda size: b"<html>" + _repeated("<div><b>", size),
}


def _bodies(size: int) -> bytes:
    """Ever new bodies, each of them named once and taken up again by a part of its name."""
    lines = (f"The {a}{b} {c} Ministry said so. It added that.\n" for a, b, c in itertools.product(_SOUNDS, repeat=3))
    return "".join(itertools.islice(lines, size // 48)).encode()


def _repeated(text: str, size: int) -> bytes:
    data = text.encode()
    return data * max(1, size // len(data))


def _seconds(data: bytes) -> float:
    rounds = []
    for _ in range(3):
        start = time.process_time()
        understand(read(data), briefing_id=str(uuid.uuid4()))
        rounds.append(time.process_time() - start)
    return min(rounds)


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


if __name__ == "__main__":
    main()
