"""Topics on file. They are made by naming them in a briefing; renaming one is a public act of its own."""

from django.contrib import admin

from briefings.admin.desk import DeskAdmin
from briefings.models import Topic


@admin.register(Topic)
class TopicAdmin(DeskAdmin):
    sees = "file"
    list_display = ("name", "slug")
    search_fields = ("name",)
    fields = ("name", "slug")
