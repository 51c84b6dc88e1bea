"""The desk, for reading: Django's own admin. Editing goes through the working copy, never through these classes."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.db import models
from django.http import HttpRequest

from briefings.models import AuditEntry, Draft, Edition, Person, Quote, Revision, Section, Source, Topic, User
from faq.models import FAQItem

admin.site.site_header = admin.site.site_title = "Briefings"


class Reading:
    """Nothing is added, changed or deleted here."""

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class SectionInline(Reading, admin.StackedInline):
    model = Section
    fields = ("heading", "body", "key")


class QuoteInline(Reading, admin.TabularInline):
    model = Quote
    fields = ("spans", "person", "role", "confirmed", "key")


class FAQInline(Reading, admin.StackedInline):
    model = FAQItem
    fields = ("question", "answer", "open", "open_wording", "key")


class SourceInline(Reading, admin.TabularInline):
    model = Source
    fields = ("title", "publisher", "url", "read_on")


@admin.register(Draft)
class DraftAdmin(Reading, admin.ModelAdmin):
    list_display = ("__str__", "state", "saved_at", "saved_by")
    list_filter = ("state",)
    search_fields = ("headline",)
    ordering = ("-saved_at",)
    fields = ("headline", "slug", "lede", "dateline", "language", "state", "planned_for", "topics", "saved_at")
    inlines = (SectionInline, QuoteInline, FAQInline, SourceInline)
    show_facets = admin.ShowFacets.NEVER


@admin.register(Edition)
class EditionAdmin(Reading, admin.ModelAdmin):
    list_display = ("headline", "kind", "live_from", "live_until", "by")
    list_filter = ("kind",)
    list_select_related = ("summary", "by")
    ordering = ("-live_from",)
    fields = ("kind", "live_from", "live_until", "by", "approved_by", "row_hash")

    @admin.display(description="headline")
    def headline(self, edition: Edition) -> str:
        return edition.summary.headline or "(erased by order)"


@admin.register(Revision)
class RevisionAdmin(Reading, admin.ModelAdmin):
    list_display = ("briefing", "version", "name", "saved_at", "by")
    list_select_related = ("briefing", "by")
    ordering = ("-saved_at",)
    fields = ("briefing", "version", "name", "saved_at", "by")


@admin.register(Person)
class PersonAdmin(Reading, admin.ModelAdmin):
    list_display = ("name", "kind")
    list_filter = ("kind",)
    search_fields = ("name",)


@admin.register(Topic)
class TopicAdmin(Reading, admin.ModelAdmin):
    list_display = ("name", "slug")
    search_fields = ("name",)


@admin.register(AuditEntry)
class AuditEntryAdmin(Reading, admin.ModelAdmin):
    list_display = ("at", "by", "action", "briefing", "detail")
    list_filter = ("action",)
    list_select_related = ("by", "briefing")
    ordering = ("-at", "-id")


@admin.register(User)
class StaffAdmin(Reading, UserAdmin):
    list_display = ("username", "is_active", "last_login")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).order_by("username")
