"""Settings of the site's database: SQLite in the data folder, or PostgreSQL without extensions."""

from pathlib import Path

# Full: an edition that a reader saw survives a power cut. Recursive triggers: REPLACE fires the log's delete triggers.
# Secure delete: what is erased by order is overwritten in the file.
PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; "
    "PRAGMA secure_delete=ON;"
)

LONGEST_LOCK = 20
"""Seconds that a statement waits for another's lock."""
# A server that is gone is found out within seconds, and whoever waits for a lock is told.
POSTGRESQL = {
    "connect_timeout": 3,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    "options": f"-c lock_timeout={LONGEST_LOCK}s",
}


def settings(named: dict, *, data_dir: Path) -> dict:
    """Django's settings of the default database. `named` are those of DATABASE_URL; {} is the file in `data_dir`."""
    database = named or {"ENGINE": "django.db.backends.sqlite3", "NAME": data_dir / "briefings.sqlite3"}
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database |= {"OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": LONGEST_LOCK, "init_command": PRAGMAS}}
    else:
        database |= {"OPTIONS": POSTGRESQL | database.get("OPTIONS", {})}
    return database | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
