"""A few threads and a bounded queue before them."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

LONGEST_WAIT = 10
"""Seconds in which a thread comes free, or never soon enough."""

Result = TypeVar("Result")


class Busy(Exception):
    """All threads work, and enough requests wait for one; or the work comes to no end."""


class Pool:
    """`threads` work at the same time; `waiting` more may wait for one. Who asked for work that takes more than
    `longest_work` seconds is told so, and the thread goes on: a database that hangs lets go of none.
    """

    def __init__(self, *, threads: int, waiting: int, longest_work: float) -> None:
        self._longest_work = longest_work
        self._threads = ThreadPoolExecutor(threads)
        self._free = asyncio.Semaphore(threads)
        self._places = waiting

    async def run(self, work: Callable[..., Result], *args: object) -> Result:
        """What `work` gives, from a thread. Raises Busy."""
        await self._wait()
        try:
            working = asyncio.get_running_loop().run_in_executor(self._threads, work, *args)
        except RuntimeError:  # closed meanwhile
            self._free.release()
            raise
        working.add_done_callback(self._work_ended)
        try:
            async with asyncio.timeout(self._longest_work):
                return await asyncio.shield(working)
        except TimeoutError:
            if working.done():  # it was the work's own
                return working.result()
            raise Busy from None

    def _work_ended(self, working: asyncio.Future[Any]) -> None:
        self._free.release()
        if not working.cancelled():
            working.exception()  # somebody has asked for it, should nobody wait any more

    async def _wait(self) -> None:
        if not self._free.locked():
            await self._free.acquire()  # at once
            return
        if not self._places:
            raise Busy
        self._places -= 1
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                await self._free.acquire()
        except TimeoutError:
            raise Busy from None
        finally:
            self._places += 1

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
