"""Turns: a process reads one draft at a time, and a request that would wait long for its turn is refused."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import BoundedSemaphore, RLock
from typing import TypeVar, cast

from django.utils.translation import gettext as _

from briefings.importing.memory import LATELY, Key

PATIENCE = 2.0
"""Seconds that a request waits for its turn."""
MOST_WAITING = 2
"""The most requests that wait at once. A worker has four threads for the desk, and one always stays free."""

Result = TypeVar("Result")
_turn = RLock()
_waiting = BoundedSemaphore(MOST_WAITING)


class Busy(Exception):
    """Raised while another draft is being read. Its text is for an editor."""

    def __init__(self) -> None:
        super().__init__(_("Another draft is being read at the moment. Try again in a few seconds: nothing is lost."))


@contextmanager
def turn() -> Iterator[None]:
    """Take the turn, so that no other draft is read meanwhile. A turn within a turn is the same one. Raises Busy."""
    if not _came():
        raise Busy
    try:
        yield
    finally:
        _turn.release()


def _came() -> bool:
    if _turn.acquire(blocking=False):
        return True
    if not _waiting.acquire(blocking=False):
        return False
    try:
        return _turn.acquire(timeout=PATIENCE)
    finally:
        _waiting.release()


def apart(make: Callable[..., Result], *args: object, **how: object) -> Result:
    """The result of `make`, run in a thread of its own, which must not use the database.

    The call stack of a request is deep. Where a new chunk of Python's stack begins within the innermost calls, Python
    allocates and frees it at each of them, which takes twice as long.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(make, *args, **how).result()


def once(key: Key, make: Callable[[], Result]) -> Result:
    """The result of `make`, from memory where it was made lately. Raises Busy, and whatever `make` raises."""
    if (known := LATELY.recall(key)) is not None:
        return cast(Result, known)
    with turn():
        if (known := LATELY.recall(key)) is not None:  # made while this one waited
            return cast(Result, known)
        made = make()
        LATELY.keep(key, made)
        return made
