"""Which lines of the log are written: none for what any stranger can cause as often as they like."""

import logging
import time
from collections.abc import Callable

UNAVAILABLE = 503
QUIET = 60.0
"""Seconds between two lines about the same outage."""


class OneLineAMinute(logging.Filter):
    """Lets through one line a minute of the answers 503, and without its traceback: each reader would cause one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._next = float("-inf")

    def filter(self, record: logging.LogRecord) -> bool:
        if getattr(record, "status_code", None) != UNAVAILABLE:
            return True
        now = self._clock()
        if now < self._next:
            return False
        self._next = now + QUIET
        error = record.exc_info[1] if record.exc_info else None
        record.msg, record.args = "Answering 503 since the database does not do its work: %s", (_first_line(error),)
        record.exc_info = record.exc_text = None
        return True


def _first_line(error: BaseException | None) -> str:
    return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}" if error else "no reason was given"
