"""What every page of the desk has in common: asks `may`, takes no query that it does not know, keeps one record."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ALL_VAR, ORDER_VAR, PAGE_VAR, SEARCH_VAR
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from briefings import policy
from briefings.audit import enter
from briefings.models import AuditEntry

HISTORY = 500
LONGEST_QUERY = 200


def with_object(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A door whose address has an id: `view` gets what has it instead, and None where the address has none.

    Whoever asks for what is unknown to them is told so on the desk's first page.
    """

    @wraps(view)
    def door(
        desk: "DeskAdmin", request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        found = desk.get_object(request, unquote(object_id)) if object_id else None
        if object_id and found is None:
            return desk._get_obj_does_not_exist_redirect(request, desk.opts, object_id)
        return view(desk, request, found, *args, **kwargs)

    return door


class DeskAdmin(admin.ModelAdmin):
    """A model on the desk. `sees` and `changes` name the actions of the policy that the user needs; "" is nobody."""

    sees: ClassVar[str] = ""
    changes: ClassVar[str] = ""
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    object_history_template = "admin/briefings/history.html"

    # Who may

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return bool(self.sees) and policy.may(request.user, self.sees)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return bool(self.changes) and policy.may(request.user, self.changes)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    # What the address may ask

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Django's list, for questions that it can answer; another one is told so, and gets the whole list."""
        if self._understands(request):
            return super().changelist_view(request, extra_context)
        if not self.has_view_permission(request):
            raise PermissionDenied
        messages.warning(request, _("That filter is not known here. This is the whole list."))
        return HttpResponseRedirect(request.path)

    def _understands(self, request: HttpRequest) -> bool:
        known = {SEARCH_VAR, PAGE_VAR, ORDER_VAR, ALL_VAR, *(f"{name}__exact" for name in self.list_filter)}
        return all(
            name in known and "\x00" not in value and len(value) <= LONGEST_QUERY
            for name, values in request.GET.lists()
            for value in values
        )

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet, search_term: str
    ) -> tuple[models.QuerySet, bool]:
        """Django's search, also behind its suggestions; a character that no text on file can hold is no part of it."""
        return super().get_search_results(request, queryset, search_term.replace("\x00", ""))

    # The one record

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Who did what to this, from the audit log."""
        obj = self.get_object(request, object_id)
        if obj is None or not self.has_view_permission(request, obj):
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        entries = self.history_of(obj).select_related("by").order_by("-at", "-id")[:HISTORY]
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(name)s") % {"name": obj},
            "entries": entries,
            "object": obj,
            "opts": self.opts,
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)

    def history_of(self, obj: models.Model) -> models.QuerySet[AuditEntry]:
        return AuditEntry.objects.filter(about=about(obj))

    def log_change(self, request: HttpRequest, obj: models.Model, message: Any) -> AuditEntry:
        """Django's hook after a form was saved. Its own log stays empty: one record is enough, and ours is guarded."""
        return enter("changed", by=request.user, about=about(obj), detail=self.told(obj))

    def told(self, obj: models.Model) -> str:
        """What the record says of a change of `obj`."""
        return str(obj)


def about(obj: models.Model) -> str:
    """How the record names what is no briefing."""
    return f"{obj._meta.model_name}:{getattr(obj, 'uuid', obj.pk)}"
