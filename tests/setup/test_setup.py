"""`manage.py setup`, in processes of its own and at a terminal, as whoever installs the site meets it."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from config.setup import environment_file
from tests.setup.terminal import terminal

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "correct horse battery"
ADMIN = {"BRIEFINGS_ADMIN": "ada", "BRIEFINGS_PASSWORD": PASSWORD}
NO_SERVER = "postgres://a:hidden-word@127.0.0.1:1/none"
SITE = {"SITE_URL": "https://news.example", "SITE_NAME": "It's $5 # “News”"}


def environment(**more):
    return {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **more}


def manage(*arguments, **more):
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def at_terminal(file, **more):
    return terminal([sys.executable, "manage.py", "setup", str(file)], folder=ROOT, environment=environment(**more))


def names_of(folder):
    with sqlite3.connect(folder / "briefings.sqlite3") as database:
        return [name for (name,) in database.execute("SELECT username FROM briefings_user")]


def is_without_settings(folder):
    return not any(path.name.endswith(".env") or path.name.startswith(".") for path in folder.iterdir())


def make_data_dir(folder):
    """With the migrated database that the suite made, where it made one: migrating takes seconds."""
    folder.mkdir()
    if migrated := os.environ.get("MIGRATED_SQLITE"):
        shutil.copyfile(migrated, folder / "briefings.sqlite3")
    return folder


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    return make_data_dir(tmp_path_factory.mktemp("site") / "data")


@pytest.fixture(scope="module")
def site(data_dir):
    """A site set up without a question, and what was said."""
    file = data_dir.parent / "site.env"
    run = manage("setup", str(file), "--no-input", DATA_DIR=str(data_dir), **SITE, **ADMIN)
    assert run.returncode == 0, run.stderr
    return file, run


def test_without_questions_it_writes_the_settings_makes_the_database_and_adds_the_first_admin(site, data_dir):
    file, run = site
    values = environment_file.read(file)

    assert values | SITE == values
    assert values["ALLOWED_HOSTS"] == "news.example"
    assert values["TRUSTED_PROXY"] == "on"
    assert len(values["SECRET_KEY"]) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert names_of(data_dir) == ["ada"]
    assert f"set -a; . {file}; set +a" in run.stdout
    assert "manage.py serve" in run.stdout
    assert PASSWORD not in file.read_text(encoding="utf-8") + run.stdout + run.stderr
    assert values["SECRET_KEY"] not in run.stdout + run.stderr


@pytest.mark.slow
def test_the_other_commands_take_what_it_wrote(site):
    values = environment_file.read(site[0])
    check = manage("check", "--deploy", "--fail-level", "WARNING", **values)

    assert check.returncode == 0, check.stderr
    assert "[config]\n    setup\n" in manage("help", **values).stdout


@pytest.mark.slow
def test_run_again_it_changes_what_is_said_and_keeps_key_admin_and_the_rest(site, data_dir):
    file, before = site[0], environment_file.read(site[0])

    run = manage(
        "setup", str(file), "--no-input", TIME_ZONE="Europe/Berlin", SECRET_KEY="another", SITE_URL="https://a.example"
    )

    assert run.returncode == 0, run.stderr
    changed = {"TIME_ZONE": "Europe/Berlin", "SITE_URL": "https://a.example", "ALLOWED_HOSTS": "a.example"}
    assert environment_file.read(file) == before | changed
    assert names_of(data_dir) == ["ada"]


def test_without_an_address_and_an_admin_all_that_is_missing_is_said_at_once(tmp_path):
    run = manage("setup", str(tmp_path / "site.env"), "--no-input", TIME_ZONE="Mars", DATA_DIR=str(tmp_path / "data"))

    assert run.returncode == 1
    assert run.stderr == (
        "CommandError: The site cannot be set up:\n"
        "- SITE_URL is missing. Set it to the site's public address, such as https://news.example.\n"
        "- TIME_ZONE is “Mars”. Set it to a time zone's name, such as Europe/Berlin.\n"
        "- BRIEFINGS_ADMIN is missing. Set it to the first site admin's login.\n"
        "- BRIEFINGS_PASSWORD is missing. Set it to their password.\n"
        "Nothing was written.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"DEBUG": "on"}, "DEBUG is on, which shows strangers the site's insides."),
        ({"SITE_NAME": "Two\nlines"}, "SITE_NAME is not one line of text."),
        ({"DATABASE_URL": "mysql://a:hidden-word@127.0.0.1/none"}, "DATABASE_URL is no database address."),
        ({"BRIEFINGS_PASSWORD": "123", "BRIEFINGS_ADMIN": "a b"}, "Enter a valid username."),
        pytest.param({"BRIEFINGS_PASSWORD": "123"}, "This password is too short.", marks=pytest.mark.slow),
        pytest.param({"DATABASE_URL": NO_SERVER}, "The database does not answer: ", marks=pytest.mark.slow),
        pytest.param({"DATA_DIR": "/proc/none"}, "/proc/none cannot be used: ", marks=pytest.mark.slow),
    ],
)
def test_what_is_wrong_is_a_sentence_and_no_settings_are_written(wrong, sentence, tmp_path):
    values = {"DATA_DIR": str(tmp_path / "data"), **SITE, **ADMIN, **wrong}
    run = manage("setup", str(tmp_path / "site.env"), "--no-input", **values)

    assert run.returncode == 1
    assert sentence in run.stderr
    assert run.stderr.endswith("Nothing was written.\n")
    assert "Traceback" not in run.stderr
    assert "hidden-word" not in run.stderr
    assert is_without_settings(tmp_path)


@pytest.mark.slow
def test_a_database_of_another_release_is_refused_before_anything_is_written(tmp_path):
    with sqlite3.connect(tmp_path / "briefings.sqlite3") as database:
        database.execute("CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT, applied TEXT)")
        database.execute("INSERT INTO django_migrations VALUES (1, 'briefings', '9999_later', '2026-01-01 00:00:00')")

    run = manage("setup", str(tmp_path / "site.env"), "--no-input", DATA_DIR=str(tmp_path), **SITE, **ADMIN)

    assert run.returncode == 1
    assert "made by another release" in run.stderr
    assert is_without_settings(tmp_path)


@pytest.mark.slow
def test_a_proxy_that_does_not_go_with_the_address_is_said_and_may_be_so(site):
    run = manage("setup", str(site[0]), "--no-input", TRUSTED_PROXY="off", **SITE)
    back = manage("setup", str(site[0]), "--no-input", TRUSTED_PROXY="on", **SITE)

    assert (run.returncode, back.returncode) == (0, 0)
    assert run.stderr.startswith("Mind: SITE_URL is https and TRUSTED_PROXY is off:")
    assert back.stderr == ""


def test_at_a_terminal_each_answer_is_checked_and_asked_again(tmp_path):
    file = tmp_path / "site.env"
    data_dir = make_data_dir(tmp_path / "data")
    with at_terminal(file) as typing:
        typing.answer("Name of the publication [Briefings]: ", "Daily\n")
        typing.answer("public address, such as https://news.example: ", "news\n")
        typing.answer("SITE_URL is “news”. Set it to a whole address", "")
        typing.answer("https://news.example: ", "http://localhost:8000\n")
        typing.answer("[en]: ", "de\n")
        typing.answer("[UTC]: ", "\n")
        typing.answer("]: ", f"{data_dir}\n")
        typing.answer("[sqlite]: ", "\n")
        typing.answer(f"[{data_dir / 'backups'}]: ", "\n")
        typing.answer("[off]: ", "\n")
        typing.answer("Login of the first site admin [admin]: ", "ada\n")
        typing.answer("Password for ada: ", "123\n")
        typing.answer("The same again: ", "123\n")
        typing.answer("This password is too short", "")
        typing.answer("Login of the first site admin [admin]: ", "ada\n")
        typing.answer("Password for ada: ", f"{PASSWORD}\n")
        typing.answer("The same again: ", f"{PASSWORD}\n")
        code = typing.end()

    assert code == 0, typing.shown
    assert PASSWORD not in typing.shown
    assert names_of(data_dir) == ["ada"]
    values = environment_file.read(file)
    assert (values["SITE_NAME"], values["SITE_LANGUAGE"], values["TIME_ZONE"]) == ("Daily", "de", "UTC")
    assert (values["ALLOWED_HOSTS"], values["TRUSTED_PROXY"]) == ("localhost", "off")
    assert "DATABASE_URL" not in values


def test_a_second_time_it_shows_what_is_in_force_and_no_secret(tmp_path):
    file = tmp_path / "site.env"
    written = {
        "SITE_NAME": "Daily",
        "DATABASE_URL": "postgres://us:hidden-word@127.0.0.1:1/news",
        "SECRET_KEY": "hidden-word",
    }
    environment_file.write(file, written | {"SITE_URL": "https://news.example", "ALLOWED_HOSTS": "news.example"})
    before = file.read_bytes()

    with at_terminal(file) as typing:
        typing.answer("[Daily]: ", "\n")
        typing.answer("[https://news.example]: ", "\n")
        typing.answer("[en]: ", "\n")
        typing.answer("[UTC]: ", "\n")
        typing.answer("]: ", "\n")
        typing.interrupt("[as it is: news at 127.0.0.1]: ")
        code = typing.end()

    assert code == 130
    assert "Stopped. Nothing was written." in typing.shown
    assert "hidden-word" not in typing.shown
    assert "Traceback" not in typing.shown
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_answers_that_end_too_early_are_a_sentence(tmp_path):
    run = manage("setup", str(tmp_path / "site.env"))

    assert run.returncode == 1
    assert "The answers ended too early. Nothing was written." in run.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("spelling", ["version", "--version"])
def test_without_settings_this_release_can_be_asked_for(spelling):
    run = manage(spelling)

    assert run.returncode == 0
    assert run.stdout == f"Briefings {tomllib.loads((ROOT / 'pyproject.toml').read_text())['project']['version']}\n"
