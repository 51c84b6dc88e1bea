"""Settings of the site's database: SQLite in the data folder, or PostgreSQL without extensions."""

from pathlib import Path

# Full: an edition that a reader saw survives a power cut. Recursive triggers: REPLACE fires the log's delete triggers.
# Secure delete: what is erased by order is overwritten in the file.
PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; "
    "PRAGMA secure_delete=ON;"
)


def settings(named: dict, *, data_dir: Path) -> dict:
    """Django's settings of the default database. `named` are those of DATABASE_URL; {} is the file in `data_dir`."""
    database = named or {"ENGINE": "django.db.backends.sqlite3", "NAME": data_dir / "briefings.sqlite3"}
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database |= {"OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": PRAGMAS}}
    return database | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
