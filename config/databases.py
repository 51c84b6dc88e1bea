"""Settings of the site's database: SQLite in the data folder, or PostgreSQL without extensions."""

from pathlib import Path

# Full: an edition that a reader saw survives a power cut. Recursive triggers: REPLACE fires the log's delete triggers.
# Secure delete: what is erased by order is overwritten in the file.
PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; "
    "PRAGMA secure_delete=ON;"
)

LONGEST_LOCK = 20
"""Seconds that a statement of a command waits for another's lock."""
LONGEST_LOCK_OF_ANSWERS = 8
"""Seconds that one of an answer does. Less than a request waits for a thread of the desk, so that whoever waits behind
those who wait is told as well, and has the text back."""
# A server that is gone is found out within seconds, and whoever waits for a lock is told.
POSTGRESQL = {
    "connect_timeout": 3,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    # As on any disk of today: at the price of a turning one, thousands of rows are read for sixty of them.
    "options": f"-c lock_timeout={LONGEST_LOCK}s -c random_page_cost=1.1",
}


def settings(named: dict, *, data_dir: Path) -> dict:
    """Django's settings of the default database. `named` are those of DATABASE_URL; {} is the file in `data_dir`."""
    database = named or {"ENGINE": "django.db.backends.sqlite3", "NAME": data_dir / "briefings.sqlite3"}
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database |= {"OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": LONGEST_LOCK, "init_command": PRAGMAS}}
    else:
        database |= {"OPTIONS": POSTGRESQL | database.get("OPTIONS", {})}
    return database | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def wait_as_answers_do(database: dict) -> None:
    """Changes the settings in place, before this process has a connection."""
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["OPTIONS"]["timeout"] = LONGEST_LOCK_OF_ANSWERS
    else:
        options = f"{database['OPTIONS'].get('options', '')} -c lock_timeout={LONGEST_LOCK_OF_ANSWERS}s"
        database["OPTIONS"]["options"] = options.strip()
