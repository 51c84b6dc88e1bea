"""What all pages of the desk share: how they are declared and shown, who may see them, and their history."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ALL_VAR, ORDER_VAR, PAGE_VAR, SEARCH_VAR
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from briefings import desk_language, policy
from briefings.models import AuditEntry

HISTORY = 500
LONGEST_QUERY = 200


View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Address:
    """An address of a model on the desk, and the plain function `(request, …)` that answers it.

    Where the route holds an `object_id`, the function gets what has that id in its place. Only whoever may do `action`
    is let in, which is asked before anything is looked up; where none is named, the function asks itself.
    """

    route: str
    name: str
    view: View
    action: str = ""
    is_cacheable: bool = False


class DeskAdmin(admin.ModelAdmin):
    """A model on the desk. `sees` and `changes` name the actions of the policy that the user needs; "" is nobody.

    Its list stands under `list_title`, where that is not the list's name, and begins with a button of `add_words`.
    """

    sees: ClassVar[str] = ""
    changes: ClassVar[str] = ""
    list_title: ClassVar[Any] = ""
    add_words: ClassVar[Any] = ""
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    addresses: ClassVar[tuple[Address, ...]] = ()

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

    # Addresses

    def get_urls(self) -> list:
        """Ours, and those of Django's that have another name."""
        own = self.own_urls()
        names = {entry.name for entry in own}
        return [*own, *(entry for entry in super().get_urls() if entry.name not in names)]

    def own_urls(self) -> list:
        return [
            path(
                address.route,
                self.admin_site.admin_view(self._view_at(address), cacheable=address.is_cacheable),
                name=f"{self.opts.app_label}_{self.opts.model_name}_{address.name}",
            )
            for address in self.addresses
        ]

    def _view_at(self, address: Address) -> View:
        @wraps(address.view)
        def view(request: HttpRequest, object_id: str | None = None, **named: str) -> HttpResponse:
            if address.action and not policy.may(request.user, address.action):
                raise PermissionDenied
            if object_id is None:
                return address.view(request, **named)
            obj = self.known_object(request, object_id)
            return address.view(request, obj, **named) if obj else tell_unknown(request, self.opts, object_id)

        return view

    def known_object(self, request: HttpRequest, object_id: str) -> models.Model | None:
        """What has the id in an address, of what the user may look at: the queryset holds nothing else."""
        return self.get_object(request, unquote(object_id)) if self.has_view_permission(request) else None

    def known_objects(self, request: HttpRequest) -> models.QuerySet:
        """What an address may name: what the list holds, where a model says no more."""
        return self.get_queryset(request)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> models.Model | None:
        try:
            return self.known_objects(request).get(pk=self.opts.pk.to_python(object_id))
        except (self.model.DoesNotExist, ValidationError, ValueError):
            return None

    # The list

    @property
    def list_name(self) -> str:
        """What the list is called wherever something leads to it."""
        return capfirst(self.opts.verbose_name_plural)

    def get_empty_value_display(self) -> SafeString:
        """What stands where a row has nothing in a column: a dash, which is read out as a word."""
        dash = '<span class="no-value" aria-hidden="true">—</span><span class="visually-hidden">{}</span>'
        return format_html(dash, _("nothing"))

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Django's list. A query that it does not know leads to the whole list, with a warning."""
        if self._understands(request):
            words = {"title": self.list_title or self.list_name, "add_words": self.add_words}
            return super().changelist_view(request, {**words, **(extra_context or {})})
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
        obj = self.known_object(request, object_id)
        if obj is None:
            return tell_unknown(request, self.opts, object_id)
        entries = list(self.history_of(obj).select_related("by").order_by("-at", "-id")[:HISTORY])
        told, leads = self.told_with(entries), self.leads_from(entries)
        return show_page(
            request,
            "history.html",
            title=_("History: %(name)s") % {"name": obj},
            entries=[(entry, told.get(entry.pk, ""), leads.get(entry.pk)) for entry in entries],
            object=obj,
            opts=self.opts,
        )

    def history_of(self, obj: models.Model) -> models.QuerySet[AuditEntry]:
        return AuditEntry.objects.filter(about=about(obj))

    def told_with(self, entries: list[AuditEntry]) -> dict[int, str]:
        """What readers or colleagues were told with an act on record, by the entry's id."""
        return {}

    def leads_from(self, entries: list[AuditEntry]) -> dict[int, tuple[str, str]]:
        """Where an act on record leads, and the words of the link, by the entry's id."""
        return {}


def show_page(
    request: HttpRequest,
    template: str,
    *,
    title: str,
    status_code: int = 200,
    headers: dict[str, str] | None = None,
    **context: Any,
) -> TemplateResponse:
    """A page of the desk, in the frame that all have. `template` is a path below `admin/briefings`."""
    context = {**admin.site.each_context(request), "title": title, **context}
    return TemplateResponse(request, f"admin/briefings/{template}", context, status=status_code, headers=headers)


def preview_banner() -> dict[str, str]:
    """What stands above a preview, in the editor's language: the page below it is in the readers'."""
    return {
        "language": get_language() or desk_language.ENGLISH,
        "name": _("Preview"),
        "sentence": _("Preview. Readers do not see this: it is as your form stands, saved or not."),
    }


def wants_json(request: HttpRequest) -> bool:
    """Whether a script of the desk asks, and not a person who wants a page."""
    return "application/json" in request.headers.get("Accept", "")


def answer_json(facts: dict[str, Any], *, status: int = 200) -> JsonResponse:
    return JsonResponse(facts, status=status, headers={"Cache-Control": "no-store"})


def tell_unknown(request: HttpRequest, opts: Any, object_id: str) -> HttpResponse:
    """Redirect to the desk's first page, which says that nothing has that id: nothing that this user may see."""
    values = {"name": opts.verbose_name, "key": unquote(object_id)}
    messages.warning(request, _("%(name)s with ID “%(key)s” doesn’t exist. Perhaps it was deleted?") % values)
    return redirect("admin:index")


def about(obj: models.Model) -> str:
    """How the record names what is no briefing."""
    return f"{obj._meta.model_name}:{getattr(obj, 'uuid', obj.pk)}"
