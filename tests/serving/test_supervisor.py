"""Server and worker side by side, as real processes: what happens to the one when the other ends, or is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefings.serving import supervisor
from tests.bad_days.sites import WITH_DATABASES_OF_THEIR_OWN, Site

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
STAYS = """
import os, pathlib, signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: sys.exit(int(sys.argv[2])))
with open(sys.argv[1], "a") as file:
    file.write(f"{os.getpid()}\\n")
while True:
    time.sleep(0.05)
"""
ENDS = "raise SystemExit(3)"


def eventually(is_so: Callable[[], object], *, why: object = "") -> None:
    deadline = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < deadline, why
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2][:3]
    except OSError:
        return False


class Pair:
    """A server that ends with exit code 7 when it is told to, and a worker; each notes the ids of its processes."""

    def __init__(self, folder: Path, *, worker: str = STAYS, server: str = STAYS) -> None:
        self.files = {"server": folder / "server", "worker": folder / "worker"}
        commands = {
            "server": [sys.executable, "-c", server, str(self.files["server"]), "7"],
            "worker": [sys.executable, "-c", worker, str(self.files["worker"]), "0"],
        }
        command = [sys.executable, "-P", supervisor.__file__, json.dumps(commands)]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def ids(self, which: str) -> list[int]:
        file = self.files[which]
        return [int(line) for line in file.read_text().split()] if file.exists() else []

    def begun(self) -> "Pair":
        eventually(lambda: self.ids("server") and self.ids("worker"))
        return self


@pytest.fixture
def pair(tmp_path) -> Iterator[Callable[..., Pair]]:
    pairs = []

    def make(**more: str) -> Pair:
        pairs.append(Pair(tmp_path, **more))
        return pairs[-1]

    yield make
    for one in pairs:
        one.process.kill()
        for pid in filter(is_alive, one.ids("server") + one.ids("worker")):
            os.kill(pid, signal.SIGKILL)
        one.process.communicate()


def test_a_worker_that_is_killed_is_started_again_and_the_server_goes_on(pair):
    both = pair().begun()
    (server,), (worker,) = both.ids("server"), both.ids("worker")

    os.kill(worker, signal.SIGKILL)

    eventually(lambda: len(both.ids("worker")) == 2)
    assert both.ids("server") == [server]
    assert is_alive(server)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_ends_both_with_the_servers_exit_code(pair, number):
    both = pair().begun()

    both.process.send_signal(number)

    assert both.process.wait(timeout=30) == 7
    assert not any(map(is_alive, both.ids("server") + both.ids("worker")))


def test_a_server_that_ends_ends_the_worker_too(pair):
    both = pair(server="raise SystemExit(5)")

    assert both.process.wait(timeout=30) == 5
    assert not any(map(is_alive, both.ids("worker")))


@ON_LINUX
def test_killed_itself_it_leaves_no_process_behind(pair):
    both = pair().begun()

    both.process.kill()

    eventually(lambda: not any(map(is_alive, both.ids("server") + both.ids("worker"))))


def test_a_worker_that_ends_again_and_again_is_started_after_pauses_that_grow(pair):
    both = pair(worker=ENDS)

    lines = [both.process.stderr.readline() for _time in range(2)]

    assert lines == [f"The worker ended (exit code 3) and starts again in {seconds} s.\n" for seconds in (1, 2)]


@pytest.mark.slow
@WITH_DATABASES_OF_THEIR_OWN
def test_the_site_goes_on_without_its_worker_which_comes_back_and_all_stops_together(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    site = Site(data)
    site.make()
    site.start()
    try:
        browser = site.browser()
        eventually(lambda: "worker: at work" in browser.get("/readyz").text)
        (worker,) = workers_of(site)

        os.kill(worker, signal.SIGKILL)
        assert browser.get("/briefings/quokka/").status == 200
        eventually(lambda: [one for one in workers_of(site) if one != worker], why=site.log.read_text())
        (worker,) = workers_of(site)

        site.process.send_signal(signal.SIGTERM)
        assert site.process.wait(timeout=40) == 0
        assert not is_alive(worker)
    finally:
        site.stop(signal.SIGKILL)


def workers_of(site: Site) -> list[int]:
    """The ids of the site's workers, by the system's own list of processes."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(maxsplit=2) for line in listed.splitlines()[1:]]
    return [int(pid) for pid, parent, args in rows if int(parent) == site.process.pid and args.endswith(" work")]
