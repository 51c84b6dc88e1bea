"""A copy of the tree in which one removal at a time is tried."""

import compileall
import os
import py_compile
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import monotonic

from tests.removals.removal import Removal

PATIENCE = 180
"""Seconds after which tests have come to no end."""
DATABASE = Path(".cache/removals")
UNGUARDED = "from django.db import connection; from briefings.log import guards; guards.remove(connection)"
"""Each run puts on the guards that its code has: one that was taken out must not be there from before."""
WITH_DATABASE = ("--ds=tests.removals.settings", "--reuse-db")
_PYTEST = (
    sys.executable,
    "-m",
    "pytest",
    "-q",
    "--tb=no",
    "--no-header",
    "-rfE",
    "--assert=plain",
    "-p",
    "no:cacheprovider",
)


class Outcome(StrEnum):
    CAUGHT = "caught"
    SURVIVED = "SURVIVED"
    UNJUDGED = "NOT JUDGED"


@dataclass(frozen=True)
class Verdict:
    """What became of a removal; `detail` is the test that noticed, or why nothing can be said."""

    removal: Removal
    outcome: Outcome
    seconds: float
    detail: str


@dataclass(frozen=True)
class Tree:
    """A copy of `files` in `folder`. Its code is compiled beforehand, and Python compares it by content with that: a
    file of the same size, changed within a second, is not taken for what it was."""

    folder: Path
    options: tuple[str, ...] = WITH_DATABASE

    def filled(self, root: Path, files: Iterable[str]) -> "Tree":
        """The same tree, with these files of `root` and, where tests need one, a migrated database."""
        for name in files:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, self.folder / name)
        by_content = py_compile.PycInvalidationMode.CHECKED_HASH
        compileall.compile_dir(self.folder, quiet=2, invalidation_mode=by_content)
        if self.options:
            (self.folder / DATABASE).mkdir(parents=True)
            asked = _environment() | {"DJANGO_SETTINGS_MODULE": "tests.removals.settings"}
            for command in (("migrate", "--skip-checks", "--verbosity=0"), ("shell", "--verbosity=0", "-c", UNGUARDED)):
                subprocess.run((sys.executable, "manage.py", *command), cwd=self.folder, env=asked, check=True)
            shutil.copytree(self.folder / DATABASE, self.folder / f"{DATABASE}-migrated")
        return self

    def failing(self, tests: Iterable[str]) -> set[str]:
        """Those of the tests, by their node ids, that fail with nothing removed: no removal is judged by them."""
        code, failed = self._run(sorted(tests), patience=None)
        return set() if code == 0 else set(tests) & set(failed) or set(tests)

    def judged(self, removal: Removal) -> Verdict:
        """Remove, run the tests up to the first that fails, and put everything back."""
        place = self.folder / removal.path
        source, begun = place.read_text(encoding="utf-8"), monotonic()
        place.write_text(removal.applied(source), encoding="utf-8")
        try:
            code, failed = self._run(["-x", *removal.tests], patience=PATIENCE)
        finally:
            place.write_text(source, encoding="utf-8")
        outcomes = {0: Outcome.SURVIVED, 1: Outcome.CAUGHT, None: Outcome.UNJUDGED}
        outcome = Outcome.CAUGHT if code is None and removal.may_hang else outcomes.get(code, Outcome.UNJUDGED)
        return Verdict(removal, outcome, monotonic() - begun, failed[0])

    def _run(self, arguments: list[str], *, patience: float | None) -> tuple[int | None, list[str]]:
        """pytest's exit code (None: it came to no end) and the node ids of what failed, else its last line."""
        if self.options:
            shutil.rmtree(self.folder / DATABASE)
            shutil.copytree(self.folder / f"{DATABASE}-migrated", self.folder / DATABASE)
        running = subprocess.Popen(
            [*_PYTEST, *self.options, *arguments],
            cwd=self.folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            output, _ = running.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.communicate()
            return None, [f"no end after {patience:.0f} seconds"]
        failed = re.findall(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", output, re.MULTILINE)
        return running.returncode, failed or [output.strip().rpartition("\n")[2]]


def _environment() -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
    return ours | {"PYTHONDONTWRITEBYTECODE": "1"}
