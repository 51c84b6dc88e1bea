"""A few threads and a bounded queue before them."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

LONGEST_WAIT = 10
"""Seconds in which a thread comes free, or never soon enough."""

Result = TypeVar("Result")


class Busy(Exception):
    """All threads work, and enough requests wait for one."""


class Pool:
    """`threads` work at the same time; `waiting` more may wait for one."""

    def __init__(self, *, threads: int, waiting: int) -> None:
        self._threads = ThreadPoolExecutor(threads)
        self._free = asyncio.Semaphore(threads)
        self._places = waiting

    async def run(self, work: Callable[..., Result], *args: object) -> Result:
        """What `work` gives, from a thread. Raises Busy."""
        await self._wait()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work, *args)
        finally:
            self._free.release()

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
