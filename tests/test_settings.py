"""The environment decides what the site is, and a site that is not safe does not start."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAFE = {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "news.example"}
SHOW = (
    "from django.conf import settings; import os; "
    "print(settings.SECRET_KEY, settings.DATABASES['default']['NAME'], sorted(os.environ))"
)


def manage(*arguments: str, data_dir: Path, **environment: str) -> subprocess.CompletedProcess:
    """One `manage.py` command in an environment of its own."""
    return python("manage.py", *arguments, data_dir=data_dir, **environment)


def shown(code: str, *, data_dir: Path, **environment: str) -> str:
    """What `code` prints where the settings are read."""
    return python("-c", code, data_dir=data_dir, DJANGO_SETTINGS_MODULE="config.settings", **environment).stdout


def python(*arguments: str, data_dir: Path, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(data_dir), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_without_key_and_hosts_is_refused_with_one_message_and_no_traceback(tmp_path):
    refused = manage("check", data_dir=tmp_path)

    assert refused.returncode == 1
    assert refused.stderr == (
        "The site cannot start:\n"
        "- SECRET_KEY is missing. Set it to at least 50 random characters and keep it secret.\n"
        "- ALLOWED_HOSTS is missing. Set it to the site's host names, with commas between them.\n"
    )


@pytest.mark.parametrize("missing", SAFE)
def test_production_needs_each_of_key_and_hosts(missing, tmp_path):
    refused = manage("check", data_dir=tmp_path, **{name: value for name, value in SAFE.items() if name != missing})

    assert refused.returncode == 1
    assert refused.stderr.count("\n- ") == 1
    assert f"- {missing} is missing." in refused.stderr


def test_production_with_key_and_hosts_starts(tmp_path):
    assert manage("check", data_dir=tmp_path, **SAFE).returncode == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "maybe"),
        ("TRUSTED_PROXY", "10.0.0.1"),
        ("TIME_ZONE", "Mars/Olympus"),
        ("SECOND_PERSON", "sometimes"),
        ("REVIEWER_CORRECTIONS", "some"),
        ("SECOND_FACTOR", "sometimes"),
        ("LOGIN_BY", "magic"),
        ("LOGIN_BY", "oidc"),  # without a provider
        ("SITE_LANGUAGE", "xx"),
        ("SITE_URL", "news.example"),
        ("SITE_URL", "https://news.example:port"),
        ("WEBSUB_HUB", "ftp://hub.example"),
        ("DATABASE_URL", "mysql://hidden-word@db/site"),
        ("DATABASE_URL", "postgres://hidden-word@db:port/site"),
        ("FRONT_DOOR_BYTES", "64 MB"),
        ("FRONT_DOOR_BYTES", "-1"),
        ("CDN_SECONDS", "1.5"),
        ("EMAIL_URL", "hidden-word://x"),
        ("ERROR_MAIL", "nobody"),
        ("ERROR_MAIL", "desk@news.example"),  # without a server
    ],
)
def test_a_wrong_value_is_refused_by_name_and_a_secret_one_is_not_repeated(name, value, tmp_path):
    refused = manage("check", data_dir=tmp_path, **SAFE | {name: value})

    assert refused.returncode == 1
    assert refused.stderr.startswith(f"The site cannot start:\n- {name} ")
    assert re.search("Set it (to|like|together)", refused.stderr)
    assert "Traceback" not in refused.stderr
    assert "hidden-word" not in refused.stderr


def test_all_that_is_wrong_is_said_at_once(tmp_path):
    refused = manage("check", data_dir=tmp_path, DEBUG="maybe", TIME_ZONE="Mars", SECOND_PERSON="sometimes")

    assert refused.stderr.count("\n- ") == 5


def test_a_site_that_is_tried_out_gets_a_key_of_its_own_and_keeps_it_in_production(tmp_path):
    tried = shown(SHOW, data_dir=tmp_path, DEBUG="on")
    kept = shown(SHOW, data_dir=tmp_path, ALLOWED_HOSTS="news.example")

    file = tmp_path / "secret_key"
    key = file.read_text().strip()
    assert len(key) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert tried.startswith(key)
    assert kept.startswith(key)


def test_production_makes_no_key(tmp_path):
    manage("check", data_dir=tmp_path, ALLOWED_HOSTS="news.example")

    assert list(tmp_path.iterdir()) == []


def test_secrets_leave_the_environment_once_they_are_read(tmp_path):
    database = tmp_path / "elsewhere.sqlite3"
    secrets = {
        "SECRET_KEY": "y" * 60,
        "DATABASE_URL": f"sqlite:///{database}",
        "EMAIL_URL": "consolemail://",
        "BRIEFINGS_PASSWORD": "a password",
    }
    output = shown(SHOW, data_dir=tmp_path, ALLOWED_HOSTS="news.example", **secrets)

    assert output.startswith("y" * 60)
    assert str(database) in output
    assert "ALLOWED_HOSTS" in output
    assert [name for name in secrets if f"'{name}'" in output] == []


def test_the_outer_process_of_runserver_keeps_the_secrets_for_its_child(monkeypatch):
    from config import environment

    monkeypatch.delenv("RUN_MAIN", raising=False)
    monkeypatch.setattr(sys, "argv", ["manage.py", "runserver"])
    assert environment.only_restarts_a_child()
    monkeypatch.setenv("RUN_MAIN", "true")
    assert not environment.only_restarts_a_child()
    monkeypatch.delenv("RUN_MAIN")
    monkeypatch.setattr(sys, "argv", ["manage.py", "runserver", "--noreload"])
    assert not environment.only_restarts_a_child()


@pytest.mark.parametrize(("site_url", "secure"), [("https://news.example", "True"), ("http://localhost:8000", "False")])
def test_cookies_are_bound_to_https_where_the_site_has_it(site_url, secure, tmp_path):
    show = (
        "from django.conf import settings as s; "
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0, s.SECURE_PROXY_SSL_HEADER)"
    )
    output = shown(show, data_dir=tmp_path, SITE_URL=site_url, **SAFE)

    assert output.split() == [secure, secure, secure, "None"]
