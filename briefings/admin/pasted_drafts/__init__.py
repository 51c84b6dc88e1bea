"""Pasted drafts on the desk: taken in, looked at with what was understood, decided about, made into a briefing."""

from briefings.admin.pasted_drafts.admin import OriginalAdmin

__all__ = ["OriginalAdmin"]
