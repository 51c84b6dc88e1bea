"""Backups: the database and the pictures in one file, which any database of the same or a later release takes back."""

from briefings.backup.archives import Damaged
from briefings.backup.creation import back_up
from briefings.backup.restoration import NotEmpty, restore
from briefings.backup.schemas import OfLaterRelease

__all__ = ["Damaged", "NotEmpty", "OfLaterRelease", "back_up", "restore"]
