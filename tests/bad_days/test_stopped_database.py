"""PostgreSQL is stopped, or hangs, and comes back: readers are told to come back, and no editor loses a word."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tests import postgres
from tests.bad_days.editing import MINE, assert_saved, assert_text_is_back, opened
from tests.bad_days.sites import WITH_DATABASES_OF_THEIR_OWN, Site
from tests.desk.sheets import fields_of

pytestmark = [pytest.mark.slow, WITH_DATABASES_OF_THEIR_OWN]
AWAY = "The site’s database does not answer at the moment."
INSIDE = ("psycopg", "Traceback", "5432", "password", "127.0.0.1", "OperationalError")


class Server:
    """The process of a PostgreSQL server that can be stopped and started."""

    def __init__(self, url: str) -> None:
        self.url = url
        with psycopg.connect(url) as asked:
            (lines,) = asked.execute("SELECT pg_read_file('postmaster.pid')").fetchone()
        self.pid = int(lines.splitlines()[0])
        self.command = [word for word in Path(f"/proc/{self.pid}/cmdline").read_text().split("\0") if word]
        self.folder = Path(lines.splitlines()[1])
        self.other: subprocess.Popen | None = None

    def stop(self) -> None:
        """At once, whoever is connected."""
        os.kill(self.pid, signal.SIGINT)
        deadline = time.monotonic() + 30
        while (self.folder / "postmaster.pid").exists() and time.monotonic() < deadline:
            time.sleep(0.1)

    def start(self) -> None:
        self.other = subprocess.Popen(
            self.command,
            cwd=self.folder.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **postgres._owner_that_is_not_root(),
        )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                psycopg.connect(self.url).close()
            except psycopg.OperationalError:
                time.sleep(0.2)
            else:
                return
        raise AssertionError("PostgreSQL did not come back.")

    def hang(self, number: int = signal.SIGSTOP) -> None:
        """All of its processes, those of connections too; with SIGCONT they go on."""
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.pid)], capture_output=True, text=True, check=True
        )
        for pid in (self.pid, *map(int, children.stdout.split())):
            os.kill(pid, number)


@contextmanager
def serving() -> Iterator[Server]:
    with postgres.server() as url:
        server = Server(url)
        try:
            yield server
        finally:
            if server.other:
                server.other.send_signal(signal.SIGINT)
                server.other.wait(30)


@pytest.fixture
def site_and_server(open_site, tmp_path) -> Iterator[tuple[Site, Server]]:
    data = tmp_path / "data"
    data.mkdir()
    with serving() as server:
        site = open_site(data, server.url)
        yield site, server
        site.stop()


def test_a_database_that_is_stopped_and_comes_back(site_and_server):
    site, server = site_and_server
    mira, reader = site.browser(), site.browser()
    mira.log_in("mira")
    where, fields = opened(mira)
    assert reader.get("/briefings/quokka/").status == 200
    server.stop()

    pages = [reader.get(path) for path in ("/", "/briefings/quokka/", "/feeds/rss.xml", "/nowhere/")]
    refused = mira.post(where, fields)
    ready = reader.get("/readyz")

    assert [(page.status, page.headers["retry-after"]) for page in pages] == [(503, "30")] * 4
    assert_text_is_back(refused, AWAY)
    assert (ready.status, ready.text.splitlines()[0]) == (503, "not ready: the database does not answer")
    for page in (*pages, refused, ready):
        assert not [word for word in INSIDE if word in page.text.replace(site.address, "")]
    lines = [line for line in site.log.read_text().splitlines() if "Answering 503" in line]
    assert len(lines) == 1

    server.start()
    assert reader.get("/briefings/quokka/").status == 200
    assert reader.get("/readyz").text.startswith("ready\n")
    assert_saved(mira, where, refused)
    assert site.manage("verify_log").stdout.startswith("The log is whole")


def test_a_database_that_hangs_and_goes_on(site_and_server):
    """Nothing tells a server that hangs from one that is slow: whoever waits is let go, and comes again."""
    site, server = site_and_server
    mira, reader = site.browser(), site.browser()
    mira.log_in("mira")
    where, fields = opened(mira)
    assert reader.get("/briefings/quokka/").status == 200
    server.hang()
    with ThreadPoolExecutor(1) as threads:
        saving = threads.submit(mira.post, where, fields)
        first, second, waited = _asked_twice(reader)
        refused = saving.result()
        server.hang(signal.SIGCONT)
    assert (first.status, first.headers["retry-after"]) == (503, "5")
    assert waited < 30
    assert second.status == 503
    deadline = time.monotonic() + 30
    while reader.get("/briefings/quokka/").status != 200 and time.monotonic() < deadline:
        time.sleep(0.5)
    assert reader.get("/?fresh=3").status == 200
    assert refused.status == 503
    assert "Load this page again in a few seconds: your browser then sends once more what you typed" in refused.text
    again = mira.post(where, fields)  # as a browser does that loads the page again
    assert again.status == 302
    assert fields_of(mira.get(where))["lede"].replace("\r\n", "\n") == MINE


def _asked_twice(reader):
    begun = time.monotonic()
    first = reader.get("/?fresh=1")
    waited = time.monotonic() - begun
    return first, reader.get("/?fresh=2"), waited
