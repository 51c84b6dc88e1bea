"""The guards as SQLite triggers.

`REPLACE INTO` fires no delete trigger unless recursive_triggers is on, so an insert that would replace a row is refused
too. Moments are stored as text of different lengths ("…:00" and "…:00.000001"), which still sort correctly.
"""

from collections.abc import Iterator

from briefings.log.guards.tables import IS_ORDERED, Guarded

_FAR = "9999-12-31 23:59:59.999999"
_NOW = "strftime('%Y-%m-%d %H:%M:%f', 'now')"


def statements(guarded: Guarded) -> Iterator[tuple[str, str]]:
    """Pairs of a trigger's name and the SQL that creates it."""
    table = guarded.table
    yield _trigger(f"{table}_no_delete", f"BEFORE DELETE ON {table}", "1", "rows of the log are never deleted")
    # A row can also replace another by its rowid.
    same = "rowid = NEW.rowid OR " + " OR ".join(
        "(" + " AND ".join(f"{column} = NEW.{column}" for column in columns) + ")" for columns in guarded.unique
    )
    yield _trigger(
        f"{table}_no_replace",
        f"BEFORE INSERT ON {table}",
        f"EXISTS (SELECT 1 FROM {table} WHERE {same})",
        "rows of the log are never replaced",
    )
    fixed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in ("rowid", *guarded.fixed))
    yield _trigger(
        f"{table}_no_update",
        f"BEFORE UPDATE ON {table}",
        f"{fixed} OR NOT ({_may_move(guarded)})",
        "rows of the log never change",
    )
    if guarded.apart:
        for event in ("INSERT", "UPDATE"):
            yield _trigger(
                f"{table}_apart_on_{event.lower()}",
                f"BEFORE {event} ON {table}",
                _overlap(guarded),
                "two rows would be live at one time",
            )


def _trigger(name: str, event: str, condition: str, message: str) -> tuple[str, str]:
    # `RAISE(ABORT …)` undoes the statement and leaves the transaction to the caller.
    sql = f"CREATE TRIGGER {name} {event} WHEN {condition} BEGIN SELECT RAISE(ABORT, 'log: {message}'); END"
    return name, sql


def _may_move(guarded: Guarded) -> str:
    if guarded.rule == "interval":
        return (
            f"NEW.live_until IS OLD.live_until OR ((OLD.live_until IS NULL OR OLD.live_until > {_NOW})"
            " AND (NEW.live_until IS NULL OR NEW.live_until >= NEW.live_from))"
        )
    if guarded.rule == "erasure":
        return f"NEW.text IS OLD.text OR (NEW.text IS NULL AND ({IS_ORDERED}))"
    if guarded.rule == "forward":
        return "NEW.seq >= OLD.seq AND NEW.site_version >= OLD.site_version"
    return "1" if guarded.rule == "always" else "0"


def _overlap(guarded: Guarded) -> str:
    return (
        f"NEW.live_from < coalesce(NEW.live_until, '{_FAR}') AND EXISTS (SELECT 1 FROM {guarded.table} other "
        f"WHERE other.{guarded.apart} = NEW.{guarded.apart} AND other.seq <> NEW.seq "
        f"AND other.live_from < coalesce(other.live_until, '{_FAR}') "
        f"AND other.live_from < coalesce(NEW.live_until, '{_FAR}') "
        f"AND NEW.live_from < coalesce(other.live_until, '{_FAR}'))"
    )
