"""The audit log, for those who may read it."""

from django.contrib import admin

from briefings.admin.desk import DeskAdmin
from briefings.models import AuditEntry


@admin.register(AuditEntry)
class AuditEntryAdmin(DeskAdmin):
    sees = "audit"
    list_display = ("at", "by", "action", "briefing", "about", "detail")
    list_select_related = ("by", "briefing")
    list_filter = ("action",)
    fields = ("at", "by", "action", "briefing", "about", "detail", "head_seq", "head_hash")
    ordering = ("-at", "-id")
