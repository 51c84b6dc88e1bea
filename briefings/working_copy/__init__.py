"""The draft as a value, and the one way to write it."""

from briefings.working_copy.making import create
from briefings.working_copy.reading import image_name, read
from briefings.working_copy.writing import Stale, write

__all__ = ["Stale", "create", "image_name", "read", "write"]
