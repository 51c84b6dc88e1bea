"""Runs the suite on PostgreSQL and on SQLite, two workers each: `python -m tests.both [--all] [pytest's arguments]`.

PostgreSQL runs what can differ there. What is slow by nature is left out. With `--all` nothing is: PostgreSQL then runs
whatever asks a database without a browser, and properties take all their examples. Whoever names tests gets these on
both. The exit code says whether any failed; the output ends with the ten slowest tests, and what was skipped and why.
"""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

# Warnings are errors from Python's first line on, not only inside tests.
PYTHON = [sys.executable, "-W", "error"]
# Development mode asks more, and takes a twelfth of the time: a quick run asks it of PostgreSQL's part.
IN_DEVELOPMENT_MODE = [*PYTHON, "-X", "dev"]
# Databases differ in what they guard, lock and keep apart, how they compare and sort, and what they read. Of workflow
# and front door that is what writes the log and what several do at once; a thorough run asks all the rest, too.
CAN_DIFFER = (
    *("tests/log", "tests/working_copy", "tests/growth"),
    *(f"tests/workflow/test_{name}.py" for name in ("publish", "reissue", "scheduling", "slugs", "record_merging")),
    *(f"tests/workflow/test_{name}at_once.py" for name in ("", "names_", "review_", "site_")),
    *(f"tests/front_door/test_{name}.py" for name in ("former_periods", "second_of_a_change", "staleness")),
    *(
        "tests/visibility/test_table.py",
        "tests/visibility/test_search.py",
        "tests/desk/briefings/test_search.py",
        "tests/backup/test_tables.py",
        "tests/backup/test_snapshots.py",
    ),
    *("tests/bad_days/test_outages.py", "tests/bad_days/test_readyz.py", "tests/test_database_settings.py"),
)
WITHOUT_A_DATABASE = ("tests/importing", "tests/outputs", "tests/pictures", "tests/search_words")


def main(arguments: list[str]) -> int:
    os.environ.pop("DATABASE_URL", None)
    # The allocator of development mode finds faults in C alone, and costs a fifth of the time.
    os.environ["PYTHONMALLOC"] = "pymalloc"
    is_whole = "--all" in arguments
    if is_whole:
        os.environ["THOROUGH"] = "1"
    arguments = [argument for argument in arguments if argument != "--all"]
    on_postgres, on_sqlite = chosen(arguments, is_whole=is_whole)
    with tempfile.TemporaryDirectory(prefix="briefings-migrated-") as folder:
        database = str(Path(folder, "briefings.sqlite3"))
        migration = _migrate(database)  # while PostgreSQL starts
        print("== PostgreSQL", flush=True)
        suite = _suite("postgresql", on_postgres, python=IN_DEVELOPMENT_MODE)
        failed_on_postgres = _run([sys.executable, "-m", "tests.postgres", *suite])
        print("== SQLite", flush=True)
        if migration.wait():
            return 1
        os.environ["MIGRATED_SQLITE"] = database
        suite = _suite("sqlite", on_sqlite, python=IN_DEVELOPMENT_MODE if is_whole else PYTHON)
        failed_on_sqlite = _run([*suite, "--reuse-db"])
    print(f"== PostgreSQL: {_word(failed_on_postgres)}. SQLite: {_word(failed_on_sqlite)}.", flush=True)
    return 1 if failed_on_postgres or failed_on_sqlite else 0


def chosen(arguments: list[str], *, is_whole: bool) -> tuple[list[str], list[str]]:
    """What pytest is asked for on PostgreSQL and on SQLite."""
    if any(not argument.startswith("-") for argument in arguments):
        return arguments, arguments
    if is_whole:
        return [*arguments, *(f"--ignore={folder}" for folder in WITHOUT_A_DATABASE), "-m", "not browser"], arguments
    return [*arguments, "-m", "not slow and not browser", *CAN_DIFFER], [*arguments, "-m", "not slow"]


def _suite(database: str, arguments: list[str], *, python: list[str]) -> list[str]:
    workers = [f"--tx=2*popen//python={shlex.join(python)}", "--dist", "loadfile", "--no-loadscope-reorder"]
    cache = ["-o", f"cache_dir=.cache/pytest-{database}"]
    return [*python, "-m", "pytest", "-rs", "--durations=10", *workers, *cache, *arguments]


def _migrate(database: str) -> subprocess.Popen:
    """Makes a migrated SQLite database, which every worker copies."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": f"sqlite:///{database}"}
    return subprocess.Popen([sys.executable, "manage.py", "migrate", "--verbosity=0"], env=environment)


def _run(command: list[str]) -> int:
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode


def _word(code: int) -> str:
    return "failed" if code else "passed"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
