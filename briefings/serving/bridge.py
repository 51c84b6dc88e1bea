"""An RSGI application around Django's WSGI handler.

The event loop speaks with the clients: it asks the front door for a finished answer, reads a body whole before that
costs a thread, and hands on whole answers. What needs Django waits for a thread of the readers or of the desk.
"""

import asyncio
import sys
from collections.abc import Callable, Iterable
from typing import Any, Protocol
from weakref import WeakValueDictionary

from briefings.serving import bodies, pool
from briefings.serving.answers import BUSY, BUSY_DESK, Answer, plain
from briefings.serving.environ import environ
from briefings.serving.listener import let_go_of_idle_readers
from briefings.serving.pool import Busy, Pool
from briefings.upload_limits import DESK, most_bytes

READERS = {"threads": 1, "waiting": 64, "longest_work": 20}
"""For what strangers may ask. A page is work for the interpreter, which two threads share and lose time over."""
DESKS = {"threads": 4, "waiting": 32, "longest_work": 60}
"""For the desk and its login: while these wait for a locked database or a turn, readers keep their thread."""
GIVES_WAY = 0.0005
"""Seconds after which a thread that works lets the event loop go on."""
WITHOUT_BODY = (204, 304)
READING = ("GET", "HEAD")

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class FrontDoor(Protocol):
    def answer(self, method: str, host: str, scheme: str, path: str, query: str, headers: Any) -> Answer | None:
        """The finished answer; None where Django has to make it. Called on the event loop, so it must not wait."""


class Bridge:
    """`trusted_proxy` is whether X-Forwarded-Proto comes from a proxy of ours."""

    def __init__(
        self, application: Application, *, front_door: FrontDoor | None = None, trusted_proxy: bool = False
    ) -> None:
        self.application = application
        self.front_door = front_door
        self.trusted_proxy = trusted_proxy
        self.readers, self.desk = Pool(**READERS), Pool(**DESKS)
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        sys.setswitchinterval(GIVES_WAY)
        let_go_of_idle_readers(loop)

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.readers.close()
        self.desk.close()

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        if scope.proto != "http":
            protocol.close(403)
            return
        headers = scope.headers  # copied each time it is asked for
        _send(protocol, self._finished(scope, headers) or await self._awaited(scope, headers, protocol))

    async def _awaited(self, scope: Any, headers: Any, protocol: Any) -> Answer:
        """From Django; or from the front door, once it has made the same page for whoever asked first.

        Those who want the same address take turns, so that together they take one place among the readers.
        """
        if scope.method not in READING or scope.path.startswith(DESK):
            return await self._made(scope, headers, protocol)
        turn = self._turns.setdefault((scope.path, scope.query_string), asyncio.Lock())
        try:
            async with asyncio.timeout(pool.LONGEST_WAIT):
                await turn.acquire()
        except TimeoutError:
            return BUSY
        try:
            return self._finished(scope, headers) or await self._made(scope, headers, protocol)
        finally:
            turn.release()

    def _finished(self, scope: Any, headers: Any) -> Answer | None:
        """What the front door has; None where it has nothing, or there is none."""
        if self.front_door is None:
            return None
        scheme = scope.scheme
        if self.trusted_proxy and (said := headers.get("x-forwarded-proto")) is not None:
            scheme = "https" if said.partition(",")[0].strip() == "https" else "http"  # as Django takes it
        host = headers.get("host") or scope.authority or ""
        return self.front_door.answer(scope.method, host, scheme, scope.path, scope.query_string, headers)

    async def _made(self, scope: Any, headers: Any, protocol: Any) -> Answer:
        path, method = scope.path, scope.method
        try:
            body = await bodies.read(protocol, headers, most=most_bytes(path) if method == "POST" else 0)
            threads = self.desk if path.startswith(DESK) else self.readers
            return await threads.run(self._ask, environ(scope, headers, body=body), method)
        except bodies.Refused as refusal:
            return plain(refusal.status, str(refusal), {"Connection": "close"})
        except Busy:
            return BUSY_DESK if method == "POST" and path.startswith(DESK) else BUSY

    def _ask(self, environ: dict[str, Any], method: str) -> Answer:
        """Django's answer, whole; in a thread of a pool."""
        begun: list[Any] = []
        response = self.application(environ, lambda *line: begun.append(line))
        try:
            body = b"".join(response)
        finally:
            if close := getattr(response, "close", None):
                close()
        status = int(begun[-1][0].partition(" ")[0])
        return status, begun[-1][1], b"" if method == "HEAD" or status in WITHOUT_BODY else body


def _send(protocol: Any, answer: Answer) -> None:
    """Handed on whole: from here a client that does not read costs memory and a socket, and no thread."""
    status, headers, body = answer
    if body:
        protocol.response_bytes(status, headers, body)
    else:
        protocol.response_empty(status, headers)
