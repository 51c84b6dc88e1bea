"""A mail server that listens: it takes mails as RFC 5321 has it, or says what a test wants it to say."""

import contextlib
import email
import email.policy
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

HANGS_UP = ""
"""Instead of an answer: the connection is closed."""


@dataclass
class MailServer:
    """`answers` are what it says to a mail that was sent whole, one after another; then it takes every other one.

    `drips` is the answer that comes letter by letter, for seconds. `refuses` says what it answers to a recipient.
    `on_mail` is called with each mail before it is answered.
    """

    answers: list[str] = field(default_factory=list)
    refuses: str = ""
    drips: str = ""
    on_mail: Callable[[], None] | None = None
    mails: list[EmailMessage] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.url = f"smtp://127.0.0.1:{self.port}"
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while True:
            try:
                client, _ = self.socket.accept()
            except OSError:
                return
            with contextlib.suppress(OSError), client, client.makefile("rw", newline="\r\n") as lines:
                self._talk(lines)

    def _talk(self, lines: Any) -> None:
        def say(words: str) -> None:
            for part in words.ljust(30, ".") if words == self.drips else [words]:
                lines.write(part)
                lines.flush()
                time.sleep(0.1 if words == self.drips else 0)
            lines.write("\n")
            lines.flush()

        say("220 here")
        while line := lines.readline():
            match line[:4].upper():
                case "DATA":
                    say("354 go on")
                    self._take("".join(iter(lines.readline, ".\r\n")))
                    answer = self.answers.pop(0) if self.answers else "250 taken"
                    if answer == HANGS_UP:
                        return
                    say(answer)
                case "QUIT":
                    say("221 bye")
                    return
                case "RCPT" if self.refuses:
                    say(self.refuses)
                case _:
                    say("250 ok")

    def _take(self, text: str) -> None:
        self.mails.append(email.message_from_string(text, policy=email.policy.default))
        if self.on_mail:
            self.on_mail()

    def stop(self) -> None:
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


@contextlib.contextmanager
def listening(**more: Any) -> Iterator[MailServer]:
    server = MailServer(**more)
    try:
        yield server
    finally:
        server.stop()
