"""A real server around a small application, and clients that speak to it by hand."""

import asyncio
import json
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import Any

from granian.constants import HTTPModes
from granian.server.embed import Server

from briefings.serving.bridge import Bridge

DESK = "/admin/"
LOGIN = "/admin/login/"
CLOSE = "Connection: close"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(application: Callable[..., Any], **more: Any) -> Iterator[int]:
    """The port at which a bridge to `application` answers, as `serve` would let it."""
    port, interval = free_port(), sys.getswitchinterval()
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    made: list[Server] = []

    def run() -> None:
        asyncio.set_event_loop(loop)
        bridge = Bridge(application, **more)
        server = Server(bridge, port=port, http=HTTPModes.http1, websockets=False, log_enabled=False)
        made.append(server)
        loop.call_later(0.1, ready.set)
        loop.run_until_complete(server.serve())

    thread = threading.Thread(target=run)
    thread.start()
    ready.wait()
    try:
        yield port
    finally:
        loop.call_soon_threadsafe(made[0].stop)
        thread.join(timeout=20)
        loop.close()
        sys.setswitchinterval(interval)


def connected(port: int, sent: bytes = b"") -> socket.socket:
    client = socket.create_connection(("127.0.0.1", port), timeout=20)
    client.sendall(sent)
    return client


def head(method: str, path: str, *lines: str) -> bytes:
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: news.example", *lines, "", ""]).encode()


def spoken(port: int, sent: bytes) -> bytes:
    """All that comes back on a new connection."""
    with connected(port, sent) as client:
        return whole(client)


def whole(client: socket.socket) -> bytes:
    """All that comes back on a connection, until the server closes."""
    return b"".join(iter(lambda: client.recv(65_536), b""))


def asked(
    port: int, path: str, *, method: str = "GET", body: bytes | None = None, timeout: int = 20
) -> tuple[Any, bytes]:
    """The answer, and its body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request(method, path, body)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def tell(environ, start_response):
    """An application that tells what it was asked."""
    told = {name: value for name, value in environ.items() if name.isupper()}
    body = json.dumps(told | {"body": environ["wsgi.input"].read().decode()}).encode()
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]


def told(answer: bytes) -> dict[str, str]:
    return json.loads(answer.partition(b"\r\n\r\n")[2])
