"""Server and worker side by side: `python -m briefings.serving.supervisor JSON-of-both-commands`.

The site lives as long as its server: it ends with it, and by its exit code. A worker that ends is started again, after
a pause that grows. Plain Python without Django, for it stays in memory beside the two.
"""

import ctypes
import json
import select
import signal
import socket
import subprocess
import sys
import time

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds before a worker is started again."""
STEADY = 60.0
"""A worker that ran for so long has done well: the next pause is short again."""
WORKER_MAY_TAKE, SERVER_MAY_TAKE = 20.0, 40.0
"""Seconds that each may take to end, before it is killed. A worker finishes the mail that it is sending."""
PR_SET_PDEATHSIG = 1


class Supervisor:
    def __init__(self, server: list[str], worker: list[str]) -> None:
        self._server_command, self._worker_command = server, worker
        self._server: subprocess.Popen | None = None
        self._worker: subprocess.Popen | None = None
        self._began = self._starts_at = 0.0
        self._pause = FIRST_PAUSE
        self._is_stopping = False
        self._woken, self._waker = socket.socketpair()
        for end in (self._woken, self._waker):
            end.settimeout(0)  # neither ever waits

    def run(self) -> int:
        """Start both, and return the exit code of the server once nothing runs any more."""
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        signal.signal(signal.SIGCHLD, lambda *_: None)  # wakes up `_wait`
        self._server = _started(self._server_command)
        self._start_worker()
        while self._server.poll() is None and not self._is_stopping:
            self._tend_worker()
            self._wait()
        return self._end()

    def _start_worker(self) -> None:
        self._worker, self._began = _started(self._worker_command), time.monotonic()

    def _tend_worker(self) -> None:
        """Start the worker again where its pause is over; notice that it has ended."""
        now = time.monotonic()
        if self._worker is not None and self._worker.poll() is not None:
            if now - self._began >= STEADY:
                self._pause = FIRST_PAUSE
            _say(f"The worker ended (exit code {self._worker.returncode}) and starts again in {self._pause:g} s.")
            self._worker, self._starts_at = None, now + self._pause
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
        elif self._worker is None and now >= self._starts_at:
            self._start_worker()

    def _wait(self) -> None:
        """Until a signal comes, a process ends, or a worker is to be started."""
        timeout = None if self._worker else max(0.0, self._starts_at - time.monotonic())
        if select.select([self._woken], [], [], timeout)[0]:
            self._woken.recv(4096)

    def _stop(self, *_: object) -> None:
        self._is_stopping = True

    def _end(self) -> int:
        for process in (self._worker, self._server):
            if process is not None and process.poll() is None:
                process.terminate()
        _wait_or_kill(self._worker, seconds=WORKER_MAY_TAKE)
        code = _wait_or_kill(self._server, seconds=SERVER_MAY_TAKE)
        return code if code >= 0 else 128 - code


def _started(command: list[str]) -> subprocess.Popen:
    # One thread runs here, so that what is done between fork and exec cannot meet a lock of another.
    return subprocess.Popen(command, preexec_fn=_end_with_parent)


def _end_with_parent() -> None:
    """On Linux the system stops a child whose parent was killed: nothing is left behind that holds the port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _wait_or_kill(process: subprocess.Popen | None, *, seconds: float) -> int:
    if process is None:
        return 0
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    commands = json.loads(sys.argv[1])
    sys.exit(Supervisor(commands["server"], commands["worker"]).run())
