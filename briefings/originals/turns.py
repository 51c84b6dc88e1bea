"""One draft at a time is read and understood in a process; whoever cannot have a turn soon is told so."""

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
"""So many wait at once: a worker has four threads for the desk, and one of them is always left for other pages."""

Result = TypeVar("Result")
_turn = RLock()
_waiting = BoundedSemaphore(MOST_WAITING)


class Busy(Exception):
    """Another draft is being read. Fit for an editor."""

    def __init__(self) -> None:
        super().__init__(_("Another draft is being read at the moment. Try again in a few seconds: nothing is lost."))


@contextmanager
def turn() -> Iterator[None]:
    """Nobody else's draft is read meanwhile. Within a turn one has it already. Raises Busy."""
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
    """What `make` gives, in a thread of its own, which touches no database.

    A request stands deep in the stack of calls. Where the next piece of that stack begins amid what is called most,
    Python asks the system for memory at each call and gives it back: the same work then takes twice as long.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(make, *args, **how).result()


def once(key: Key, make: Callable[[], Result]) -> Result:
    """What `make` gives, from memory where it was made lately. Raises Busy, and what `make` raises."""
    if (known := LATELY.recall(key)) is not None:
        return cast(Result, known)
    with turn():
        if (known := LATELY.recall(key)) is not None:  # made while this one waited
            return cast(Result, known)
        made = make()
        LATELY.keep(key, made)
        return made
