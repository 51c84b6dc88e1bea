"""The working copy: reading a draft as a value, and the one function that writes it."""

from briefings.working_copy.creation import create
from briefings.working_copy.reader import image_name, read
from briefings.working_copy.writer import Stale, write

__all__ = ["Stale", "create", "image_name", "read", "write"]
