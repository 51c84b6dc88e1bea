"""What any stranger can cause as often as they like writes no line of the log."""

import logging

import pytest
from django.test import Client

from config.log_lines import Lines

STRANGERS = {
    "an unknown address": lambda client: client.get("/nowhere/"),
    "an unknown briefing": lambda client: client.get("/briefings/nowhere/"),
    "something sent to a public address": lambda client: client.post("/", {"a": "b"}),
    "another host": lambda client: client.get("/", HTTP_HOST="evil.example"),
    "too much for the login": lambda client: client.post("/admin/login/", {"login": "x" * 9_000}),
    "no token": lambda client: client.post("/admin/login/", {"login": "x"}),
    "too many fields": lambda client: client.post("/admin/paste/", {f"f{n}": "" for n in range(20_001)}),
}


@pytest.fixture
def lines(monkeypatch, settings):
    """What is written to standard error from now on by what the site's settings say."""
    written = []

    def emit(handler: logging.Handler, record: logging.LogRecord) -> None:
        if handler.name in settings.LOGGING["handlers"]:  # and not what the test run itself listens by
            written.append(handler.format(record))

    monkeypatch.setattr(logging.StreamHandler, "emit", emit)
    return written


@pytest.mark.django_db
@pytest.mark.parametrize("what", STRANGERS)
def test_strangers_fill_no_log(lines, what):
    answer = STRANGERS[what](Client(enforce_csrf_checks=True))

    assert 400 <= answer.status_code < 500
    assert lines == []


@pytest.mark.django_db
def test_a_fault_of_ours_is_a_line_with_its_traceback(lines, monkeypatch):
    monkeypatch.setattr("briefings.views.pages.listings.front", lambda *_, **__: 1 / 0)

    Client(raise_request_exception=False).get("/")

    assert len(lines) == 1
    assert "Internal Server Error: /" in lines[0]
    assert "ZeroDivisionError" in lines[0]


@pytest.mark.django_db
def test_the_secret_of_a_link_to_a_draft_stands_in_no_line(lines, monkeypatch):
    monkeypatch.setattr("briefings.views.draft_links.draft_links.find", lambda *_: 1 / 0)

    Client(raise_request_exception=False).get("/preview/quokka-secret/?read=x")

    assert "Internal Server Error: /preview/…/" in lines[0]
    assert "quokka-secret" not in lines[0]


def test_an_outage_is_one_line_a_minute_however_many_ask(monkeypatch):
    now, written = [0.0], []
    lines = Lines(clock=lambda: now[0])
    monkeypatch.setattr(logging.StreamHandler, "emit", lambda _, record: written.append(lines.format(record)))

    def told(status: int) -> list[str]:
        error = ConnectionError("refused\nand more")
        record = logging.LogRecord("django.request", logging.ERROR, "", 0, "%s", ("/x",), (type(error), error, None))
        record.status_code = status
        written.clear()
        lines.handle(record)
        return list(written)

    assert told(503) == ["Answering 503 since the database does not do its work: ConnectionError: refused"]
    assert told(503) == []
    assert len(told(500)) == 1
    now[0] = 60.0
    assert len(told(503)) == 1
