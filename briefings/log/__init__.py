"""The publish log as one chain: how its links are written, how it is proved, and what keeps it in the database."""

from briefings.log.verify import verify_log

__all__ = ["verify_log"]
