"""How the answers of the site stand in the log: an outage is one line a minute, or each reader would write one."""

import logging
import re
import time
from collections.abc import Callable
from copy import copy

UNAVAILABLE = 503
_SECRET = re.compile(r"/preview/[^/?\s]+")
QUIET = 60.0
"""Seconds between two lines about an outage."""


class Lines(logging.StreamHandler):
    """Standard error, where an answer 503 is one line without its traceback, and the next in a minute."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._next = float("-inf")

    def emit(self, record: logging.LogRecord) -> None:
        record = _without_secrets(record)
        if getattr(record, "status_code", None) != UNAVAILABLE:
            super().emit(record)
        elif (now := self._clock()) >= self._next:
            self._next = now + QUIET
            super().emit(_in_one_line(record))


def _without_secrets(record: logging.LogRecord) -> logging.LogRecord:
    """The record without the secret in the address of a draft that is shown to somebody."""
    if not isinstance(record.args, tuple):
        return record
    line = copy(record)
    line.args = tuple(_SECRET.sub("/preview/…", one) if isinstance(one, str) else one for one in record.args)
    return line


def _in_one_line(record: logging.LogRecord) -> logging.LogRecord:
    error = record.exc_info[1] if record.exc_info else None
    line = copy(record)
    line.msg, line.args = "Answering 503 since the database does not do its work: %s", (_first_line(error),)
    line.exc_info = line.exc_text = None
    return line


def _first_line(error: BaseException | None) -> str:
    return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}" if error else "no reason was given"
