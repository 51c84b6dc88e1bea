"""People and topics on the desk: their lists, and the addresses of each."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from briefings.admin.desk import Address, DeskAdmin
from briefings.admin.people_and_topics import twice_views, views
from briefings.models import Person, Topic


class RecordAdmin(DeskAdmin):
    sees = changes = "file"
    list_select_related = ("merged_into",)
    search_fields = ("name",)
    addresses = (
        Address("<path:object_id>/change/", "change", views.change, action="file"),
        Address("<path:object_id>/merge/", "merge", views.merge),
        Address("<path:object_id>/trash/", "trash", views.trash, action="file"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Those that are not in the trash."""
        return self.known_objects(request).filter(trashed_at=None)

    def known_objects(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request)

    @admin.display(description=gettext_lazy("merged into"))
    def leads_to(self, row: Person | Topic) -> str:
        if row.merged_into is None:
            return ""
        address = reverse(f"admin:briefings_{self.opts.model_name}_change", args=[row.merged_into.pk])
        return format_html('<a href="{}">{}</a>', address, row.merged_into)


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    list_display = ("name", "kind", "leads_to")
    list_filter = ("kind",)
    addresses = (
        Address("filed-twice/", "filed_twice", twice_views.list_filed_twice, action="file"),
        Address("<path:object_id>/apart/", "apart", twice_views.tell_apart, action="file"),
        *RecordAdmin.addresses,
    )
    change_list_template = "admin/briefings/filed/people.html"


@admin.register(Topic)
class TopicAdmin(RecordAdmin):
    list_display = ("name", "slug", "leads_to")
