"""The publish log as one chain: writing its links, verifying it, and the guards that keep it in the database."""

from briefings.log.verify import verify_log

__all__ = ["verify_log"]
