"""`manage.py serve`: the site on the production server."""

import os
import socket
import sys

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser, call_command

THREADS = "4"  # a worker's threads: while one waits for the database, others answer
LAST_PORT = 65_535
STOP_AFTER = "30"  # seconds that a worker may take to finish its answers


class Command(BaseCommand):
    help = "Serve the site with its static files. Stop it with Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="server processes")

    def handle(self, *, host: str, port: int, workers: int, **_options: object) -> None:
        if workers < 1:
            raise CommandError(f"--workers is {workers}. Give at least 1.")
        if not 1 <= port <= LAST_PORT:
            raise CommandError(f"--port is {port}. Give a number from 1 to {LAST_PORT}.")
        _refuse_taken(host, port=port)
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write(f"Serving at http://{host}:{port}/")
        self.stdout.flush()
        command = [
            *(sys.executable, "-m", "granian", "config.wsgi:application"),
            *("--interface", "wsgi", "--no-ws", "--working-dir", str(settings.BASE_DIR)),
            *("--host", host, "--port", str(port)),
            *("--workers", str(workers), "--blocking-threads", THREADS),
            *("--respawn-failed-workers", "--workers-kill-timeout", STOP_AFTER),
            *("--log-level", "warning"),
        ]
        os.execve(sys.executable, command, _environment_of_server())


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


def _environment_of_server() -> dict[str, str]:
    """The environment with its secrets: each worker reads the settings anew and removes them from its own."""
    secrets = dict(settings.SECRETS_OF_ENVIRONMENT)
    secrets.pop("BRIEFINGS_PASSWORD", None)
    return os.environ | secrets
