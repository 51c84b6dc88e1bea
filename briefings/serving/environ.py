"""A request's head as WSGI wants it (PEP 3333)."""

import sys
from io import BytesIO
from typing import Any

VERSIONS = {"1": "HTTP/1.0", "1.1": "HTTP/1.1", "2": "HTTP/2", "3": "HTTP/3"}
CONSTANT = {
    "SCRIPT_NAME": "",
    "SERVER_SOFTWARE": "Granian",
    "wsgi.version": (1, 0),
    "wsgi.errors": sys.stderr,
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
    "wsgi.input_terminated": True,
}
"""Nothing of the process's own environment, unlike with most servers: no request carries what may be secret."""


def environ(scope: Any, headers: Any, *, body: bytes) -> dict[str, Any]:
    """`body` is what was read of it. Its length is what the client announced: where it was too much, Django says so."""
    server, _, port = scope.server.rpartition(":")
    found = CONSTANT | {
        "REQUEST_METHOD": scope.method,
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_PROTOCOL": VERSIONS[scope.http_version],
        "SERVER_NAME": server.strip("[]"),
        "SERVER_PORT": port,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "CONTENT_TYPE": headers.get("content-type", ""),
        "CONTENT_LENGTH": headers.get("content-length", ""),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": BytesIO(body),
    }
    if scope.authority and "host" not in headers:
        found["HTTP_HOST"] = scope.authority
    for name, value in headers.items():
        if name not in ("content-type", "content-length") and "_" not in name:
            key = f"HTTP_{name.upper().replace('-', '_')}"
            found[key] = f"{found[key]}{_between(name)}{value}" if key in found else value
    return found


def _between(name: str) -> str:
    """What stands between the values of a header that came twice."""
    return "; " if name == "cookie" else ","
