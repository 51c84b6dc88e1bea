"""`manage.py demo`, what `make run` does before it serves: in processes of its own, as a newcomer would."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def demo(folder, **environment):
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SECRET_KEY")}
    return subprocess.run(
        [sys.executable, "manage.py", "demo"],
        cwd=ROOT,
        env=kept
        | {"DEBUG": "on", "DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings"}
        | {"SITE_URL": "http://localhost:8123"}
        | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def dump(folder):
    with sqlite3.connect(folder / "briefings.sqlite3") as database:
        return list(database.iterdump())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "data"
    return folder, demo(folder)


def test_it_publishes_the_sample_and_prints_a_login_and_the_address(made):
    _, run = made
    assert run.returncode == 0, run.stderr
    assert "http://localhost:8123/briefings/ukraines-allies-pledge-binding-security-guarantees" in run.stdout
    assert "log in as chief with" in run.stdout
    assert run.stdout.rstrip().endswith("Site: http://localhost:8123/")


@pytest.mark.slow
def test_a_second_run_changes_nothing_and_prints_no_password(made):
    folder, _ = made
    before = dump(folder)
    again = demo(folder)
    assert again.returncode == 0, again.stderr
    assert again.stdout == "Site: http://localhost:8123/\n"
    assert dump(folder) == before


@pytest.mark.slow
def test_the_data_of_a_real_site_are_never_touched(tmp_path):
    sqlite3.connect(tmp_path / "briefings.sqlite3").close()
    (tmp_path / "briefings.sqlite3").write_bytes(b"")
    run = demo(tmp_path)
    assert run.returncode == 1
    assert "holds a real site. Choose another DATA_DIR" in run.stderr
    assert (tmp_path / "briefings.sqlite3").read_bytes() == b""


@pytest.mark.slow
def test_a_demo_site_of_another_release_is_refused_and_says_what_to_do(tmp_path):
    (tmp_path / "this-is-a-demo-site").touch()
    with sqlite3.connect(tmp_path / "briefings.sqlite3") as database:
        database.execute("CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT, applied TEXT)")
        database.execute("INSERT INTO django_migrations VALUES (1, 'briefings', '0001_initial', '2026-01-01 00:00:00')")
    before = dump(tmp_path)

    run = demo(tmp_path)

    assert run.returncode == 1
    assert run.stderr == (
        f"CommandError: The demo site in {tmp_path} was made by another release, and this one cannot read it. "
        "Delete that folder, or name another DATA_DIR.\n"
    )
    assert dump(tmp_path) == before


@pytest.mark.slow
def test_it_refuses_a_database_server(tmp_path):
    run = demo(tmp_path, DATABASE_URL="postgres://nobody:x@127.0.0.1:1/none")
    assert run.returncode == 1
    assert "Unset DATABASE_URL" in run.stderr
