"""People and topics on file. They are made by naming them in a briefing; here they are put right and merged."""

from briefings.admin.people_and_topics.admin import PersonAdmin, TopicAdmin

__all__ = ["PersonAdmin", "TopicAdmin"]
