"""A mail about an error, from a site that runs to a mail server that listens."""

import socket
import sqlite3
import threading
from contextlib import closing

import pytest

from tests.bad_days.sites import WITH_DATABASES_OF_THEIR_OWN, Site

pytestmark = [pytest.mark.slow, WITH_DATABASES_OF_THEIR_OWN]


class MailServer(threading.Thread):
    """Takes mails one after another, as RFC 5321 has it, and keeps their texts."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"smtp://127.0.0.1:{self.socket.getsockname()[1]}"
        self.mails: list[str] = []
        self.arrived = threading.Event()

    def run(self) -> None:
        while True:
            try:
                client, _ = self.socket.accept()
            except OSError:
                return
            with client, client.makefile("rw", newline="\r\n", encoding="utf-8") as lines:
                self._talk(lines)

    def _talk(self, lines) -> None:
        def say(word: str) -> None:
            lines.write(f"{word}\n")
            lines.flush()

        say("220 here")
        while line := lines.readline():
            if line.upper().startswith("DATA"):
                say("354 go on")
                self.mails.append("".join(iter(lines.readline, ".\r\n")))
                self.arrived.set()
            say("221 bye" if line.upper().startswith("QUIT") else "250 ok")


def test_an_error_of_a_site_that_runs_arrives_once(tmp_path):
    server = MailServer()
    server.start()
    data = tmp_path / "data"
    data.mkdir()
    site = Site(data)
    site.environment |= {"ERROR_MAIL": "desk@news.example", "EMAIL_URL": server.url}
    site.make()
    with closing(sqlite3.connect(data / "briefings.sqlite3")) as database:
        database.execute("ALTER TABLE briefings_publishedtopic RENAME TO gone")
    site.start()
    try:
        statuses = [site.browser().get(f"/?quokka={number}").status for number in range(3)]
        assert server.arrived.wait(20)
    finally:
        site.stop()
        server.socket.close()

    assert statuses == [500, 500, 500]
    (mail,) = server.mails
    assert "To: desk@news.example" in mail
    assert "OperationalError in " in mail
    assert "Status: 500" in mail
    assert "quokka" not in mail
    assert "publishedtopic" not in mail
