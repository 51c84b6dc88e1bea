"""Readers: connections that stay open, from one process whose own work is not counted."""

import selectors
import socket
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain, repeat
from statistics import median, quantiles

from tests.bench.serving.servers import Server
from tests.bench.serving.sites import HOST

# As Firefox sends it, with what matters for the answer apart.
BROWSER = (
    f"Host: {HOST}\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n"
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\nAccept-Language: en-US,en;q=0.5\r\n"
    "Connection: keep-alive\r\nUpgrade-Insecure-Requests: 1\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\n"
    "Sec-Fetch-Site: none\r\nSec-Fetch-User: ?1\r\n"
)
COMPRESSED = {"Accept-Encoding": "gzip, deflate, br, zstd"}
HEAD_END = b"\r\n\r\n"
LENGTH = b"\r\ncontent-length:"
PATIENCE = 60  # seconds in which something happens

OnAnswer = Callable[[float, bytes], None]
"""Told when the request went out, and the whole answer."""


@dataclass
class Answers:
    """What came back: seconds for each answer, how often each status, and what it took."""

    latencies: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    cpu: float = 0.0

    def __add__(self, other: "Answers") -> "Answers":
        return Answers(
            [*self.latencies, *other.latencies],
            self.statuses + other.statuses,
            self.seconds + other.seconds,
            self.cpu + other.cpu,
        )

    @property
    def cpu_each(self) -> float:
        """Seconds of the workers for a request."""
        return self.cpu / len(self.latencies)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds

    def all_with(self, status: str) -> "Answers":
        """These, if each has that status: what is measured is no error page."""
        if set(self.statuses) != {status}:
            raise RuntimeError(f"Instead of {status} alone came {dict(self.statuses)}.")
        return self

    @property
    def p50(self) -> float:
        return median(self.latencies)

    @property
    def p99(self) -> float:
        return quantiles(self.latencies, n=100)[98]


def request(path: str, **headers: str) -> bytes:
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"GET {path} HTTP/1.1\r\n{BROWSER}{lines}\r\n".encode()


def ask(
    server: Server,
    requests: Iterable[bytes],
    *,
    connections: int = 4,
    rate: float = 0,
    on_answer: OnAnswer | None = None,
) -> Answers:
    """Send `requests`, each as soon as a connection is free; or so many a second, whether or not the others are
    answered, and then what waits for a connection counts as waiting."""
    readers = [_Reader(server.port) for _ in range(connections)]
    before = server.cpu()
    try:
        answers = _asked(readers, requests, rate=rate, on_answer=on_answer)
    finally:
        for reader in readers:
            reader.socket.close()
    answers.cpu = server.cpu() - before
    return answers


def ask_once(server: Server, request: bytes) -> bytes:
    """The answer to one request."""
    found: list[bytes] = []
    ask(server, [request], connections=1, on_answer=lambda _, answer: found.append(answer))
    return found[0]


def etag_of(answer: bytes) -> str:
    lines = answer.partition(HEAD_END)[0].decode().split("\r\n")
    return next(line.partition(":")[2].strip() for line in lines if line.lower().startswith("etag:"))


def _asked(readers: list["_Reader"], requests: Iterable[bytes], *, rate: float, on_answer: OnAnswer | None) -> Answers:
    answers, clock, step = Answers(), time.perf_counter, 1 / rate if rate else 0.0
    free, waiting = deque(readers), chain(requests, repeat(None))
    begun = due = clock()
    following = next(waiting)
    with selectors.DefaultSelector() as selector:
        for reader in readers:
            selector.register(reader.socket, selectors.EVENT_READ, reader)
        while following or len(free) < len(readers):
            while following and free and (now := clock()) >= due:
                free.popleft().send(following, due if rate else now)
                due += step
                following = next(waiting)
            for key, _ in selector.select(max(due - clock(), 0) if following and free else PATIENCE):
                reader = key.data
                if (answer := reader.receive()) is not None:
                    answers.latencies.append(clock() - reader.begun)
                    answers.statuses[answer[9:12].decode()] += 1
                    if on_answer:
                        on_answer(reader.begun, answer)
                    free.append(reader)
    answers.seconds = clock() - begun
    return answers


class _Reader:
    """A connection with one request at a time."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.begun, self._received, self._end = 0.0, b"", 0

    def send(self, request: bytes, begun: float) -> None:
        self.begun, self._received, self._end = begun, b"", 0
        self.socket.sendall(request)

    def receive(self) -> bytes | None:
        """The answer, once it is whole."""
        piece = self.socket.recv(1_000_000)
        if not piece:
            raise ConnectionError("The server closed a connection.")
        self._received += piece
        if not self._end:
            self._end = _end(self._received)
        return self._received if self._end and len(self._received) >= self._end else None


def _end(received: bytes) -> int:
    """How long the answer is; 0 while its head is not whole."""
    head, end, _ = received.partition(HEAD_END)
    if not end:
        return 0
    _, found, rest = head.lower().partition(LENGTH)
    has_body = found and received[9:12] != b"304"
    return len(head) + len(end) + (int(rest.partition(b"\r\n")[0]) if has_body else 0)
