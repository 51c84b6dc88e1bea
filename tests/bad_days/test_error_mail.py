"""Errors reach an address: which one, where and how often, and no word that an editor or a reader sent."""

import logging
import sys
import threading

import pytest
from django.core import mail
from django.db import OperationalError
from django.test import Client

from config.error_mail import LONGEST_PAUSE, MOST_KINDS, SHORTEST_PAUSE, ErrorMail
from tests.bad_days.test_outages import stop


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def handler(settings, now):
    settings.ERROR_MAIL = "desk@news.example"
    return ErrorMail(clock=lambda: now[0])


def sent():
    for thread in threading.enumerate():
        if thread.name == "error-mail":
            thread.join(10)
    return mail.outbox


def record(error: Exception) -> logging.LogRecord:
    try:
        raise error
    except type(error):
        return logging.LogRecord("django.request", logging.ERROR, "", 0, "%s", ("/x",), sys.exc_info())


def test_the_same_error_is_told_once_in_a_pause_that_grows_and_then_with_how_often_it_came(handler, now):
    for second in range(0, 200, 10):
        now[0] = float(second)
        handler.handle(record(ValueError("secret")))

    times = [line.split()[-1] for one in sent() for line in one.body.splitlines() if line.startswith("Times")]
    assert times == ["1", "6", "12"]


def test_an_error_that_stayed_away_is_a_new_one(handler, now):
    handler.handle(record(ValueError()))
    now[0] = SHORTEST_PAUSE + LONGEST_PAUSE
    handler.handle(record(ValueError()))
    now[0] += SHORTEST_PAUSE
    handler.handle(record(ValueError()))

    assert len(sent()) == 3


def test_another_error_does_not_wait(handler):
    handler.handle(record(ValueError()))
    handler.handle(record(KeyError()))

    assert len(sent()) == 2


def test_many_kinds_of_errors_are_no_flood_and_take_no_memory(handler):
    for number in range(MOST_KINDS + 10):
        handler.handle(record(type(f"Error{number}", (Exception,), {})()))

    assert len(sent()) == MOST_KINDS


def test_a_mail_server_that_refuses_is_a_line_of_the_log_and_no_more(handler, monkeypatch, caplog):
    def refuse(*_args: object) -> None:
        raise ConnectionRefusedError("mail.inside")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    caplog.set_level(logging.WARNING, logger="briefings")

    handler.handle(record(ValueError()))
    sent()

    assert {one.getMessage() for one in caplog.records} == {
        "A mail about an error could not be sent: ConnectionRefusedError"
    }


@pytest.fixture
def told(settings, monkeypatch):
    """The site's own handler, as its settings hang it in."""
    settings.ERROR_MAIL = "desk@news.example"
    (own,) = [one for one in logging.getLogger("django.request").handlers if isinstance(one, ErrorMail)]
    monkeypatch.setattr(own, "_pauses", {})
    return sent


@pytest.mark.django_db
def test_a_500_is_mailed_without_what_was_sent_typed_or_read(told, monkeypatch, at_desk):
    client = at_desk("mira", "chief")
    client.raise_request_exception = False

    def fail(*_args: object, **_more: object) -> None:
        embargoed = "the quokka treaty"
        try:
            raise ValueError(embargoed)
        except ValueError as error:
            raise KeyError(f"no {embargoed}") from error

    monkeypatch.setattr("briefings.admin.briefings.views.PostedForm", fail)
    answer = client.post(
        "/admin/briefings/draft/add/?seen=quokka", {"headline": "the quokka treaty"}, HTTP_REFERER="http://quokka/"
    )

    assert answer.status_code == 500
    (message,) = told()
    assert message.to == [message.from_email] == ["desk@news.example"]
    assert message.subject.startswith("[Test Briefings] KeyError in fail, line ")
    whole = f"{message.subject}\n{message.message()}"
    assert "Asked for: POST admin/briefings/draft/add/" in whole
    assert "\nValueError" in whole
    for word in ("quokka", "treaty", client.cookies["sessionid"].value, "mira", "headline"):
        assert word not in whole


@pytest.mark.django_db
def test_a_database_that_is_away_is_mailed_once(told, monkeypatch):
    stop(monkeypatch)

    for _ in range(3):
        Client(raise_request_exception=False).get("/")

    (message,) = told()
    assert "Status: 503" in message.body
    assert OperationalError.__name__ in message.subject


@pytest.mark.django_db
def test_without_an_address_nobody_is_told(told, settings, monkeypatch):
    settings.ERROR_MAIL = ""
    monkeypatch.setattr("briefings.views.pages.listings.front", lambda *_: 1 / 0)

    assert Client(raise_request_exception=False).get("/").status_code == 500
    assert told() == []


@pytest.mark.django_db
def test_nobody_is_told_of_what_is_not_there(told, client):
    client.get("/nowhere/")

    assert told() == []
