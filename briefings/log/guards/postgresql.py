"""The guards on PostgreSQL: triggers (TRUNCATE included, which row triggers do not see) and an exclusion constraint.

`int8range(id, id, '[]') WITH &&` says "the same id" without the btree_gist extension.
"""

from collections.abc import Iterator

from briefings.log.guards.tables import GUARDED, IS_ORDERED, Guarded

FUNCTION = "briefings_log_refuses"
CREATE_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'log: %', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def statements(guarded: Guarded) -> Iterator[tuple[str, str]]:
    """Pairs of a trigger's name and the SQL that creates it."""
    table = guarded.table
    yield _trigger(f"{table}_no_delete", f"BEFORE DELETE ON {table} FOR EACH ROW", "rows of the log are never deleted")
    yield _trigger(
        f"{table}_no_truncate", f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT", "the log is never truncated"
    )
    fixed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in guarded.fixed)
    yield _trigger(
        f"{table}_no_update",
        f"BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({fixed} OR NOT ({_may_move(guarded)}))",
        "rows of the log never change",
    )
    if guarded.rule == "erasure":
        # A trigger's WHEN cannot read another table, so a function of its own looks for the order.
        yield (
            f"{table}_only_by_order",
            f"CREATE TRIGGER {table}_only_by_order BEFORE UPDATE OF text ON {table} FOR EACH ROW "
            f"WHEN (NEW.text IS DISTINCT FROM OLD.text) EXECUTE FUNCTION {FUNCTION}_erasure()",
        )


CREATE_ERASURE_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {FUNCTION}_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT ({IS_ORDERED}) THEN
        RAISE EXCEPTION 'log: a text is erased by order only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
"""


def constraints() -> Iterator[tuple[str, str, str]]:
    """Triples of a table, the name of its exclusion constraint, and the SQL that adds it."""
    for guarded in GUARDED:
        if guarded.apart:
            name = f"{guarded.table}_apart"
            yield (
                guarded.table,
                name,
                f"ALTER TABLE {guarded.table} ADD CONSTRAINT {name} EXCLUDE USING gist ("
                f"int8range({guarded.apart}, {guarded.apart}, '[]') WITH &&, "
                "tstzrange(live_from, live_until) WITH &&) DEFERRABLE",
            )


def _trigger(name: str, event: str, message: str) -> tuple[str, str]:
    return name, f"CREATE TRIGGER {name} {event} EXECUTE FUNCTION {FUNCTION}('{message}')"


def _may_move(guarded: Guarded) -> str:
    if guarded.rule == "interval":
        return (
            "NEW.live_until IS NOT DISTINCT FROM OLD.live_until OR "
            "((OLD.live_until IS NULL OR OLD.live_until > clock_timestamp())"
            " AND (NEW.live_until IS NULL OR NEW.live_until >= NEW.live_from))"
        )
    if guarded.rule == "erasure":
        return "NEW.text IS NOT DISTINCT FROM OLD.text OR NEW.text IS NULL"
    if guarded.rule == "forward":
        return "NEW.seq >= OLD.seq AND NEW.site_version >= OLD.site_version"
    return "TRUE" if guarded.rule == "always" else "FALSE"
