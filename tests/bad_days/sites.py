"""A site that `manage.py serve` runs on a database and a disk of its own, and browsers that speak to it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests.desk.sheets import Fields, fields_of
from tests.serving.servers import free_port

ROOT = Path(__file__).resolve().parent.parent.parent
WITH_DATABASES_OF_THEIR_OWN = pytest.mark.skipif(
    os.environ.get("SUITE_ON") == "postgresql", reason="it brings its own databases, and is run once"
)
PASSWORD = "correct horse battery"
MAKES_A_BRIEFING = """
from briefings import workflow
from tests.making import make_draft
workflow.publish(make_draft('quokka').briefing, by=None)
"""


@dataclass(frozen=True)
class Page:
    """What a browser got; `headers` by their names in small letters."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()


def _by_small_names(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers}


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: object) -> None:
        return None


class Browser:
    """Keeps its cookies, follows no redirect, and waits for an answer for as long as a person might."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()), _Stay())

    def get(self, path: str, *, timeout: float = 90) -> Page:
        return self._asked(urllib.request.Request(self.address + path), timeout=timeout)

    def post(self, path: str, fields: Fields, *, timeout: float = 90) -> Page:
        body = urllib.parse.urlencode(fields).encode()
        headers = {"Origin": self.address, "Referer": self.address + path}
        return self._asked(urllib.request.Request(self.address + path, body, headers), timeout=timeout)

    def log_in(self, name: str) -> None:
        fields = fields_of(self.get("/admin/login/"), "")
        answer = self.post("/admin/login/", fields | {"login": name, "password": PASSWORD})
        assert answer.status == 302, answer.text

    def _asked(self, request: urllib.request.Request, *, timeout: float) -> Page:
        try:
            with self._opener.open(request, timeout=timeout) as answer:
                return Page(answer.status, _by_small_names(answer.headers.items()), answer.read())
        except urllib.error.HTTPError as answer:
            return Page(answer.code, _by_small_names(answer.headers.items()), answer.read())


class Site:
    """`data` is its data folder; `database` a DATABASE_URL, "" for SQLite in the folder."""

    def __init__(self, data: Path, database: str = "") -> None:
        self.data = data
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = data.with_name(f"{data.name}.log")
        self.process: subprocess.Popen | None = None
        self.environment = {
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(data),
            "SECRET_KEY": "the key of a site that has bad days, and long enough for one",
            "ALLOWED_HOSTS": "127.0.0.1",
            "SITE_URL": self.address,
            "BRIEFINGS_PASSWORD": PASSWORD,
            **({"DATABASE_URL": database} if database else {}),
        }

    def manage(self, *arguments: str, code: str = "", check: bool = True) -> subprocess.CompletedProcess:
        words = [*arguments, *(["shell", "--verbosity=0", "-c", code] if code else [])]
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=check, timeout=120
        )

    def make(self) -> None:
        """Migrated, with Mira and one published briefing, “quokka”."""
        self.manage("migrate", "--verbosity=0")
        self.manage("add_staff", "mira", "--role", "chief")
        self.manage(code=MAKES_A_BRIEFING)

    def start(self) -> None:
        command = [sys.executable, "manage.py", "serve", "--port", str(self.port), "--workers", "1"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + 120
        while self.process and self.process.poll() is None and time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.2)
        raise AssertionError(f"The site did not start:\n{self.log.read_text()}")

    def stop(self, number: int = signal.SIGTERM) -> None:
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, number)
            self.process.wait(timeout=60)

    def browser(self) -> Browser:
        return Browser(self.address)
