"""Sites in folders of their own, worked on by processes of their own, as whoever runs one would."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
"""The moment as of which a site's addresses are asked."""


@dataclass(frozen=True)
class Site:
    """A site; its database is the file in `folder`, unless there is a `database_url`."""

    folder: Path
    database_url: str = ""

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    def environment(self) -> dict[str, str]:
        ours = ("DATABASE_URL", "SECRET_KEY", "MIGRATED_SQLITE", "SUITE_ON", "DJANGO_SETTINGS_MODULE")
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        own = {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "SECRET_KEY": "the key of a site that tests make and throw away, long enough",
            "ALLOWED_HOSTS": "news.example,testserver",
            "SITE_URL": "https://news.example",
            "DATA_DIR": str(self.folder),
        }
        return kept | own | ({"DATABASE_URL": self.database_url} if self.database_url else {})

    def python(self, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment(), input=given, capture_output=True, timeout=300, check=False
        )

    def manage(self, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
        return self.python("manage.py", *arguments, given=given)

    def done(self, *arguments: str) -> str:
        """What a command says that has to succeed."""
        run = self.manage(*arguments)
        assert run.returncode == 0, run.stderr.decode()
        return run.stdout.decode()

    def refused(self, *arguments: str, given: bytes | None = None) -> str:
        """What a command says that has to be refused, in sentences."""
        run = self.manage(*arguments, given=given)
        assert run.returncode == 1, run.stdout.decode()
        assert b"Traceback" not in run.stderr
        return run.stderr.decode()

    def fill(self, number: int) -> None:
        """Make it, with so many briefings, somebody who may log in, and a draft that was pasted."""
        self.folder.mkdir(parents=True)
        if (migrated := os.environ.get("MIGRATED_SQLITE")) and not self.database_url:
            shutil.copy(migrated, self.folder / "briefings.sqlite3")
        self._asked("fill", str(number))

    def begun(self, *arguments: str) -> subprocess.Popen[bytes]:
        """A process that is begun, and not waited for."""
        command = [sys.executable, *arguments]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment(), stdout=subprocess.DEVNULL)

    def rows(self) -> dict[str, str]:
        """By table, a hash of its rows."""
        return self._asked("rows")

    def answers(self) -> dict[str, str]:
        """By public address, a hash of its status, headers and bytes."""
        return self._asked("answers")

    def _asked(self, *arguments: str) -> dict[str, Any]:
        run = self.python("-m", "tests.backup.inside", *arguments)
        assert run.returncode == 0, run.stderr.decode()
        return json.loads(run.stdout)
