"""The addresses of the site, and beside its desk Django's own list of the same drafts, to measure the two by one rule.

The list shows columns that stand in the rows, joined as Django joins them; it counts all rows, as it does everywhere.
"""

from django.contrib import admin
from django.urls import path

from briefings.models import Draft
from config import urls


class StockList(admin.ModelAdmin):
    list_display = ("headline", "state", "owner", "planned_for", "saved_at", "saved_by")
    list_select_related = ("owner", "saved_by")
    list_filter = ("state", "owner", "language")
    search_fields = ("headline", "lede")
    list_per_page = 50

    def get_queryset(self, request: object) -> object:
        return Draft.objects.filter(trashed_at=None)

    def has_view_permission(self, request: object, obj: object = None) -> bool:
        return True

    has_module_permission = has_view_permission


stock = StockList(Draft, admin.site)
urlpatterns = [path("admin/stock/", admin.site.admin_view(stock.changelist_view)), *urls.urlpatterns]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
