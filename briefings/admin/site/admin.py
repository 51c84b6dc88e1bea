"""The site's identity, its front page and its pages on the desk. Django's own pages would write past the workflow."""

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import path

from briefings.admin.desk import Address, DeskAdmin
from briefings.admin.site import front_views, identity_views, page_views, style_views
from briefings.models import AuditEntry, FrontPage, SiteIdentity, StandingPage, StyleRule
from briefings.workflow.pages import standing_pages


@admin.register(SiteIdentity)
class SiteIdentityAdmin(DeskAdmin):
    sees = changes = "site"
    addresses = (Address("", "changelist", identity_views.edit, action="site"),)

    def get_urls(self) -> list:
        return self.own_urls()


@admin.register(FrontPage)
class FrontPageAdmin(DeskAdmin):
    sees = changes = "front"
    addresses = (
        Address("", "changelist", front_views.edit, action="front"),
        Address("preview/", "preview", front_views.preview, action="front"),
    )

    def get_urls(self) -> list:
        return self.own_urls()


@admin.register(StyleRule)
class StyleRuleAdmin(DeskAdmin):
    sees = changes = "site"
    addresses = (Address("", "changelist", style_views.edit, action="site"),)

    def get_urls(self) -> list:
        return self.own_urls()


@admin.register(StandingPage)
class StandingPageAdmin(DeskAdmin):
    sees = changes = "site"
    addresses = (
        Address("", "changelist", page_views.edit_order, action="site"),
        Address("add/", "add", page_views.edit, action="site"),
        Address("add/preview/", "preview_new", page_views.preview, action="site"),
        Address("<path:object_id>/change/", "change", page_views.edit, action="site"),
        Address("<path:object_id>/preview/", "preview", page_views.preview, action="site"),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    def history_of(self, obj: StandingPage) -> QuerySet[AuditEntry]:
        return AuditEntry.objects.filter(Q(about=standing_pages.about(obj)) | Q(about=standing_pages.ABOUT_THEIR_ORDER))

    def get_urls(self) -> list:
        history = self.admin_site.admin_view(self.history_view)
        return [
            *self.own_urls(),
            path("<path:object_id>/history/", history, name="briefings_standingpage_history"),
        ]
