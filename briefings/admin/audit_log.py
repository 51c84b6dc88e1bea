"""The audit log, for those who may read it."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from briefings import audit_words, policy
from briefings.admin.desk import DeskAdmin
from briefings.models import AuditEntry


@admin.register(AuditEntry)
class AuditEntryAdmin(DeskAdmin):
    sees = "audit"
    list_display = ("at", "by", "action", "briefing", "about", "detail_in_words")
    of_texts = frozenset({"briefing", "about", "detail_in_words"})
    list_select_related = ("by", "briefing")
    list_filter = ("action",)
    fields = ("at", "by", "action", "briefing", "about", "detail_in_words", "head_seq", "head_hash")
    ordering = ("-at", "-id")

    @admin.display(description=gettext_lazy("detail"))
    def detail_in_words(self, entry: AuditEntry) -> str:
        return audit_words.detail(entry)

    def get_list_display(self, request: HttpRequest) -> list[str]:
        return self._shown(request, self.list_display)

    def get_fields(self, request: HttpRequest, obj: AuditEntry | None = None) -> list[str]:
        return self._shown(request, self.fields)

    def _shown(self, request: HttpRequest, names: tuple[str, ...]) -> list[str]:
        """Who did what and when; what it was done to is for those who may read every draft."""
        hidden = frozenset() if policy.may_to_all(request.user, "read") else self.of_texts
        return [name for name in names if name not in hidden]
