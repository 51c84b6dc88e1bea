"""`manage.py serve`: the production server, started for real."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).resolve().parent.parent
KEY = "the word that no request may carry, and long enough for a key"


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(data_dir),
        "SECRET_KEY": KEY,
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "BRIEFINGS_PASSWORD": KEY,
        "DATABASE_URL": f"sqlite:///{data_dir / 'named.sqlite3'}",
        **more,
    }


def command(port: int) -> list[str]:
    return [sys.executable, "manage.py", "serve", "--port", str(port), "--workers", "1"]


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def read(address: str, *, process: subprocess.Popen) -> bytes:
    deadline = time.monotonic() + 90
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                return response.read()
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"The server did not answer, exit code {process.poll()}.")


def test_no_request_carries_a_secret(port, tmp_path):
    process = subprocess.Popen(
        command(port),
        cwd=ROOT,
        env=environment(tmp_path, DJANGO_SETTINGS_MODULE="tests.support.request_echo"),
        stdout=subprocess.DEVNULL,
    )
    try:
        carried = json.loads(read(f"http://127.0.0.1:{port}/", process=process))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=40)

    assert carried["request"]["REQUEST_METHOD"] == "GET"
    assert KEY not in json.dumps(carried)
    assert "named.sqlite3" not in json.dumps(carried)
    assert (tmp_path / "static" / "staticfiles.json").is_file()
    assert list((tmp_path / "static").rglob("*.gz"))
    assert not list((tmp_path / "static").rglob("*.br"))  # half a minute of every first start


@pytest.fixture
def refused(monkeypatch) -> Callable[..., str]:
    """The sentence with which `serve` refuses, before anything is begun."""

    def never(*begun: object) -> None:
        raise AssertionError("It was not refused.")

    monkeypatch.setattr(os, "execve", never)

    def run(*arguments: str) -> str:
        with pytest.raises(CommandError) as refusal:
            call_command("serve", *arguments)
        return str(refusal.value)

    return run


@pytest.mark.parametrize(
    ("argument", "sentence"), [("--port=99999", "--port is 99999."), ("--workers=0", "--workers is 0.")]
)
def test_an_impossible_number_is_refused_with_a_sentence(refused, argument, sentence):
    assert refused(argument).startswith(f"{sentence} Give ")


def test_a_taken_port_is_refused_with_a_sentence(refused):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert refused(f"--port={port}") == (
            f"Cannot serve at 127.0.0.1, port {port}: Address already in use. Choose another --port or --host."
        )
