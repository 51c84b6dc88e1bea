"""Runs the whole suite on SQLite and on PostgreSQL, side by side. `python -m tests.both [pytest's arguments]`

Both outputs are shown whole, the one after the other; the exit code says whether either failed.
"""

import os
import subprocess
import sys
import tempfile

# Development mode and warnings as errors from Python's first line on, not only inside tests.
PYTEST = [sys.executable, "-X", "dev", "-W", "error", "-m", "pytest"]


def main(arguments: list[str]) -> int:
    os.environ.pop("DATABASE_URL", None)
    with tempfile.TemporaryFile() as kept:
        on_postgres = subprocess.Popen(
            [sys.executable, "-m", "tests.postgres", *_suite("PostgreSQL", arguments)],
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


def _word(code: int) -> str:
    return "failed" if code else "passed"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
