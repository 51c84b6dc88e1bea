"""Settings of the test run: the site's own, on a throw-away environment and data folder.

DATABASE_URL is taken as given: the same suite runs on SQLite and PostgreSQL.
"""

import atexit
import importlib
import os
import shutil
import tempfile
from pathlib import Path

_folder = tempfile.mkdtemp(prefix="briefings-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
Path(_folder, "static").mkdir()  # WhiteNoise warns of a missing folder

for _name in (
    *("DEBUG", "SITE_LANGUAGE", "TIME_ZONE", "SECOND_PERSON", "REVIEWER_CORRECTIONS", "EMAIL_URL", "ERROR_MAIL"),
    *("SECOND_FACTOR", "LOGIN_BY", "OIDC_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"),
    *("WEBSUB_HUB", "TRUSTED_PROXY", "BRIEFINGS_PASSWORD", "FRONT_DOOR_BYTES", "CDN_SECONDS", "BACKUP_DIR"),
    *("BACKUPS_KEPT", "TRASH_DAYS", "MAIL_FROM"),
):
    os.environ.pop(_name, None)
os.environ |= {
    "SECRET_KEY": "the key of the test run, which no site uses, and long enough",
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1,news.example",
    "SITE_URL": "https://news.example",
    "SITE_NAME": "Test Briefings",
    "DATA_DIR": _folder,
}
_named = os.environ.get("DATABASE_URL")
_site = importlib.import_module("config.settings")
if _named:
    os.environ["DATABASE_URL"] = (
        _named  # a site's process forgets it; here the workers of the suite have to read it too
    )
vars().update({name: value for name, value in vars(_site).items() if name.isupper()})

# First, so that its `flush` wins.
INSTALLED_APPS = ["tests.support", *_site.INSTALLED_APPS]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = _site.STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES = _site.DATABASES
if os.environ.get("SUITE_ON") == "postgresql" != DATABASES["default"]["ENGINE"].rpartition(".")[2]:
    raise RuntimeError("This run is the suite's on PostgreSQL, and its database is another.")
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: WAL and locks are what is tested.
    _database = str(Path(_folder, "test.sqlite3"))
    DATABASES["default"]["TEST"] = {"NAME": _database}
    if _migrated := os.environ.get("MIGRATED_SQLITE"):
        _worker = os.environ.get("PYTEST_XDIST_WORKER")  # by which pytest-django will name the database
        shutil.copyfile(_migrated, f"{_database}_{_worker}" if _worker else _database)
