"""A bar that grows while a command works, where somebody looks on."""

from collections.abc import Callable
from typing import TextIO

WIDTH = 40


def bar(stream: TextIO, *, total: int) -> Callable[[int], None]:
    """What is told how many of `total` are done, and shows it on `stream` if that is a terminal."""

    def show(done: int) -> None:
        if stream.isatty():
            filled = WIDTH * done // total
            end = "\n" if done == total else ""
            stream.write(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {done:,} of {total:,}{end}")
            stream.flush()

    return show
