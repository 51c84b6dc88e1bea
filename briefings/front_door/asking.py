"""Django asked by the door: the same question for everybody, whatever the client said beside it."""

import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from briefings.front_door.addresses import Address
from briefings.front_door.answers import Answer

Environ = dict[str, Any]
Application = Callable[..., Iterable[bytes]]


def ask(
    application: Application,
    address: Address,
    *,
    host: str,
    scheme: str,
    at: datetime,
    of_period: dict[str, Any],
    notes: dict[str, Any],
) -> Answer:
    """The answer of `application` to `address` as of `at`; in `of_period` it may keep what is the same for all that is
    asked in that period.

    `notes` are a view's on the answer of a former period: where it would make the same again, it says 204.
    """
    notes = {**notes}
    begun: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> None:
        begun.append((status, headers))

    parts = application(
        environ_of(address, host=host, scheme=scheme)
        | {"briefings.at": at, "briefings.period": of_period, "briefings.answer": notes},
        start_response,
    )
    try:
        body = b"".join(parts)
    finally:
        if close := getattr(parts, "close", None):
            close()
    status, headers = begun[-1]
    return Answer(int(status[:3]), headers, body, notes=notes)


def environ_of(address: Address, *, host: str, scheme: str) -> Environ:
    """The question of a stranger who says nothing beside it."""
    name, _, port = host.partition(":")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": address.path,
        "QUERY_STRING": address.query,
        "SERVER_NAME": name,
        "SERVER_PORT": port or ("443" if scheme == "https" else "80"),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": host,
        # What a trusted proxy says; nobody asks for it where none is trusted.
        "HTTP_X_FORWARDED_PROTO": scheme,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


NAMES = {
    name: f"HTTP_{name.upper().replace('-', '_')}"
    for name in (
        *("host", "x-forwarded-proto", "accept-encoding"),
        *("if-match", "if-none-match", "if-modified-since", "if-unmodified-since"),
    )
}


class EnvironHeaders:
    """The headers of a request that the door asks for, by their names in small letters, as WSGI has them."""

    def __init__(self, environ: Environ) -> None:
        self._environ = environ

    def get(self, name: str, /) -> str | None:
        return self._environ.get(NAMES[name])
