"""What makes the log append-only in the database itself: triggers, and no two editions at one time.

A table rebuild in a SQLite migration drops triggers silently, so `install` runs after every migrate, and a database
without its guards is refused by a system check, by `/readyz` and by `verify_log`.
"""

from briefings.log.guards.installation import install, missing, remove

__all__ = ["install", "missing", "remove"]
