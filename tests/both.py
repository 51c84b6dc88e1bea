"""Runs the whole suite on SQLite, and on PostgreSQL what asks a database, side by side.

`python -m tests.both [pytest's arguments]`

Both outputs are shown whole, the one after the other; the exit code says whether either failed.
"""

import os
import subprocess
import sys
import tempfile

# Development mode and warnings as errors from Python's first line on, not only inside tests.
PYTEST = [sys.executable, "-X", "dev", "-W", "error", "-m", "pytest"]
# What asks no database, and what a browser shows of pages that are the same on both: once is enough.
WITHOUT_A_DATABASE = ("tests/importing", "tests/outputs", "tests/pictures")


def main(arguments: list[str]) -> int:
    os.environ.pop("DATABASE_URL", None)
    with tempfile.TemporaryFile() as kept:
        on_postgres = subprocess.Popen(
            [sys.executable, "-m", "tests.postgres", *_suite("PostgreSQL", [*_left_out(arguments), *arguments])],
            stdin=subprocess.DEVNULL,
            stdout=kept,
            stderr=subprocess.STDOUT,
        )
        try:
            print("== The suite on SQLite", flush=True)
            failed = subprocess.run(_suite("SQLite", arguments), stdin=subprocess.DEVNULL, check=False).returncode
            failed_on_postgres = on_postgres.wait()
        finally:
            on_postgres.terminate()
            on_postgres.wait()
        print("== The suite on PostgreSQL", flush=True)
        kept.seek(0)
        sys.stdout.buffer.write(kept.read())
        sys.stdout.flush()
    print(f"== SQLite: {_word(failed)}. PostgreSQL: {_word(failed_on_postgres)}.", flush=True)
    return 1 if failed or failed_on_postgres else 0


def _suite(database: str, arguments: list[str]) -> list[str]:
    return [*PYTEST, "-o", f"cache_dir=.cache/pytest-{database.lower()}", *arguments]


def _left_out(arguments: list[str]) -> list[str]:
    """What the second database need not run, unless somebody asks for a part by its name."""
    if any(not argument.startswith("-") for argument in arguments):
        return []
    return [*(f"--ignore={folder}" for folder in WITHOUT_A_DATABASE), "-m", "not browser"]


def _word(code: int) -> str:
    return "failed" if code else "passed"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
