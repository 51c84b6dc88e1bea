"""While the database does not do its work, readers get 503 and editors their text back. Nothing tells of the inside."""

import sqlite3

import psycopg
import pytest
from django.db import (
    DatabaseError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    ProgrammingError,
    connection,
    connections,
)
from django.test import Client

from briefings import workflow
from briefings.models import Draft, User
from briefings.outages import Outage, outage_of
from config.databases import LONGEST_LOCK
from tests.bad_days import locks
from tests.desk.sheets import address, fields_of, messages
from tests.making import make_draft

HERE = {"HTTP_ORIGIN": "http://testserver"}
SECRET = "the server db-7.inside refused user briefings"


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def of_sqlite(code: int) -> Exception:
    cause = sqlite3.OperationalError(SECRET)
    cause.sqlite_errorcode = code
    return caused(OperationalError(SECRET), cause)


def of_postgresql(state: str, error: type[Exception] = OperationalError) -> Exception:
    cause = psycopg.errors.lookup(state)(SECRET) if state else psycopg.OperationalError(SECRET)
    return caused(error(SECRET), cause)


@pytest.mark.parametrize(
    ("error", "outage"),
    [
        (of_sqlite(sqlite3.SQLITE_BUSY), Outage.LOCKED),
        (of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), Outage.LOCKED),
        (of_sqlite(sqlite3.SQLITE_FULL), Outage.UNWRITABLE),
        (of_sqlite(sqlite3.SQLITE_READONLY_DIRECTORY), Outage.UNWRITABLE),
        (of_sqlite(sqlite3.SQLITE_IOERR_WRITE), Outage.UNWRITABLE),
        (of_sqlite(sqlite3.SQLITE_CANTOPEN), Outage.AWAY),
        (of_postgresql(""), Outage.AWAY),
        (of_postgresql("57P01"), Outage.AWAY),
        (of_postgresql("55P03"), Outage.LOCKED),
        (of_postgresql("53100"), Outage.UNWRITABLE),
        (of_postgresql("25006", DatabaseError), Outage.UNWRITABLE),
        (InterfaceError("connection already closed"), Outage.AWAY),
        # Faults of ours
        (of_sqlite(sqlite3.SQLITE_ERROR), None),
        (of_postgresql("42P01", ProgrammingError), None),
        (IntegrityError("twice"), None),
        (ValueError(), None),
        (None, None),
    ],
)
def test_an_outage_is_told_from_a_fault_of_ours(error, outage):
    assert outage_of(error) is outage


def stop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The database answers nothing from now on."""

    def refuse(*_args: object, **_more: object) -> None:
        raise of_postgresql("57P01")

    for name in ("cursor", "ensure_connection"):
        monkeypatch.setattr(type(connections["default"]), name, refuse)


@pytest.fixture
def stopped(monkeypatch):
    stop(monkeypatch)


def asker() -> Client:
    """Somebody with a cookie of the desk, which a public page never looks at."""
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "x" * 32
    return client


@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize(
    "path",
    ["/", "/briefings/quokka/", "/topics/none/", "/feeds/rss.xml", "/nowhere/", "/media/" + "x" * 22 + "/1.webp"],
)
def test_readers_are_told_to_come_back_and_nothing_else(path):
    answer = asker().get(path)

    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "30", "no-store")
    assert answer["Content-Length"] == str(len(answer.content))
    assert "This site cannot answer at the moment." in answer.content.decode()
    assert "Content-Security-Policy" in answer
    for word in ("db-7", "Error", "Traceback", "psycopg"):
        assert word not in answer.content.decode() + str(answer.headers)


def test_a_fault_of_ours_is_a_500_as_ever(monkeypatch, db):
    monkeypatch.setattr("briefings.views.pages.listings.front", lambda *_: 1 / 0)

    answer = asker().get("/")

    assert answer.status_code == 500
    assert "Retry-After" not in answer


@pytest.fixture
def mira(staff):
    """At the desk, by a browser that keeps its token."""
    staff("mira", "chief")
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(User.objects.get())
    return client


@pytest.fixture
def draft(transactional_db):
    return make_draft("quokka")


def test_an_editor_gets_the_text_back_while_the_database_is_away_and_saves_it_later(draft, mira, monkeypatch):
    fields = fields_of(mira.get(address(draft))) | {"lede": "Two\nlines of “mine” <b>.", "_save": "1"}
    with monkeypatch.context() as meanwhile:
        stop(meanwhile)
        answer = mira.post(address(draft), fields, **HERE)

    assert answer.status_code == 503
    assert answer["Cache-Control"] == "no-store"
    said = answer.content.decode()
    assert "The site’s database does not answer at the moment." in said
    assert "Nothing that you typed is lost" in said
    assert "db-7" not in said

    saved = mira.post(address(draft), fields_of(answer, ""), follow=True, **HERE)
    assert messages(saved) == ["Saved."]
    assert Draft.objects.get().lede == "Two\nlines of “mine” <b>."


@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize("origin", [{}, {"HTTP_ORIGIN": "https://evil.example"}])
def test_what_another_site_sends_is_never_shown_while_the_database_is_away(origin):
    answer = asker().post("/admin/briefings/draft/1/change/", {"save_id": "x", "lede": "Not mine."}, **origin)

    assert answer.status_code == 503
    assert "Not mine." not in answer.content.decode()


@pytest.mark.usefixtures("stopped")
def test_a_script_of_the_desk_gets_the_sentence():
    answer = asker().post("/admin/briefings/image/add/", {"save_id": "x"}, HTTP_ACCEPT="application/json")

    assert answer.status_code == 503
    assert answer.json()["error"].startswith("The site’s database does not answer at the moment.")


def test_a_lock_lets_readers_through_and_gives_an_editor_the_text_back_after_a_bounded_wait(draft, mira):
    workflow.publish(draft.briefing, by=None)
    fields = fields_of(mira.get(address(draft))) | {"lede": "Mine.", "_save": "1"}
    locks.wait_for_locks(100)
    with locks.held():
        answer = mira.post(address(draft), fields, **HERE)
        reader = asker().get("/briefings/quokka/")

    assert reader.status_code == 200
    assert answer.status_code == 503
    assert "Something else is being written for longer than usual, so this was not saved." in answer.content.decode()
    assert Draft.objects.get().lede == "The quokka lede."

    saved = mira.post(address(draft), fields_of(answer, ""), follow=True, **HERE)
    assert messages(saved) == ["Saved."]
    assert Draft.objects.get().lede == "Mine."


@pytest.mark.django_db
def test_no_lock_is_waited_for_longer_than_is_said():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout" if connection.vendor == "sqlite" else "SHOW lock_timeout")
        waited = cursor.fetchone()[0]

    assert waited in (LONGEST_LOCK * 1000, f"{LONGEST_LOCK}s")
