"""What people are told, and how: rows of the outbox are written here, read on the desk, and sent by mail."""

from briefings.deliveries.outbox import notify, tell_of_older_schedule
from briefings.deliveries.start_page import Matter, told

__all__ = ["Matter", "notify", "tell_of_older_schedule", "told"]
