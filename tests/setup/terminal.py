"""Somebody at a terminal: a program that is asked for passwords and stopped by Ctrl-C as a person would."""

import codecs
import contextlib
import fcntl
import os
import pty
import select
import signal
import subprocess
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

WITHIN = 60  # seconds


class Terminal:
    def __init__(self, master: int, process: subprocess.Popen) -> None:
        self.process = process
        self._master = master
        self._decoder = codecs.getincrementaldecoder("utf-8")()  # a letter may come in two reads
        self.shown = ""
        self._read_to = 0  # what stands before was answered

    def answer(self, prompt: str, typed: str) -> None:
        """Wait for `prompt` and type; `typed` as it is, so with its line's end."""
        self._wait(lambda: prompt in self.shown[self._read_to :], prompt)
        self._read_to = self.shown.index(prompt, self._read_to) + len(prompt)
        os.write(self._master, typed.encode())

    def interrupt(self, prompt: str) -> None:
        """Wait for `prompt` and press Ctrl-C a moment later; once more, if the program did not read by then."""
        self.answer(prompt, "")
        time.sleep(0.3)  # a key that comes between the prompt and the reading is lost, as Python reads
        os.write(self._master, b"\x03")
        deadline = time.monotonic() + WITHIN / 6
        while self._read():
            if time.monotonic() > deadline:
                os.write(self._master, b"\x03")
                return

    def end(self) -> int:
        """The exit code, after everything was shown."""
        deadline = time.monotonic() + WITHIN
        while self._read():
            assert time.monotonic() < deadline, self.shown
        return self.process.wait(timeout=WITHIN)

    def _wait(self, is_there: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + WITHIN
        while not is_there():
            has_more = self._read()
            assert has_more, (what, self.shown)
            assert time.monotonic() < deadline, (what, self.shown)

    def _read(self) -> bool:
        if not select.select([self._master], [], [], 0.05)[0]:
            return self.process.poll() is None
        try:
            read = os.read(self._master, 10_000)
        except OSError:  # what a terminal says when its last program has gone
            return False
        self.shown += self._decoder.decode(read).replace("\r", "")
        return bool(read)


def _sit_down() -> None:
    """In the new process: passwords are read from its own terminal, and Ctrl-C counts although a suite that runs in the
    background hands on that it does not.
    """
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextlib.contextmanager
def terminal(command: list[str], *, folder: Path, environment: dict[str, str]) -> Iterator[Terminal]:
    master, slave = pty.openpty()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        preexec_fn=_sit_down,
    )
    os.close(slave)
    try:
        yield Terminal(master, process)
    finally:
        process.kill()
        process.wait()
        os.close(master)
