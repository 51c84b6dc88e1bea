"""The sites that are measured: made once below `.cache/bench`, and kept there."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg.sql import SQL, Identifier

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / ".cache" / "bench"
HOST = "news.example"


@dataclass(frozen=True)
class Site:
    """A site of that many briefings; `database_url` is empty where its database is the file in `folder`."""

    size: int
    folder: Path
    database_url: str

    def environment(self, **more: str) -> dict[str, str]:
        """That of a process of this site."""
        own = {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "SECRET_KEY": "the key of the sites that are measured, which no site uses, and long enough",
            "DATA_DIR": str(self.folder),
            "SITE_URL": f"http://{HOST}",
            "ALLOWED_HOSTS": HOST,
            "PYTHONPATH": str(ROOT),
        }
        if self.database_url:
            own["DATABASE_URL"] = self.database_url
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return kept | own | more

    def run(self, *arguments: str) -> str:
        """What Python says, asked with these arguments in this site."""
        command = [sys.executable, *arguments]
        made = subprocess.run(command, cwd=ROOT, env=self.environment(), check=True, stdout=subprocess.PIPE, text=True)
        return made.stdout

    def manage(self, *arguments: str) -> None:
        self.run("manage.py", *arguments)

    @cached_property
    def sample(self) -> dict[str, list[str]]:
        """Paths by kinds of page: see `sample.py`."""
        return json.loads(self.run("-m", "tests.bench.serving.sample"))


def site(size: int, *, server_url: str) -> Site:
    """The site of that size, made where there is none, or where other migrations made its tables.

    `server_url` names any database of a PostgreSQL server on which databases may be made; without it, it is SQLite.
    """
    name = f"{size}-postgresql" if server_url else str(size)
    found = Site(size, FOLDER / name, _database(server_url, f"bench_{size}"))
    made = found.folder / "made"
    is_there = made.exists() and made.read_text() == _migrations()
    if not is_there:
        shutil.rmtree(found.folder, ignore_errors=True)
        found.folder.mkdir(parents=True)
        if server_url:
            _make_database(server_url, f"bench_{size}")
    found.manage("migrate", "--verbosity=0")
    if not is_there:
        found.manage("make_briefings", str(size))
        if server_url:
            with psycopg.connect(found.database_url, autocommit=True) as connection:
                connection.execute("ANALYZE")
        made.write_text(_migrations())
    found.manage("collectstatic", "--noinput", "--verbosity=0")
    return found


def _migrations() -> str:
    """The hash of what made the tables."""
    files = sorted(path for app in ("briefings", "faq") for path in (ROOT / app / "migrations").glob("*.py"))
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def copied(original: Site, *, server_url: str) -> Site:
    """A copy that may be written to, in place of the one before; nobody may use the original meanwhile."""
    folder = original.folder.with_name(f"{original.folder.name}-written")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(original.folder, folder)
    if not server_url:
        return replace(original, folder=folder)
    name = f"bench_{original.size}_written"
    _make_database(server_url, name, template=f"bench_{original.size}")
    return replace(original, folder=folder, database_url=_database(server_url, name))


def _database(server_url: str, name: str) -> str:
    return urlsplit(server_url)._replace(path=f"/{name}").geturl() if server_url else ""


def _make_database(server_url: str, name: str, *, template: str = "template1") -> None:
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(name)))
        connection.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
