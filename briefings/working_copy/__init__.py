"""The working copy: reading a draft as a value, and the one function that writes it."""

from briefings.working_copy.creation import create
from briefings.working_copy.last_save import read_last_save
from briefings.working_copy.reader import DraftRows, image_name, person_name, read, topic_name
from briefings.working_copy.writer import Stale, write

__all__ = [
    "DraftRows",
    "Stale",
    "create",
    "image_name",
    "person_name",
    "read",
    "read_last_save",
    "topic_name",
    "write",
]
