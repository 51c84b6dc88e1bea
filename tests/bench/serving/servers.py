"""Servers as `manage.py serve` starts them, with the application that is to be measured, and what they take."""

import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefings.management.commands.serve import server_command
from tests.bench.serving.sites import FOLDER, ROOT, Site

START_WITHIN = 60  # seconds
PROC = Path("/proc")
SITE = "config.rsgi:application"
HELPER = b"resource_tracker"
"""A process beside the workers, which does nothing."""


class Server:
    """A server that runs: its port, and what its workers take."""

    def __init__(self, process: subprocess.Popen, port: int) -> None:
        self.process, self.port = process, port
        _wait_for(self)
        self.workers = [pid for pid in _children(process.pid) if HELPER not in (PROC / pid / "cmdline").read_bytes()]

    def cpu(self) -> float:
        """Seconds that the workers have computed, to the microsecond: all threads that run, the system's part too."""
        tasks = [task for pid in self.workers for task in (PROC / pid / "task").iterdir()]
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def pss(self) -> float:
        """MiB of memory of the largest worker; what it shares is counted in part."""
        return max(map(_pss, self.workers))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(
    site: Site, *, application: str = SITE, workers: int = 1, environment: dict[str, str] | None = None
) -> Iterator[Server]:
    """A server of that application in that site."""
    port = free_port()
    command = server_command(application, folder=ROOT, host="127.0.0.1", port=port, workers=workers)
    with started(command, port=port, environment=site.environment(**environment or {})) as server:
        yield server


@contextmanager
def started(command: list[str], *, port: int, environment: dict[str, str]) -> Iterator[Server]:
    with (FOLDER / "servers.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        yield Server(process, port)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=START_WITHIN)


def _wait_for(server: Server) -> None:
    """Until it answers, whatever it answers."""
    deadline = time.monotonic() + START_WITHIN
    while True:
        try:
            with socket.create_connection(("127.0.0.1", server.port), timeout=START_WITHIN) as client:
                client.sendall(b"GET /healthz HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n\r\n")
                if client.recv(1):
                    return
        except ConnectionError:
            pass
        if server.process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"The server did not start: see {FOLDER / 'servers.log'}.")
        time.sleep(0.1)


def _children(pid: int) -> list[str]:
    """Children of a process, whichever of its threads started them."""
    return [child for task in (PROC / str(pid) / "task").iterdir() for child in (task / "children").read_text().split()]


def _pss(pid: str) -> float:
    lines = (PROC / pid / "smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
