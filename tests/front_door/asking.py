"""A client of the front door, and of Django behind it, over WSGI."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from wsgiref.util import FileWrapper

from django.core.handlers.wsgi import WSGIHandler

from briefings.front_door import FrontDoor
from briefings.front_door.heads import HeadReader
from tests.making import NOON

HOST = "news.example"


@dataclass(frozen=True)
class Answer:
    """What came back over WSGI."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def __getitem__(self, name: str) -> str:
        return dict(self.headers).get(name, "")

    @property
    def text(self) -> str:
        return self.body.decode()


class Clock:
    """The door's clock, which tests set."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> float:
        return self.at.timestamp()


class Django:
    """Django's own application, by the door's clock; it counts, and keeps the last environment that it was given."""

    def __init__(self, clock: Clock) -> None:
        self.asked = 0
        self.environ: dict[str, Any] = {}
        self.afterwards: Callable[[], object] = lambda: None
        self._clock = clock
        self._handler = WSGIHandler()

    def __call__(self, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        self.asked, self.environ = self.asked + 1, environ
        answer = self._handler({"briefings.at": self._clock.at} | environ, start_response)
        self.afterwards()
        return answer


class Site:
    """A front door with Django behind it, and a clock."""

    def __init__(self, heads: HeadReader | None = None) -> None:
        self.clock = Clock()
        self.django = Django(self.clock)
        self.door = FrontDoor(self.django, clock=self.clock, heads=heads)

    def get(self, path: str, query: str = "", **differences: Any) -> Answer:
        """What a client gets at the door."""
        return over_wsgi(self.door, environ_of(path, query, **differences))

    def from_memory(self, path: str, query: str = "", method: str = "GET", **headers: str) -> Answer | None:
        """What the door has finished; nothing is computed."""
        reply = self.door.answer(method, HOST, "https", path, query, headers)
        return Answer(reply[0], tuple(reply[1]), reply[2]) if reply else None

    def directly(self, path: str, query: str = "", **differences: Any) -> Answer:
        """What Django alone answers at the door's moment."""
        return over_wsgi(Django(self.clock), environ_of(path, query, **differences))

    def asks_django(self, path: str, query: str = "", **differences: Any) -> bool:
        """Whether Django is asked for that."""
        before = self.django.asked
        self.get(path, query, **differences)
        return self.django.asked > before


def environ_of(path: str, query: str = "", **differences: Any) -> dict[str, Any]:
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": HOST,
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.file_wrapper": FileWrapper,
        **differences,
    }


def over_wsgi(application: Callable, environ: dict[str, Any]) -> Answer:
    begun: list[tuple[str, list[tuple[str, str]]]] = []
    parts = application(environ, lambda status, headers, exc_info=None: begun.append((status, headers)))
    body = b"".join(parts)
    if hasattr(parts, "close"):
        parts.close()
    status, headers = begun[0]
    return Answer(int(status.split()[0]), tuple(headers), b"" if environ["REQUEST_METHOD"] == "HEAD" else body)
