"""Pasted drafts on the desk: the list, who may look at which, and their addresses."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import policy
from briefings.admin.desk import Address, DeskAdmin
from briefings.admin.pasted_drafts import paste_page, review_views, update_page
from briefings.admin.pasted_drafts.download import download
from briefings.models import Original
from briefings.outputs import wording


@admin.register(Original)
class OriginalAdmin(DeskAdmin):
    """A pasted draft. It belongs to whoever pasted it; once it is a briefing, all who may read that may read it."""

    sees = "create"
    add_words = gettext_lazy("Paste a draft")
    list_display = ("named", "became", "pasted", "by")
    ordering = ("-at", "-id")
    list_per_page = 50
    actions = None
    change_list_template = "admin/briefings/original/change_list.html"
    addresses = (
        Address("add/", "add", paste_page.page, action="create"),
        Address("<path:object_id>/change/", "change", review_views.show),
        Address("<path:object_id>/decide/", "decide", review_views.decide),
        Address("<path:object_id>/line/<str:address>/", "line", review_views.line),
        Address("<path:object_id>/make/", "make", review_views.make),
        Address("<path:object_id>/update/<path:draft_id>/", "update", update_page.page),
        Address("<path:object_id>/trash/", "trash", review_views.trash),
        Address("<path:object_id>/file/", "file", download, is_cacheable=True),
    )

    @admin.display(description=gettext_lazy("draft"))
    def named(self, original: Original) -> str:
        return str(original)

    @admin.display(description=gettext_lazy("became"))
    def became(self, original: Original) -> str:
        if original.revision_id is None:
            return _("nothing yet: look at it")
        draft = original.briefing.draft
        return format_html('<a href="{}">{}</a>', reverse("admin:briefings_draft_change", args=[draft.pk]), draft)

    @admin.display(description=gettext_lazy("pasted"), ordering="at")
    def pasted(self, original: Original) -> str:
        return wording.moment(timezone.localtime(original.at))

    # Who may

    def get_queryset(self, request: HttpRequest) -> QuerySet[Original]:
        """The pasted drafts that the user may read: any other is as unknown as one that never was."""
        readable = policy.originals(request.user, "read").filter(data__isnull=False)
        return readable.select_related("by", "briefing__draft").defer("data", "sketch").order_by(*self.ordering)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return policy.may(request.user, "create")
