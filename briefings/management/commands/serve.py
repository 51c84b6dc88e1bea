"""`manage.py serve`: the site on the production server, with the worker beside it."""

import json
import os
import resource
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser, call_command

from briefings.management import static_files

CONNECTIONS = 2_000  # a worker's, of which most read nothing at the moment; beyond them, the next has to wait
FILES = CONNECTIONS + 500
SLOWEST_HEAD = "10000"  # milliseconds for a request's head; whoever sends none for so long is let go
LAST_PORT = 65_535
STOP_AFTER = "30"  # seconds that a worker may take to finish its answers


class Command(BaseCommand):
    help = "Serve the site with its static files, and run its worker. Stop both with Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="server processes")
        parser.add_argument("--only", choices=("web", "work"), help="run the server alone, or the worker alone")

    def handle(self, *, host: str, port: int, workers: int, only: str | None, **_options: object) -> None:
        if only == "work":
            call_command("work")
            return
        if workers < 1:
            raise CommandError(f"--workers is {workers}. Give at least 1.")
        if not 1 <= port <= LAST_PORT:
            raise CommandError(f"--port is {port}. Give a number from 1 to {LAST_PORT}.")
        _refuse_taken(host, port=port)
        _collect_static_files(Path(settings.STATIC_ROOT))
        self.stdout.write(f"Serving at http://{host}:{port}/")
        self.stdout.flush()
        command = server_command(
            "config.rsgi:application", folder=settings.BASE_DIR, host=host, port=port, workers=workers
        )
        _allow_files()
        if only is None:
            command = _beside_worker(command)
        os.execve(sys.executable, command, _environment_of_server())


def server_command(application: str, *, folder: Path, host: str, port: int, workers: int) -> list[str]:
    """What runs the server. The benchmark runs others of its `application`s in the same way."""
    return [
        *(sys.executable, "-m", "granian", application),
        *("--interface", "rsgi", "--no-ws", "--working-dir", str(folder)),
        *("--http", "1", "--http1-header-read-timeout", SLOWEST_HEAD),
        *("--host", host, "--port", str(port)),
        *("--workers", str(workers), "--backpressure", str(CONNECTIONS), "--backlog", "2048"),
        *("--respawn-failed-workers", "--workers-kill-timeout", STOP_AFTER),
        *("--log-level", "warning"),
    ]


def _beside_worker(server: list[str]) -> list[str]:
    """What runs both and takes little room itself. It is asked for in the project's folder, wherever this one was."""
    manage = str(settings.BASE_DIR / "manage.py")
    commands = {"server": server, "worker": [sys.executable, manage, "work"]}
    supervisor = settings.BASE_DIR / "briefings" / "serving" / "supervisor.py"
    return [sys.executable, "-P", str(supervisor), json.dumps(commands)]


def _refuse_taken(host: str, *, port: int) -> None:
    """Refuse a port in use. The server would share it silently, and readers would reach either site."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as refusal:
        raise CommandError(
            f"Cannot serve at {host}, port {port}: {refusal.strerror}. Choose another --port or --host."
        ) from refusal


def _collect_static_files(folder: Path) -> None:
    """Nothing is written where they are those of this release already: the disk may be full."""
    if static_files.are_current(folder):
        return
    try:
        static_files.remove_broken_manifest(folder)
        call_command("collectstatic", interactive=False, verbosity=0)
        _remove_source_maps(folder)
        static_files.note_current(folder)
    except OSError as error:
        raise CommandError(
            f"The static files of this release cannot be written to {folder}: {error.strerror}. Make room there, or "
            "let the site write there, and start again."
        ) from error


def _remove_source_maps(folder: Path) -> None:
    """Of an earlier release, which collected them."""
    for path in folder.rglob("*.map*"):
        path.unlink()


def _allow_files() -> None:
    """A connection is an open file, and many systems give a process a thousand unless it asks for more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if resource.RLIM_INFINITY != soft < FILES:
        wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _environment_of_server() -> dict[str, str]:
    """The environment with its secrets: each worker reads the settings anew and removes them from its own."""
    secrets = dict(settings.SECRETS_OF_ENVIRONMENT)
    secrets.pop("BRIEFINGS_PASSWORD", None)
    return os.environ | secrets
