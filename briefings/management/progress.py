"""A bar that grows while a command works, where somebody looks on."""

from collections.abc import Callable
from typing import TextIO

WIDTH = 40


def bar(stream: TextIO) -> Callable[[int, int], None]:
    """What is told how many are done of how many, and shows it on `stream` if that is a terminal.

    A command's own `stderr` is none to give: it ends every piece with a new line.
    """

    def show(done: int, total: int) -> None:
        if stream.isatty():
            filled = WIDTH * done // total
            end = "\n" if done == total else ""
            stream.write(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {done:,} of {total:,}{end}")
            stream.flush()

    return show
