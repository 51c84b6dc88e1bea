"""Clients that take nothing of what was sent to them are let go by the system."""

import asyncio
import os
import socket
from pathlib import Path

PATIENCE = 30_000
"""Milliseconds in which a client takes something, however little."""
OPEN_FILES = Path("/proc/self/fd")
INTERNET = (socket.AF_INET, socket.AF_INET6)


def let_go_of_idle_readers(loop: asyncio.AbstractEventLoop) -> None:
    """From the moment at which `loop` runs, when the server listens. Linux alone can do it.

    The server offers no such limit and keeps its sockets to itself; but what is set on a socket that listens, those
    that it accepts inherit.
    """
    if OPEN_FILES.is_dir() and hasattr(socket, "TCP_USER_TIMEOUT"):
        loop.call_soon(_set_patience)


def _set_patience() -> None:
    for path in [path for path in OPEN_FILES.iterdir() if path.is_socket()]:
        with socket.socket(fileno=os.dup(int(path.name))) as found:
            if found.family in INTERNET and found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, PATIENCE)
