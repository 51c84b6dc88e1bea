"""Guards, which make the log append-only in the database itself: triggers, and constraints against overlapping rows.

A table rebuild in a SQLite migration drops triggers silently. So `install` runs after every migrate, and a system
check, `/readyz` and `verify_log` refuse a database without its guards.
"""

from briefings.log.guards.installation import install, missing, remove

__all__ = ["install", "missing", "remove"]
