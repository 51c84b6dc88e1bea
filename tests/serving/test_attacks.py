"""Strangers who mean harm, against the site as `serve` runs it: readers are answered all the while."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.serving.servers import LOGIN, asked, free_port, head

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parent.parent.parent
MANY = 200
SOON = 5
"""Seconds in which a reader is answered, on a busy machine too; before, they waited for minutes."""
TOKEN = "t" * 32


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Port, data folder and address of the largest static file of a site that `serve` runs with one worker."""
    data, port = tmp_path_factory.mktemp("site"), free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(data),
        "SECRET_KEY": "the key of a site that is attacked, and long enough for one",
        "ALLOWED_HOSTS": "127.0.0.1,news.example",
    }
    manage = [sys.executable, "manage.py"]
    subprocess.run([*manage, "migrate", "--verbosity=0"], cwd=ROOT, env=environment, check=True)
    serve = [*manage, "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(serve, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, process=process)
            largest = max((data / "static").rglob("*.js"), key=lambda path: path.stat().st_size)
            yield port, data, f"/static/{largest.relative_to(data / 'static')}"
        finally:
            process.send_signal(signal.SIGTERM)


def _wait_for(port: int, *, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise AssertionError(f"The server did not start, exit code {process.poll()}.")


@pytest.fixture
def attack(site):
    """Opens `MANY` connections that send something and read nothing."""
    with ExitStack() as opened:

        def begin(sent: bytes) -> None:
            for _ in range(MANY):
                client = opened.enter_context(socket.socket())
                client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                client.connect(("127.0.0.1", site[0]))
                client.sendall(sent)
            time.sleep(1)

        yield begin


def assert_readers_are_answered(port: int) -> None:
    for path, status in [("/", 200), ("/nothing-here/", 404), ("/robots.txt", 200)] * 5:
        begun = time.monotonic()
        answer, body = asked(port, path, timeout=SOON)
        assert answer.status == status, body
        assert time.monotonic() - begun < SOON


HALF_A_LOGIN = head("POST", LOGIN, "Content-Length: 5000") + b"login=mira"
HALF_A_HEAD = head("GET", "/")[:-2] + b"X-Half: "


@pytest.mark.parametrize("sent", [HALF_A_LOGIN, HALF_A_HEAD, b""], ids=["half a login", "half a head", "nothing"])
def test_readers_are_answered_while_many_clients_send_no_whole_request(site, attack, sent):
    attack(sent)

    assert_readers_are_answered(site[0])


def test_readers_are_answered_while_many_clients_do_not_read(site, attack):
    attack(head("GET", site[2]) * 20)
    attack(HALF_A_LOGIN)

    assert_readers_are_answered(site[0])


def test_readers_are_answered_while_logins_wait_for_a_locked_database(site, attack):
    port, data, _ = site
    login = f"login=mira&password=wrong&csrfmiddlewaretoken={TOKEN}".encode()
    lines = [f"Cookie: csrftoken={TOKEN}", "Content-Type: application/x-www-form-urlencoded"]
    lock = sqlite3.connect(data / "briefings.sqlite3", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    try:
        attack(head("POST", LOGIN, *lines, f"Content-Length: {len(login)}") + login)

        assert_readers_are_answered(port)
    finally:
        lock.execute("ROLLBACK")
        lock.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone gives up clients that take nothing.")
def test_a_client_that_takes_nothing_is_let_go(site):
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(("127.0.0.1", site[0]))
        client.sendall(head("GET", site[2]) * MANY)
        time.sleep(45)

        assert bytes_until_it_ends(client) < MANY * len(asked(site[0], site[2])[1])


def bytes_until_it_ends(client: socket.socket) -> int:
    received = 0
    with suppress(ConnectionError):
        while piece := client.recv(1_000_000):
            received += len(piece)
    return received


def test_no_source_map_is_collected(site):
    files = [path.name for path in (site[1] / "static").rglob("*") if re.search(r"\.map\b", path.name)]

    assert files == []
