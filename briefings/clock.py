"""The clock that readers' answers go by: the machine's, but that a small step back of it is waited out."""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock

from django.utils import timezone

LONGEST_HOLD = 1.0
"""Seconds. No edition can be scheduled for a moment that is nearer than this, so that none can come to lie in the time
that is waited out: what begins in it has gone out before the clock was set back."""


class ReadersClock:
    """Seconds since 1970. They never go back by less than `LONGEST_HOLD`: what readers have got stays.

    A clock that is set back by more was wrong before, and is followed at once: whatever is to come by the right time is
    hidden again until then.
    """

    def __init__(self, machine: Callable[[], float]) -> None:
        self._machine = machine
        self._latest = 0.0
        self._lock = Lock()

    def __call__(self) -> float:
        with self._lock:
            now = self._machine()
            if not self._latest - LONGEST_HOLD <= now < self._latest:
                self._latest = now
            return self._latest


seconds = ReadersClock(lambda: timezone.now().timestamp())


def moment() -> datetime:
    """Now, for readers."""
    return datetime.fromtimestamp(seconds(), UTC)
