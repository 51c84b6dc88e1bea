"""The database is used as the log's promises need it, in the tests as in a real site."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from briefings.serving import pool
from config import databases
from config.databases import PRAGMAS

EXPECTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1, "busy_timeout": 20_000}


@pytest.mark.django_db
def test_sqlite_keeps_what_it_said_and_lets_no_write_pass_the_triggers():
    if connection.vendor == "postgresql":
        return
    with connection.cursor() as cursor:
        values = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in EXPECTED}

    assert values == EXPECTED
    assert connection.transaction_mode == "IMMEDIATE"
    assert Path(connection.settings_dict["NAME"]).is_file()


def test_sqlite_overwrites_what_is_deleted_however_it_was_built(tmp_path):
    with closing(sqlite3.connect(tmp_path / "any.sqlite3")) as database:
        database.execute("PRAGMA secure_delete=OFF")

        database.executescript(PRAGMAS)

        assert database.execute("PRAGMA secure_delete").fetchone() == (1,)


@pytest.mark.django_db
def test_postgresql_is_used_without_extensions():
    if connection.vendor == "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT extname FROM pg_extension")
        assert cursor.fetchall() == [("plpgsql",)]


@pytest.mark.parametrize("engine", ["sqlite3", "postgresql"])
def test_an_answer_waits_less_for_a_lock_than_a_request_for_a_thread(engine, tmp_path):
    named = {"ENGINE": f"django.db.backends.{engine}", "NAME": "any", "OPTIONS": {"options": "-c work_mem=8MB"}}
    database = databases.settings(named, data_dir=tmp_path)

    databases.wait_as_answers_do(database)

    assert pool.LONGEST_WAIT > databases.LONGEST_LOCK_OF_ANSWERS
    if engine == "sqlite3":
        assert database["OPTIONS"]["timeout"] == databases.LONGEST_LOCK_OF_ANSWERS
    else:
        assert database["OPTIONS"]["options"] == "-c work_mem=8MB -c lock_timeout=8s"
        assert database["OPTIONS"]["connect_timeout"] == 3
